using System.Data.Common;
using System.Text.Json;
using CommonGround.Domain.Journal;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>
/// Walks the chains of one range in one reading: order, hashes, the columns beside the bytes, what stands beside the entries, the heads,
/// and what was anchored. Head and entries are written together, so in one moment's reading they agree.
/// </summary>
internal sealed class ChainWalk(ChainRange range, AnchoredHeads? anchors)
{
    private readonly EntryReader _entries = EntryReader.For(range.Log);
    private readonly byte[] _hash = new byte[Chain.HashBytes];
    private Dictionary<Guid, ChainHead> _heads = [];
    private Guid _chain;
    private ChainHead? _head;
    private AnchoredChain? _anchored;
    private long _position;

    public long Read { get; private set; }

    /// <param name="transaction">Reads from one moment.</param>
    public AuditFinding? Walk(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        try
        {
            _heads = ChainHead.Read(connection, transaction, range).ToDictionary(h => h.Chain);
            _entries.Prepare(range, connection, transaction);
            return WalkEntries(connection, transaction, cancel) ?? HeadsWithoutEntries() ?? Strays(connection, transaction);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidCastException or OverflowException
            or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            // Whoever alters a row can write into it what no entry ever held.
            return Here(_position, AuditFlaw.BytesUnreadable);
        }
    }

    private AuditFinding? WalkEntries(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        using var command = range.Ask(connection, transaction, _entries.Entries, _entries.ChainColumn.InEntries);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var (chain, position) = (rows.GetGuid(0), rows.GetInt64(1));
            if (_head is null || chain != _chain || position != _position)
            {
                var flawed = Close() ?? (chain == _chain && _head is not null ? null : End() ?? Start(chain)) ?? Follow(rows, position);
                if (flawed is not null)
                    return flawed;
            }

            _entries.Attach(rows);
        }

        return Close() ?? End();
    }

    private AuditFinding? Start(Guid chain)
    {
        (_chain, _position) = (chain, 0);
        Chain.Origin.CopyTo(_hash, 0);
        if (!_heads.Remove(chain, out _head))
            return new AuditFinding(range.Log, $"{chain}", null, AuditFlaw.HeadMissing);

        _anchored = anchors?.Meet(range.Log, chain);
        return null;
    }

    private AuditFinding? Follow(DbDataReader row, long position)
    {
        if (position != _position + 1)
            return Here(_position + 1, AuditFlaw.Missing);

        var entry = row.GetFieldValue<byte[]>(2);
        _position = position;
        Chain.Hash(_hash, position, entry, _hash);
        if (!row.GetFieldValue<byte[]>(3).AsSpan().SequenceEqual(_hash))
            return Here(position, AuditFlaw.BytesAltered);
        if (_anchored?.Differs(position, _hash) is { } anchored)
            return Here(position, AuditFlaw.OtherThanAnchored, anchored);

        _entries.Begin(row, _chain, position, entry);
        Read++;
        return null;
    }

    // An entry is complete when the next one begins.
    private AuditFinding? Close() => _head is not null && _entries.Compare() is { } flaw ? Here(_position, flaw) : null;

    private AuditFinding? End()
    {
        if (_head is not { } head)
            return null;
        if (head.Position != _position || !head.Hash.AsSpan().SequenceEqual(_hash))
            return Here(_position + 1, AuditFlaw.EndsElsewhere);

        return _anchored?.Beyond(_position) is { } anchored ? Here(_position + 1, AuditFlaw.CutSinceAnchor, anchored) : null;
    }

    private AuditFinding? HeadsWithoutEntries()
    {
        foreach (var head in _heads.Values.OrderBy(h => h.Chain))
        {
            (_chain, _position, _head, _anchored) = (head.Chain, 0, head, anchors?.Meet(range.Log, head.Chain));
            Chain.Origin.CopyTo(_hash, 0);
            if (End() is { } flawed)
                return flawed;
        }

        return null;
    }

    private AuditFinding? Strays(DbConnection connection, DbTransaction transaction)
    {
        using var count = range.Ask(connection, transaction, _entries.CountBeside, _entries.ChainColumn.Elsewhere);
        if (Convert.ToInt64(count.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) == _entries.Beside)
            return null;

        using var stray = range.Ask(connection, transaction, _entries.Stray, _entries.ChainColumn.Elsewhere);
        using var row = stray.ExecuteReader();
        return row.Read() ? new AuditFinding(range.Log, $"{row.GetGuid(0)}", row.GetInt64(1), AuditFlaw.TextAdded) : null;
    }

    private AuditFinding Here(long position, AuditFlaw flaw, DateTime? anchoredAt = null) =>
        new(range.Log, $"{_chain}", position, flaw, anchoredAt);
}
