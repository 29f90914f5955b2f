using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;

namespace CommonGround.Web.Infrastructure.Changes;

/// <summary>One change under way: what it does to the database, its journal and its messages are stored together, or not at all.</summary>
public abstract class Change(CommonGroundDb db, Actor by, DateTime now)
{
    private readonly List<Touched> _touched = [];

    public CommonGroundDb Db { get; } = db;

    public Actor By { get; } = by;

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = now;

    internal IReadOnlyList<Touched> TouchedStreams => _touched;

    /// <summary>A new id, at this change's time.</summary>
    public Guid NewId() => Domain.Ids.New(Now);

    /// <summary>Sends a message that says that there is something, never what.</summary>
    public void Send(OutboxMessage message) => Db.Outbox.Add(message);

    protected void JournalTo(JournalHead head, Guid? caseId, Guid? unitId, string @event, IEnumerable<JournalWords> words, Erasure? erased = null)
    {
        var texts = words.Select(w => JournalText.Of(head, caseId, unitId, w.Kind, w.AuthorPersonId, w.Label, w.Words, Now)).ToList();
        Db.JournalTexts.AddRange(texts);
        Db.Journal.Add(JournalEntry.Next(head, @event, Now, By, texts, erased));
        _touched.RemoveAll(t => t.Head == head);
        _touched.Add(new Touched(head, caseId));
    }

    internal sealed record Touched(JournalHead Head, Guid? CaseId);
}

/// <summary>Words that a journal entry keeps, readable by those who may see their kind.</summary>
/// <param name="Label">What the words are, e.g. <c>goal</c>: a key that the journal page words.</param>
public sealed record JournalWords(InformationKind Kind, string Label, string Words, Guid? AuthorPersonId = null);
