namespace CommonGround.Domain.Journal;

/// <summary>Where one writing process's access chain ends: written with the entries, so that a cut tail is seen.</summary>
public sealed class AccessHead
{
    private AccessHead()
    {
    }

    public AccessHead(Guid writerId, DateTime startedAt) => (WriterId, StartedAt) = (writerId, startedAt);

    public Guid WriterId { get; private set; }

    public DateTime StartedAt { get; private set; }

    public long Position { get; private set; }

    public byte[] Hash { get; private set; } = Chain.Origin;

    /// <summary>The next link after this head, which moves to it.</summary>
    public AccessEntry Add(Access access)
    {
        var entry = AccessEntry.Next(WriterId, Position, Hash, access);
        (Position, Hash) = (entry.Position, entry.Hash);
        return entry;
    }
}
