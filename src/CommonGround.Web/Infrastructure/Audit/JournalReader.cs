using System.Data.Common;
using System.Text.Json;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>The journal. Its words stand beside it, behind keyed digests.</summary>
internal sealed class JournalReader() : EntryReader("journal_entry", "journal_text", "stream_id")
{
    private readonly List<Words> _words = [];
    private readonly Dictionary<Guid, (Guid Stream, long Position)> _erased = [];
    private (Guid Stream, long Position, byte[] Entry) _at = (default, 0, []);
    private string _event = "";
    private DateTime _when;
    private Guid _actor;

    public override string Entries => """
        select e.stream_id, e.position, e.entry, e.hash, e.event, e.at, e.actor_person_id,
            t.id, t.kind, t.key, t.text, t.case_id, t.unit_id, t.author_person_id, t.label
        from journal_entry e left join journal_text t on t.stream_id = e.stream_id and t.position = e.position
        where {range} order by e.stream_id, e.position
        """;

    /// <summary>Words that an erasure in the same journal names may be missing before it. That the erasure itself is whole, the walk sees.</summary>
    public override void Prepare(ChainRange range, DbConnection connection, DbTransaction transaction)
    {
        using var command = range.Ask(connection, transaction,
            $"select e.stream_id, e.position, e.entry from journal_entry e where {{range}} and e.event = '{Erasure.Event}'", ChainColumn.InEntries);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            foreach (var text in Texts(rows.GetFieldValue<byte[]>(2)))
                _erased[text] = (rows.GetGuid(0), rows.GetInt64(1));
        }
    }

    public override void Begin(DbDataReader row, Guid chain, long position, byte[] entry)
    {
        _words.Clear();
        _at = (chain, position, entry);
        (_event, _when, _actor) = (row.GetString(4), Utc(row, 5), row.GetGuid(6));
    }

    public override void Attach(DbDataReader row)
    {
        if (row.IsDBNull(7))
            return;

        _words.Add(new Words(
            row.GetGuid(7), row.GetInt32(8), row.GetFieldValue<byte[]>(9), row.GetFieldValue<byte[]>(10),
            GuidOrNull(row, 11), GuidOrNull(row, 12), GuidOrNull(row, 13), row.GetString(14)));
        Beside++;
    }

    public override AuditFlaw? Compare()
    {
        using var json = JsonDocument.Parse(_at.Entry);
        var root = json.RootElement;
        if (root.GetProperty("stream").GetGuid() != _at.Stream || root.GetProperty("position").GetInt64() != _at.Position
            || !root.GetProperty("event").ValueEquals(_event) || root.GetProperty("actor").GetGuid() != _actor
            || root.GetProperty("at").GetDateTime() != _when)
        {
            return AuditFlaw.ColumnAltered;
        }

        var aboutToo = root.GetProperty("v").GetInt32() >= JournalEntry.Version;
        var written = root.GetProperty("texts");
        foreach (var words in _words)
        {
            if (Written(written, words.Id) is not { } digest || IsErased(words.Id))
                return AuditFlaw.TextAdded;
            if (!digest.GetProperty("kind").ValueEquals(((InformationKind)words.Kind).ToString())
                || !digest.GetProperty("digest").GetBytesFromBase64().AsSpan().SequenceEqual(words.Digest(aboutToo)))
            {
                return AuditFlaw.TextAltered;
            }
        }

        return _words.Count < written.GetArrayLength() && !MissingAreErased(written) ? AuditFlaw.TextMissing : null;
    }

    private bool MissingAreErased(JsonElement written)
    {
        foreach (var text in written.EnumerateArray())
        {
            var id = text.GetProperty("id").GetGuid();
            if (!_words.Exists(w => w.Id == id) && !IsErased(id))
                return false;
        }

        return true;
    }

    private bool IsErased(Guid text) => _erased.TryGetValue(text, out var by) && by.Stream == _at.Stream && by.Position > _at.Position;

    // One that cannot be read excuses nothing, and is named when the walk comes to it.
    private static List<Guid> Texts(byte[] entry)
    {
        try
        {
            using var json = JsonDocument.Parse(entry);
            return [.. json.RootElement.GetProperty("erased").GetProperty("texts").EnumerateArray().Select(t => t.GetGuid())];
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return [];
        }
    }

    private static JsonElement? Written(JsonElement texts, Guid id)
    {
        foreach (var text in texts.EnumerateArray())
        {
            if (text.GetProperty("id").GetGuid() == id)
                return text;
        }

        return null;
    }

    private sealed record Words(Guid Id, int Kind, byte[] Key, byte[] Text, Guid? Case, Guid? Unit, Guid? Author, string Label)
    {
        public byte[] Digest(bool aboutToo) =>
            aboutToo ? JournalText.DigestOf(Key, Text, Case, Unit, Author, Label) : Chain.Digest(Key, Text);
    }
}
