using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>Where everyone stands on the current version: what was said, to which text, and who is still asked.</summary>
/// <param name="asked">All that any version asked.</param>
/// <param name="stances">All that was said to any version.</param>
public sealed class PlanStandings(IReadOnlyList<StanceAsked> asked, IReadOnlyList<Stance> stances)
{
    private readonly IReadOnlyList<Stance> _newestFirst =
        [.. stances.OrderByDescending(s => s.At).ThenByDescending(s => s.Number).ThenByDescending(s => s.LineageId is not null)];

    /// <summary>
    /// What the party said to this very text; null if they said nothing, or to an earlier text. What was said to the line comes
    /// before what was said to the whole, unless the whole was said later. It is said to what they can read, and to nothing that they have
    /// been asked about since.
    /// </summary>
    public Stance? On(PlanItem item, Guid partyId, PartyRole role) => !item.Audience.Reaches(role) ? null : _newestFirst.FirstOrDefault(s =>
        s.PartyId == partyId && s.Number >= item.ChangedIn && (s.LineageId is null || s.LineageId == item.LineageId)
        && !asked.Any(a => a.PartyId == partyId && a.LineageId == item.LineageId && a.Number > s.Number));

    public Stance? On(PlanItem item, PlanParty party) => On(item, party.PartyId, party.Role);

    /// <summary>Lines that ask this party and have no answer yet.</summary>
    public IReadOnlyList<Guid> OpenFor(Guid partyId) =>
        [.. asked.Where(a => a.PartyId == partyId && !_newestFirst.Any(a.IsAnsweredBy)).Select(a => a.LineageId).Distinct()];

    /// <summary>The latest that the party said to the whole or to any line.</summary>
    public Stance? Latest(Guid partyId) => _newestFirst.FirstOrDefault(s => s.PartyId == partyId);

    /// <summary>Stands behind the plan: has said so, is asked nothing more, and holds nothing back.</summary>
    public bool StandsBehind(PlanVersion version, PlanParty party) =>
        Latest(party.PartyId) is not null
        && OpenFor(party.PartyId).Count == 0
        && !version.Items.Any(i => On(i, party) is { HoldsBack: true });

    /// <summary>
    /// Everyone who makes the plan together stands behind it. A workplace that no line may reach makes nothing, and is not waited for.
    /// </summary>
    public bool IsAgreed(PlanVersion version, IReadOnlyList<PlanParty> parties)
    {
        var makers = parties.Where(p => p.Agrees && version.Items.Any(i => p.IsIn(i.Audience))).ToList();
        return makers.Count > 0 && makers.TrueForAll(p => StandsBehind(version, p));
    }
}
