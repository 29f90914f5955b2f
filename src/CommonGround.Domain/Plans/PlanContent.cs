namespace CommonGround.Domain.Plans;

/// <summary>
/// What a new version is made from: lines that are new or changed, and lines that end. Lines that are not named go on as they
/// were, so that nobody removes what they may not see.
/// </summary>
public sealed record PlanContent
{
    public IReadOnlyList<PlanItemContent> Items { get; init; } = [];

    /// <summary>Lines (by lineage) that end with this version.</summary>
    public IReadOnlySet<Guid> Ended { get; init; } = new HashSet<Guid>();

    /// <summary>Whose words a line is (lineage → person), where they are not the maker's own: so each keeps reading what they wrote.</summary>
    public IReadOnlyDictionary<Guid, Guid> Authors { get; init; } = new Dictionary<Guid, Guid>();

    /// <summary>Why there is a new version, in a few words; read by whoever reads the plan here.</summary>
    public string? Note { get; init; }
}
