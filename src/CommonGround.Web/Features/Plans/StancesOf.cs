using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Plans;

/// <summary>
/// Where everyone stands on one line. On a goal each yes is shown; on other lines what is not a yes, because the plan's own line says
/// whether all agree.
/// </summary>
public sealed class StancesOf(PlanItem item, PlanStandings standings, PlanPeople people)
{
    /// <summary>What was said to this very text.</summary>
    public IReadOnlyList<(Guid Party, Stance Stance)> Said { get; } =
    [
        .. from party in people.Active
           let stance = standings.On(item, party.Id, party.Role)
           where stance is not null && (item.Type == PlanItemType.Goal || stance.Position != StancePosition.Agrees)
           select (party.Id, stance),
    ];

    /// <summary>Who is asked and has not said anything.</summary>
    public IReadOnlyList<Guid> Asked { get; } =
        [.. people.Active.Where(p => standings.On(item, p.Id, p.Role) is null && standings.OpenFor(p.Id).Contains(item.LineageId)).Select(p => p.Id)];

    public string NameOf(Guid partyId) => people.NameOf(partyId);

    /// <summary>Of whoever decides, or must note: they do not agree in advance. Null for all others.</summary>
    public Hat? AuthorityOf(Guid partyId) => people.Planning.FirstOrDefault(p => p.PartyId == partyId)?.Hat is { } hat and not Hat.Support ? hat : null;
}
