using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

/// <summary>Why someone opened a case in an emergency. The numbers are stored: never renumber.</summary>
public enum EmergencyReason
{
    /// <summary>The citizen's life or health is in danger.</summary>
    Danger = 1,

    /// <summary>Acute care, and the citizen cannot answer.</summary>
    CannotAnswer = 2,

    /// <summary>Someone else is in danger.</summary>
    DangerToOthers = 3,

    Other = 4,
}

/// <summary>Whether there were more of these than usual, counted with this one.</summary>
public enum EmergencyVolume
{
    Usual = 0,
    UnusualByPerson = 1,
    UnusualByUnit = 2,
}

/// <summary>
/// Emergency access: someone in the unit that leads the case opened some kinds of it for a short time, with a reason, told to the citizen and
/// the privacy officer in the transaction that opened it. It ends by itself. The words are read by whoever wrote them, the citizen and the
/// privacy officer.
/// </summary>
/// <remarks>Its kind is feedback, which no other party reads: it can be about any of them.</remarks>
public sealed class EmergencyAccess : IOnCommonGround, IInWords
{
    private EmergencyAccess()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Feedback;

    public Guid PersonId { get; private set; }

    public Person? Person { get; private set; }

    /// <summary>What they are in the unit.</summary>
    public PartyRole Role { get; private set; }

    /// <summary>The unit that leads the case.</summary>
    public Guid LedByUnitId { get; private set; }

    /// <summary>Whose privacy officer was told.</summary>
    public Guid OrganisationId { get; private set; }

    public EmergencyReason Reason { get; private set; }

    /// <summary>The reason in their own words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What was opened: what the notice said, whatever the setting says later.</summary>
    public IReadOnlySet<InformationKind> Kinds { get; private set; } = new HashSet<InformationKind>();

    /// <summary>A key of <c>content/rules</c>.</summary>
    public string? Rule { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime From { get; private set; }

    /// <summary>When it ends by itself, UTC.</summary>
    public DateTime Until { get; private set; }

    /// <summary>When someone ended it before, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    public Guid? EndedByPersonId { get; private set; }

    /// <summary>When the citizen said that they had read it, UTC.</summary>
    public DateTime? ReadByCitizenAt { get; private set; }

    public EmergencyVolume Volume { get; private set; }

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    InformationKind? IOnCommonGround.Tells => null;

    Guid? IOnCommonGround.AuthorPersonId => PersonId;

    /// <summary>When it was or will be over, UTC.</summary>
    public DateTime Ends => EndedAt ?? Until;

    public bool IsActive(DateTime at) => From <= at && at < Ends;

    public bool IsUnusual => Volume != EmergencyVolume.Usual;

    internal static EmergencyAccess Open(Case of, EmergencyOpening asked, EmergencyRule rule, DateTime at) => new()
    {
        Id = Ids.New(at), CaseId = of.Id, PersonId = asked.PersonId, Role = asked.Role, LedByUnitId = of.UnitId, OrganisationId = asked.OrganisationId,
        Reason = asked.Reason, Words = asked.Words!.Trim(), Kinds = rule.Kinds.ToHashSet(), Rule = rule.Rule, From = at, Until = at.AddHours(rule.Hours),
        Volume = asked.SoFarByPerson >= rule.UsualByPerson ? EmergencyVolume.UnusualByPerson
            : asked.SoFarByUnit >= rule.UsualByUnit ? EmergencyVolume.UnusualByUnit : EmergencyVolume.Usual,
    };

    internal void End(Guid by, DateTime at) => (EndedAt, EndedByPersonId) = (at, by);

    /// <summary>The citizen has read it; the first time counts.</summary>
    public void ReadByCitizen(DateTime at) => ReadByCitizenAt ??= at;

    public EmergencyFacts Facts() => new(PersonId, Role, Kinds, From, Ends, Rule);
}

/// <summary>What someone says to open a case in an emergency.</summary>
/// <param name="Role">What they are in the unit that leads the case.</param>
/// <param name="OrganisationId">That the unit belongs to.</param>
/// <param name="SoFarByPerson">How many they opened within the setting's hours, this one not counted.</param>
/// <param name="SoFarByUnit">And everyone in the unit.</param>
public sealed record EmergencyOpening(
    Guid PersonId, PartyRole Role, Guid OrganisationId, EmergencyReason Reason, string? Words, int SoFarByPerson, int SoFarByUnit);
