namespace CommonGround.Domain.Plans;

/// <summary>A line that two people wrote in at the same time.</summary>
/// <param name="Mine">What I wrote; null if I took it away.</param>
/// <param name="Theirs">What was saved meanwhile; null if they took it away.</param>
/// <param name="Proposed">What stands in the form to go on from; null only if both took it away.</param>
/// <param name="Fields">Where both texts differ; empty where only one of us changed the line.</param>
public sealed record MergedItem(PlanItemContent? Mine, PlanItemContent? Theirs, PlanItemContent? Proposed, IReadOnlyList<PlanField> Fields)
{
    public bool IsConflict => Mine is null != Theirs is null || Fields.Count > 0;
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
                return new MergedItem(me, them, me, []);
            if (me == was)
                return them is null ? null : new MergedItem(them, them, them, []);
            if (them == was)
                return me is null ? null : new MergedItem(me, me, me, []);

            // Both changed it. Whoever took it away did not see the other's words: they stand in the form, to be taken away again.
            return new MergedItem(me, them, me ?? them, me is not null && them is not null ? me.Differences(them) : []);
        }
    }

    private static PlanItemContent? Find(IReadOnlyList<PlanItemContent> items, Guid lineage) =>
        items.FirstOrDefault(i => i.LineageId == lineage);
}
