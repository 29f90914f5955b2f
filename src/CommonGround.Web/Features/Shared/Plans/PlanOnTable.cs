using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>The whole plan of a case as a change finds it: past the sharing filter, to be changed and never to be shown.</summary>
public sealed class PlanOnTable(Case of, SharingMatrix matrix, PlanVersion? current, List<Stance> stances, List<StanceAsked> asked, DateTime at)
{
    public Case Case { get; } = of;

    /// <summary>Who may see what in the case's country.</summary>
    public SharingMatrix Matrix { get; } = matrix;

    /// <summary>The newest version; null before the first.</summary>
    public PlanVersion? Current { get; private set; } = current;

    /// <summary>All that was said to any version.</summary>
    public IReadOnlyList<Stance> Stances => stances;

    /// <summary>Those who take part now.</summary>
    public IReadOnlyList<PlanParty> Parties { get; } = PlanParty.Of(of, matrix, at);

    public PlanStandings Standings => new(asked, stances);

    /// <summary>Who acts, in the part that they act in.</summary>
    public PlanParty? PartyOf(Actor by) => Parties.FirstOrDefault(p => p.PersonId == by.PersonId && (by.PartyId is null || p.PartyId == by.PartyId));

    internal void Put(PlanVersion version)
    {
        Current = version;
        stances.AddRange(version.Stances);
        asked.AddRange(version.Asked);
    }

    internal void Said(Stance stance)
    {
        if (!stances.Contains(stance))
            stances.Add(stance);
    }
}
