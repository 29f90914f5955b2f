namespace CommonGround.Domain.Plans;

/// <summary>A line that two people wrote in at the same time.</summary>
/// <param name="Mine">What I wrote; null if I took it away.</param>
/// <param name="Theirs">What was saved meanwhile; null if they took it away.</param>
/// <param name="Proposed">What stands in the form to go on from; null only if both took it away.</param>
/// <param name="By">Who changed it since I began.</param>
public sealed record MergedItem(PlanItemContent? Mine, PlanItemContent? Theirs, PlanItemContent? Proposed, ChangedBy By)
{
    /// <summary>We both changed it, each to something else: the person decides.</summary>
    public bool IsConflict => By == ChangedBy.Both;
}

/// <summary>Who changed a line, of two who wrote at the same time.</summary>
public enum ChangedBy
{
    /// <summary>Nobody, or both to the same.</summary>
    Nobody,
    Me,
    Them,
    Both,
}

/// <summary>
/// Brings two writers' texts together without losing a word: what only one changed is taken; what both changed is shown in both
/// texts, and the person decides.
/// </summary>
public static class PlanMerge
{
    /// <param name="basis">What I had before me when I began.</param>
    /// <param name="mine">What I sent.</param>
    /// <param name="theirs">What stands now, of what I may see.</param>
    public static IReadOnlyList<MergedItem> Of(
        IReadOnlyList<PlanItemContent> basis, IReadOnlyList<PlanItemContent> mine, IReadOnlyList<PlanItemContent> theirs)
    {
        return [.. theirs.Concat(mine).Select(i => i.LineageId).Distinct().Select(One).OfType<MergedItem>()];

        MergedItem? One(Guid lineage)
        {
            var (was, me, them) = (Find(basis, lineage), Find(mine, lineage), Find(theirs, lineage));
            if (me == them)
                return new MergedItem(me, them, me, ChangedBy.Nobody);
            if (me == was)
                return them is null ? null : new MergedItem(me, them, them, ChangedBy.Them);
            if (them == was)
                return me is null ? null : new MergedItem(me, them, me, ChangedBy.Me);

            // Both changed it. Whoever took it away did not see the other's words: they stand in the form, to be taken away again.
            return new MergedItem(me, them, me ?? them, ChangedBy.Both);
        }
    }

    private static PlanItemContent? Find(IReadOnlyList<PlanItemContent> items, Guid lineage) =>
        items.FirstOrDefault(i => i.LineageId == lineage);
}
