using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Sharing.Reference;

/// <summary>On what ground, as one letter.</summary>
internal enum Ground
{
    Never = '-',
    Law = 'L',
    Care = 'C',
    CareWhoTreat = 'T',
    Yes = 'Y',
    Copy = 'H',
    OwnAndPut = 'P',
    Sums = 'S',
}

/// <summary>
/// The two default matrices, written out a second time from the design and not read from the product's files: a letter for each kind, in
/// the order contact, work, leave, function, health, story, diary, plan, assessment, environment, benefit, attendance, feedback.
/// </summary>
internal sealed class ReferenceMatrix
{
    public static readonly ReferenceMatrix Sweden = new("se", new Dictionary<PartyRole, string>
    {
        [PartyRole.Coordinator] = "CCCCTYYCCYYCS",
        [PartyRole.TreatingDoctor] = "CCCCTYYCCYYCS",
        [PartyRole.CertifyingDoctor] = "CCCCTYYCCYYCS",
        [PartyRole.TeamMember] = "CCCCTYYCCYYCS",
        [PartyRole.Caseworker] = "HHHHHHHHHHPPS",
        [PartyRole.Supervisor] = "YYH----H-P-P-",
        [PartyRole.Companion] = "YYYYYYYYYYYY-",
    }, PartyRole.Caseworker);

    public static readonly ReferenceMatrix Denmark = new("dk", new Dictionary<PartyRole, string>
    {
        [PartyRole.Coordinator] = "LLLLHYYLLYLLS",
        [PartyRole.TeamMember] = "LLLLYYYLLY-LS",
        [PartyRole.ClinicalUnit] = "LLLLYYYLLY-LS",
        [PartyRole.GeneralPractitioner] = "HHHHH--HH--P-",
        [PartyRole.Supervisor] = "YYH----H-P-P-",
        [PartyRole.Companion] = "YYYYYYYYYYYY-",
    }, PartyRole.Coordinator, PartyRole.TeamMember, PartyRole.ClinicalUnit);

    private static readonly InformationKind[] Order =
    [
        InformationKind.Contact, InformationKind.Work, InformationKind.Leave, InformationKind.Function, InformationKind.Health, InformationKind.Story,
        InformationKind.Diary, InformationKind.Plan, InformationKind.Assessment, InformationKind.Environment, InformationKind.Benefit,
        InformationKind.Attendance, InformationKind.Feedback,
    ];

    private readonly Dictionary<PartyRole, string> _rows;

    private ReferenceMatrix(string country, Dictionary<PartyRole, string> rows, params PartyRole[] ofTheAuthority) =>
        (Country, _rows, OfTheAuthority) = (country, rows, ofTheAuthority);

    /// <summary>Who decides, or works inside the authority that does.</summary>
    public IReadOnlyCollection<PartyRole> OfTheAuthority { get; }

    public string Country { get; }

    public IReadOnlyCollection<PartyRole> Roles => _rows.Keys;

    public Ground Of(PartyRole role, InformationKind kind) => _rows.TryGetValue(role, out var row) ? (Ground)row[Array.IndexOf(Order, kind)] : Ground.Never;

    /// <summary>As the product's own type, for whoever has not the product's files.</summary>
    public SharingMatrix AsMatrix() => new(Country, _rows.Keys.ToDictionary(role => role, role => OfTheAuthority.Contains(role) ? Hat.HelpsAndMustNote : Hat.Support),
        (from role in _rows.Keys from kind in Order select (Key: (role, kind), Cell: new SharingCell(Basis(Of(role, kind)), "rule"))).ToDictionary(c => c.Key, c => c.Cell));

    public static SharingBasis Basis(Ground ground) => ground switch
    {
        Ground.Law => SharingBasis.ByRole,
        Ground.Care => SharingBasis.CareInternal,
        Ground.CareWhoTreat => SharingBasis.CareInternalWhoTreat,
        Ground.Yes => SharingBasis.Consent,
        Ground.Copy => SharingBasis.HandOver,
        Ground.OwnAndPut => SharingBasis.PutToThem,
        Ground.Sums => SharingBasis.OnlyAsSums,
        _ => SharingBasis.Never,
    };
}
