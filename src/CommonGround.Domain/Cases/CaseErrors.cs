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

public sealed record AlreadyAParty(PartyRole Role) : Error;

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
