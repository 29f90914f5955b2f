using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

/// <summary>The citizen has not said yes to this role (need N56).</summary>
public sealed record ConsentMissing(PartyRole Role) : Error;

/// <summary>A permission that permits nothing is none.</summary>
public sealed record ConsentWithoutKinds : Error;

/// <summary>A permission says what for.</summary>
public sealed record ConsentWithoutPurpose : Error;

public sealed record ConsentEndsBeforeItBegins : Error;

/// <summary>One's own information needs no permission.</summary>
public sealed record RecipientIsTheCitizen : Error;

public sealed record ConsentAlreadyEnded : Error;

/// <summary>A yes to whoever has a part names the workplace; a yes to an organisation names it, and is for those who act for one.</summary>
public sealed record RecipientNotNamed : Error;

/// <summary>Whoever asks for a yes says why (guardrail 2).</summary>
public sealed record NoReasonGiven : Error;

public sealed record AlreadyAnswered : Error;

/// <summary>What opens more was not said yes to by itself.</summary>
public sealed record MoreNotSaidYesTo : Error;

public sealed record AlreadyAParty(PartyRole Role) : Error;

/// <summary>Nobody leads, treats or decides in their own case.</summary>
public sealed record OwnCase : Error;

/// <summary>They have a part here that goes with no other: a workplace, or one whom the citizen brings.</summary>
public sealed record NoOtherPart(PartyRole Role) : Error;

/// <summary>One certifying doctor per case (need N38).</summary>
public sealed record OneCertifyingDoctor : Error;

public sealed record NotAParty : Error;

/// <summary>This kind is never shown to this role, whoever releases it (guardrail 1).</summary>
public sealed record NeverForThem(PartyRole Role, InformationKind Kind) : Error;

/// <summary>Nothing of this name in this case.</summary>
public sealed record NotFound : Error;

/// <summary>Someone changed it since this form was opened. Both texts are kept.</summary>
public sealed record ChangedMeanwhile : Error;

/// <summary>The citizen has an open case in this programme: there is one at a time.</summary>
public sealed record CaseAlreadyOpen : Error;
