namespace CommonGround.Domain.Sharing;

/// <summary>On what ground a role may learn a kind of information.</summary>
public enum SharingBasis
{
    /// <summary>Whatever consent says.</summary>
    Never,

    /// <summary>By role, under a rule of law.</summary>
    ByRole,

    /// <summary>Under the care-internal rules of the patient data act.</summary>
    CareInternal,

    /// <summary>As <see cref="CareInternal"/>, and only who takes part in treating.</summary>
    CareInternalWhoTreat,

    /// <summary>Opens it in the product, by the citizen's consent.</summary>
    Consent,

    /// <summary>Gets a dated copy, by the citizen's consent; cannot open it in the product.</summary>
    HandOver,

    /// <summary>Only one's own words and what was put to one.</summary>
    PutToThem,

    /// <summary>Only sums over several people; never a single answer.</summary>
    OnlyAsSums,
}

/// <summary>One cell: the ground, and the rule it rests on (a key of <c>content/rules</c>), if any.</summary>
public sealed record SharingCell(SharingBasis Basis, string? Rule = null)
{
    public static readonly SharingCell Never = new(SharingBasis.Never);
}

/// <summary>
/// Who may learn what, on which ground, in one country. Data, confirmed by each organisation's data protection officer
/// before use; what it leaves out is <see cref="SharingBasis.Never"/>.
/// </summary>
/// <param name="Country">Two letters, lower case.</param>
/// <param name="Hats">In which capacity each role acts.</param>
/// <param name="Cells">Role and kind → cell.</param>
public sealed record SharingMatrix(
    string Country,
    IReadOnlyDictionary<PartyRole, Hat> Hats,
    IReadOnlyDictionary<(PartyRole Role, InformationKind Kind), SharingCell> Cells)
{
    /// <summary>
    /// Guardrail 1: what a workplace never holds. Stands in code, not in data, so that no file can open it.
    /// </summary>
    public static readonly IReadOnlySet<InformationKind> NeverForWorkplace = new HashSet<InformationKind>
    {
        InformationKind.Health, InformationKind.Function, InformationKind.Story, InformationKind.Diary, InformationKind.Assessment,
    };

    /// <summary>What may be opened in an emergency, the newest first; nothing where a country has said nothing.</summary>
    public IReadOnlyList<EmergencyRule> Emergencies { get; init; } = [];

    /// <summary>What holds on a day; null where nothing may be opened.</summary>
    public EmergencyRule? EmergencyOn(DateOnly day) => Emergencies.FirstOrDefault(rule => rule.From <= day);

    public SharingCell Cell(PartyRole role, InformationKind kind) =>
        role == PartyRole.Supervisor && NeverForWorkplace.Contains(kind) ? SharingCell.Never
        : Cells.GetValueOrDefault((role, kind), SharingCell.Never);

    /// <summary>Whether a role reads all of a kind here by law, in every case that it is in; no one needs to have said yes.</summary>
    public bool HoldsByLaw(PartyRole role, InformationKind kind) => Cell(role, kind).Basis is SharingBasis.ByRole or SharingBasis.CareInternal;

    public Hat HatOf(PartyRole role) => Hats.GetValueOrDefault(role, Hat.Support);

    /// <summary>
    /// The hat that others are told of; null for the citizen, a workplace and a companion: it cannot be promised what they keep to
    /// themselves.
    /// </summary>
    public Hat? ShownHatOf(PartyRole role) => role is PartyRole.Citizen or PartyRole.Supervisor or PartyRole.Companion ? null : HatOf(role);
}
