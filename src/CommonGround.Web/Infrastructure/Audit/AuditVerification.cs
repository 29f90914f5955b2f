using System.Text.Json;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>What a verification found.</summary>
/// <param name="FirstBroken">The first broken entry: log, chain, position and what is wrong; null if all is whole.</param>
public sealed record AuditReport(long JournalEntries, long AccessEntries, string? FirstBroken)
{
    public bool Whole => FirstBroken is null;

    public string Sentence => Whole
        ? $"Whole: {JournalEntries} journal entries and {AccessEntries} access-log entries, each where it belongs and as it was written."
        : $"Broken at {FirstBroken}. {JournalEntries} journal entries and {AccessEntries} access-log entries were read up to there.";
}

/// <summary>Walks every chain: order, hashes, the columns beside the bytes, the texts beside the journal, and the heads.</summary>
public static class AuditVerification
{
    public static async Task<AuditReport> Verify(CommonGroundDb db, CancellationToken cancel)
    {
        var journal = 0L;
        var access = 0L;
        var broken = await Journal(db, () => journal++, cancel) ?? await AccessLog(db, () => access++, cancel);
        return new AuditReport(journal, access, broken);
    }

    private static async Task<string?> Journal(CommonGroundDb db, Action count, CancellationToken cancel)
    {
        foreach (var head in await db.JournalHeads.AsNoTracking().OrderBy(h => h.StreamId).ToListAsync(cancel))
        {
            var digests = (await db.JournalTexts.IgnoreQueryFilters([CommonGroundDb.SharingFilter]).AsNoTracking()
                .Where(t => t.StreamId == head.StreamId).ToListAsync(cancel)).ToLookup(t => t.Position);
            var (position, hash) = (0L, Chain.Origin);
            await foreach (var entry in db.Journal.AsNoTracking().Where(e => e.StreamId == head.StreamId).OrderBy(e => e.Position).AsAsyncEnumerable().WithCancellation(cancel))
            {
                var where = $"journal {head.StreamId}, entry {position + 1}";
                if (entry.Position != position + 1)
                    return $"{where}: it is missing";

                hash = Chain.Hash(hash, entry.Position, entry.Entry);
                if (!hash.AsSpan().SequenceEqual(entry.Hash))
                    return $"{where}: its bytes are not those that were written";
                if (Mismatch(entry, digests[entry.Position]) is { } mismatch)
                    return $"{where}: {mismatch}";

                position = entry.Position;
                count();
            }

            if (position != head.Position || !hash.AsSpan().SequenceEqual(head.Hash))
                return $"journal {head.StreamId}, entry {position + 1}: the chain does not end where its head says ({head.Position})";
        }

        var headless = await db.Journal.Where(e => !db.JournalHeads.Any(h => h.StreamId == e.StreamId)).Select(e => (Guid?)e.StreamId).FirstOrDefaultAsync(cancel);
        return headless is null ? null : $"journal {headless}: its head is missing";
    }

    private static string? Mismatch(JournalEntry entry, IEnumerable<JournalText> texts)
    {
        using var json = JsonDocument.Parse(entry.Entry);
        var root = json.RootElement;
        if (root.GetProperty("event").GetString() != entry.Event || root.GetProperty("actor").GetGuid() != entry.ActorPersonId)
            return "a column says something else than its bytes";

        var written = root.GetProperty("texts").EnumerateArray()
            .ToDictionary(t => t.GetProperty("id").GetGuid(), t => (Kind: t.GetProperty("kind").GetString(), Digest: t.GetProperty("digest").GetBytesFromBase64()));
        foreach (var text in texts)
        {
            if (!written.Remove(text.Id, out var expected))
                return "a text was added to it";
            if (expected.Kind != text.Kind.ToString() || !expected.Digest.AsSpan().SequenceEqual(text.Digest))
                return "a text of it was altered";
        }

        return written.Count > 0 ? "a text of it is missing" : null;
    }

    private static async Task<string?> AccessLog(CommonGroundDb db, Action count, CancellationToken cancel)
    {
        foreach (var head in await db.AccessHeads.AsNoTracking().OrderBy(h => h.WriterId).ToListAsync(cancel))
        {
            var (position, hash) = (0L, Chain.Origin);
            await foreach (var entry in db.AccessLog.AsNoTracking().Include(e => e.People).Where(e => e.WriterId == head.WriterId)
                .OrderBy(e => e.Position).AsAsyncEnumerable().WithCancellation(cancel))
            {
                var where = $"access log {head.WriterId}, entry {position + 1}";
                if (entry.Position != position + 1)
                    return $"{where}: it is missing";

                hash = Chain.Hash(hash, entry.Position, entry.Entry);
                if (!hash.AsSpan().SequenceEqual(entry.Hash))
                    return $"{where}: its bytes are not those that were written";
                if (!entry.Rewrite(HatOf(entry)).AsSpan().SequenceEqual(entry.Entry))
                    return $"{where}: a column says something else than its bytes";

                position = entry.Position;
                count();
            }

            if (position != head.Position || !hash.AsSpan().SequenceEqual(head.Hash))
                return $"access log {head.WriterId}, entry {position + 1}: the chain does not end where its head says ({head.Position})";
        }

        var headless = await db.AccessLog.Where(e => !db.AccessHeads.Any(h => h.WriterId == e.WriterId)).Select(e => (Guid?)e.WriterId).FirstOrDefaultAsync(cancel);
        return headless is null ? null : $"access log {headless}: its head is missing";
    }

    private static Hat HatOf(AccessEntry entry)
    {
        using var json = JsonDocument.Parse(entry.Entry);
        return Enum.TryParse<Hat>(json.RootElement.GetProperty("hat").GetString(), out var hat) ? hat : Hat.Support;
    }
}
