namespace CommonGround.Domain.Journal;

/// <summary>
/// Where a chain ends now. Its position is the version of the case: whoever moves it first wins, the other is told
/// (optimistic concurrency), and a cut tail is seen because the head remembers how long the chain was.
/// </summary>
public sealed class JournalHead
{
    private JournalHead()
    {
    }

    public JournalHead(Guid streamId) => StreamId = streamId;

    public Guid StreamId { get; private set; }

    public long Position { get; private set; }

    public byte[] Hash { get; private set; } = Chain.Origin;

    internal void MoveTo(JournalEntry entry) => (Position, Hash) = (entry.Position, entry.Hash);
}
