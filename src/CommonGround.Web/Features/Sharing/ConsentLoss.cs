using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Sharing;

/// <summary>What someone sees no more when a yes that reached them is changed to be for others.</summary>
/// <param name="Kinds">What no other yes opens to them.</param>
public sealed record ConsentLoss(string Name, IReadOnlyList<InformationKind> Kinds)
{
    /// <param name="standing">What is changed.</param>
    /// <param name="active">Every yes that holds now.</param>
    /// <param name="party">Whom it is to name.</param>
    /// <param name="to">Whom it is to be for.</param>
    public static IReadOnlyList<ConsentLoss> Of(
        ConsentSetting setting, Consent standing, IReadOnlyCollection<Consent> active, Party party, ConsentRecipient to) =>
    [
        .. setting.Others.Where(p => standing.Reaches(p) && p.Id != party.Id && !to.Reaches(p.Role, p.Workplace, p.OrganisationId))
            .GroupBy(p => p.Person?.Name ?? "").Select(one => new ConsentLoss(one.Key, [.. one.SelectMany(p => Lost(setting, standing, active, p)).Distinct().Order()]))
            .Where(loss => loss.Kinds.Count > 0),
    ];

    private static IEnumerable<InformationKind> Lost(ConsentSetting setting, Consent standing, IReadOnlyCollection<Consent> active, Party party) =>
        setting.OfferTo(party).ByConsent.Select(offered => offered.Kind).Where(standing.Kinds.Contains)
            .Where(kind => !active.Any(other => other.Id != standing.Id && other.Reaches(party) && other.Kinds.Contains(kind)));
}
