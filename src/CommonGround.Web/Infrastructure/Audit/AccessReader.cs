using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>The access log. Its bytes hold all that its columns say, so they are written again from those and must come out the same.</summary>
internal sealed class AccessReader() : EntryReader("access_entry", "access_subject", "writer_id")
{
    private readonly List<Disclosed> _people = [];
    private readonly ArrayBufferWriter<byte> _rewritten = new(512);
    private (Guid Writer, long Position, byte[] Entry) _at = (default, 0, []);
    private Domain.Journal.Access? _said;
    private bool _inOrder = true;

    public override string Entries => """
        select e.writer_id, e.position, e.entry, e.hash, e.at, e.viewer_person_id, e.role, e.purpose, e.what, e.permitted, s.person_id, s.case_id, s.kinds, s.ordinal
        from access_entry e left join access_subject s on s.writer_id = e.writer_id and s.position = e.position
        where {range} order by e.writer_id, e.position, s.ordinal
        """;

    public override void Begin(DbDataReader row, Guid chain, long position, byte[] entry)
    {
        _people.Clear();
        _inOrder = true;
        _at = (chain, position, entry);
        _said = new Domain.Journal.Access(
            Utc(row, 4), row.GetGuid(5), row.IsDBNull(6) ? null : (PartyRole)row.GetInt32(6), HatOf(entry), (Purpose)row.GetInt32(7),
            row.GetString(8), row.GetBoolean(9), _people);
    }

    public override void Attach(DbDataReader row)
    {
        if (row.IsDBNull(10))
            return;

        _inOrder &= row.GetInt32(13) == _people.Count;
        _people.Add(new Disclosed(row.GetGuid(10), GuidOrNull(row, 11), row.GetInt32(12)));
        Beside++;
    }

    public override AuditFlaw? Compare()
    {
        _rewritten.ResetWrittenCount();
        AccessEntry.Write(_rewritten, _at.Writer, _at.Position, _said!);
        return _inOrder && _rewritten.WrittenSpan.SequenceEqual(_at.Entry) ? null : AuditFlaw.ColumnAltered;
    }

    // The hat stands in the bytes alone.
    private static Hat HatOf(byte[] entry)
    {
        var json = new Utf8JsonReader(entry);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1 && json.ValueTextEquals("hat"u8))
                return json.Read() && Enum.TryParse<Hat>(json.GetString(), out var hat) ? hat : Hat.Support;
        }

        return Hat.Support;
    }
}
