namespace CommonGround.Domain.Sharing;

/// <summary>All that sharing in one case depends on.</summary>
public sealed record CaseSharing(
    Guid CaseId,
    IReadOnlyList<PartyFacts> Parties,
    IReadOnlyList<ConsentFacts> Consents,
    IReadOnlyList<ReleaseFacts> Releases)
{
    /// <summary>What was opened in an emergency, by people with a part in the case or without.</summary>
    public IReadOnlyList<EmergencyFacts> Emergencies { get; init; } = [];

    /// <summary>The citizen's identity is protected: name, number and address are for those few who must know them.</summary>
    public bool ProtectedIdentity { get; init; }
}

/// <summary>Someone's part, from a time (UTC) to a time.</summary>
/// <param name="Treats">Takes part in treating the citizen.</param>
/// <param name="Workplace">Where they work, as the citizen named it.</param>
/// <param name="OrganisationId">For which organisation they act in this case; null for those who act for none.</param>
public sealed record PartyFacts(
    Guid PartyId, Guid PersonId, PartyRole Role, bool Treats, DateTime From, DateTime? Until, string? Workplace = null, Guid? OrganisationId = null)
{
    public bool IsActive(DateTime at) => From <= at && (Until is null || at < Until);

    /// <summary>
    /// Whether it bears on what else its person may do here: while it lasts, and a workplace's after its end too. Who manages someone goes
    /// on doing so when a yes is taken back.
    /// </summary>
    public bool StandsBeside(DateTime at) => From <= at && (IsActive(at) || Role == PartyRole.Supervisor);
}

/// <summary>The citizen's permission to one recipient: kinds and purposes, from, until, withdrawn.</summary>
/// <param name="RecipientPartyId">Who was named when it was given: always permitted.</param>
/// <param name="To">Who else it reaches.</param>
public sealed record ConsentFacts(
    Guid RecipientPartyId,
    IReadOnlySet<InformationKind> Kinds,
    IReadOnlySet<Purpose> Purposes,
    DateTime From,
    DateTime? Until,
    DateTime? WithdrawnAt,
    ConsentRecipient? To = null)
{
    public bool Reaches(PartyFacts party) =>
        party.PartyId == RecipientPartyId || To?.Reaches(party.Role, party.Workplace, party.OrganisationId) == true;

    public bool IsActive(DateTime at) => From <= at && (Until is null || at < Until) && (WithdrawnAt is null || at < WithdrawnAt);
}

/// <summary>One exact text put before one party, by whoever may release it; until it is recalled.</summary>
public sealed record ReleaseFacts(Guid ItemId, InformationKind Kind, Guid ToPartyId, DateTime From, DateTime? Until)
{
    public bool IsActive(DateTime at) => From <= at && (Until is null || at < Until);
}

/// <summary>May this viewer learn this, now?</summary>
/// <param name="ItemId">The one item asked for; null asks for the whole kind.</param>
/// <param name="AuthorPersonId">Who wrote the item, if it is one item.</param>
/// <param name="PartyId">In which of the viewer's parts it is asked, as one wears one hat at a time; null: in any of them.</param>
public sealed record SharingQuestion(
    Guid ViewerPersonId,
    InformationKind Kind,
    Purpose Purpose,
    DateTime At,
    SharingWay Way = SharingWay.ReadHere,
    Guid? ItemId = null,
    Guid? AuthorPersonId = null,
    Guid? PartyId = null);

/// <summary>How something is shared: opened in the product, or given as a dated copy.</summary>
public enum SharingWay
{
    ReadHere,
    HandOver,
}

/// <summary>Why it was permitted or denied; stored with each grant, told to the citizen.</summary>
public enum SharingReason
{
    Own = 1,
    OwnWords = 2,
    LawGivesRole = 3,
    CareInternal = 4,
    Consent = 5,
    Released = 6,
    EmergencyAccess = 7,

    NotAParty = 20,
    NeverShown = 21,
    NotConsented = 22,
    OtherPurpose = 23,
    NotTreating = 24,
    OnlyAsCopy = 25,
    OnlyAsSums = 26,
}

/// <summary>The answer, with its reason and the rule it rests on.</summary>
public sealed record SharingDecision(bool Permitted, SharingReason Reason, string? Rule = null)
{
    public static SharingDecision Permit(SharingReason reason, string? rule = null) => new(true, reason, rule);

    public static SharingDecision Deny(SharingReason reason, string? rule = null) => new(false, reason, rule);
}
