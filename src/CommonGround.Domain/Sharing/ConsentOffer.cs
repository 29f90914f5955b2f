namespace CommonGround.Domain.Sharing;

/// <summary>
/// What the citizen's yes can open to a role, and what it cannot: read from the matrix, so that nothing is offered that the policy
/// would not give.
/// </summary>
/// <param name="ByConsent">Kinds a yes opens, and whether they are read here or given as a copy.</param>
/// <param name="ByLaw">Kinds the role holds whatever the citizen says, with the rule.</param>
/// <param name="PutToThem">Kinds of which the role sees only its own words and what was put to it.</param>
/// <param name="OnlySums">Kinds shown only as sums over several people.</param>
/// <param name="Never">Kinds the role never gets, whatever the citizen says.</param>
public sealed record ConsentOffer(
    PartyRole Role,
    IReadOnlyList<(InformationKind Kind, SharingWay Way)> ByConsent,
    IReadOnlyList<(InformationKind Kind, string? Rule)> ByLaw,
    IReadOnlyList<InformationKind> PutToThem,
    IReadOnlyList<InformationKind> OnlySums,
    IReadOnlyList<InformationKind> Never)
{
    /// <summary>Those who have a place in the case only by the citizen's yes, and lose it with it.</summary>
    public static readonly IReadOnlySet<PartyRole> OnlyByConsent =
        new HashSet<PartyRole> { PartyRole.Supervisor, PartyRole.Companion, PartyRole.Caseworker };

    /// <param name="treats">Takes part in treating the citizen.</param>
    public static ConsentOffer For(SharingMatrix matrix, PartyRole role, bool treats)
    {
        var cells = Enum.GetValues<InformationKind>().Select(kind => (Kind: kind, Cell: matrix.Cell(role, kind))).ToList();
        bool ByLaw(SharingBasis basis) =>
            basis is SharingBasis.ByRole or SharingBasis.CareInternal || (basis == SharingBasis.CareInternalWhoTreat && treats);
        IReadOnlyList<InformationKind> With(SharingBasis basis) => [.. cells.Where(c => c.Cell.Basis == basis).Select(c => c.Kind)];
        return new ConsentOffer(
            role,
            [.. cells.Where(c => IsByConsent(c.Cell.Basis) && !ByLaw(c.Cell.Basis))
                .Select(c => (c.Kind, c.Cell.Basis == SharingBasis.HandOver ? SharingWay.HandOver : SharingWay.ReadHere))],
            [.. cells.Where(c => ByLaw(c.Cell.Basis)).Select(c => (c.Kind, c.Cell.Rule))],
            With(SharingBasis.PutToThem), With(SharingBasis.OnlyAsSums), With(SharingBasis.Never));
    }

    /// <summary>
    /// Whom a consent must let be contacted at all: the workplace and companions are strangers to the case until then. Part of every
    /// consent to them (need N56).
    /// </summary>
    public bool NeedsContact => OnlyByConsent.Contains(Role) && Offers(InformationKind.Contact);

    public bool Offers(InformationKind kind) => ByConsent.Any(offered => offered.Kind == kind);

    /// <summary>The first kind that this role cannot be given, or nothing.</summary>
    public Outcome<Done> Check(IEnumerable<InformationKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (!Offers(kind))
                return new Cases.NeverForThem(Role, kind);
        }

        return new Done();
    }

    private static bool IsByConsent(SharingBasis basis) =>
        basis is SharingBasis.Consent or SharingBasis.HandOver or SharingBasis.CareInternalWhoTreat;
}
