namespace CommonGround.Domain.Plans;

/// <summary>One line in two versions; null where it did not stand.</summary>
public sealed record ComparedItem(PlanItem? Before, PlanItem? After, IReadOnlyList<PlanField> Fields)
{
    public bool IsAdded => Before is null;

    public bool IsEnded => After is null;
}

/// <summary>What differs between two versions, line by line and field by field, of what the reader may see of both.</summary>
public static class PlanComparison
{
    /// <summary>Only lines that differ: those of the later version in its order, then those that ended.</summary>
    public static IReadOnlyList<ComparedItem> Of(IReadOnlyList<PlanItem> before, IReadOnlyList<PlanItem> after)
    {
        var old = before.ToDictionary(i => i.LineageId);
        var now = after.Select(i => i.LineageId).ToHashSet();
        return
        [
            .. after.OrderBy(i => i.Position)
                .Select(i => new ComparedItem(old.GetValueOrDefault(i.LineageId), i,
                    old.TryGetValue(i.LineageId, out var was) ? was.Content().Differences(i.Content()) : []))
                .Where(c => c.IsAdded || c.Fields.Count > 0),
            .. before.Where(i => !now.Contains(i.LineageId)).OrderBy(i => i.Position).Select(i => new ComparedItem(i, null, [])),
        ];
    }
}
