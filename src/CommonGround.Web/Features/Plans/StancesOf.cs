using CommonGround.Domain.Plans;

namespace CommonGround.Web.Features.Plans;

/// <summary>Where everyone stands on one line: those who said something to this text, then those who are asked.</summary>
public sealed class StancesOf(PlanItem item, PlanStandings standings, PlanPeople people)
{
    public IReadOnlyList<(Guid Party, Stance? Stance)> All { get; } =
    [
        .. people.Active.Select(p => (p.Id, Stance: standings.On(item, p.Id)))
            .Where(p => p.Stance is not null && (item.Type == PlanItemType.Goal || p.Stance.LineageId is not null || p.Stance.HoldsBack)),
        .. people.Active.Where(p => standings.On(item, p.Id) is null && standings.OpenFor(p.Id).Contains(item.LineageId))
            .Select(p => (p.Id, (Stance?)null)),
    ];

    public bool Any => All.Count > 0;

    public string NameOf(Guid partyId) => people.NameOf(partyId);
}
