using System.Data;
using System.Data.Common;
using CommonGround.Web.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>
/// Walks every chain: order, hashes, the columns beside the bytes, the texts beside the journal, and the heads. What was cut off with its
/// head moved to fit, or set back to an earlier state, is seen against heads that were anchored outside.
/// </summary>
public static class AuditVerification
{
    /// <summary>On the context's own connection, one log after the other: in its transaction, if it is in one.</summary>
    public static Task<AuditReport> Verify(CommonGroundDb db, CancellationToken cancel) => Verify(db, null, cancel);

    public static async Task<AuditReport> Verify(CommonGroundDb db, AnchoredHeads? anchors, CancellationToken cancel)
    {
        anchors?.Begin();
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = db.Database.GetDbConnection();
            var inside = db.Database.CurrentTransaction?.GetDbTransaction();
            using var own = inside is null ? OneMoment(connection) : null;
            var walks = Enum.GetValues<AuditLog>().Select(log => Walk(ChainRange.Whole(log), anchors, connection, (inside ?? own)!, cancel)).ToList();
            return Report(walks, anchors);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>On connections of its own, as many chains at once as there are processors.</summary>
    public static async Task<AuditReport> Verify(PlainDatabase database, AnchoredHeads? anchors, CancellationToken cancel)
    {
        anchors?.Begin();
        var ranges = Ranges(database);
        var walks = new Walked[ranges.Count];
        await Parallel.ForAsync(0, ranges.Count, cancel, (i, stop) =>
        {
            using var connection = database.Open();
            using var transaction = OneMoment(connection);
            walks[i] = Walk(ranges[i], anchors, connection, transaction, stop);
            return ValueTask.CompletedTask;
        });
        return Report(walks, anchors);
    }

    /// <summary>Where every chain of both logs ends, at one moment.</summary>
    public static IReadOnlyList<ChainHead> Heads(PlainDatabase database)
    {
        using var connection = database.Open();
        using var transaction = OneMoment(connection);
        return [.. Enum.GetValues<AuditLog>().SelectMany(log => ChainHead.Read(connection, transaction, ChainRange.Whole(log)))];
    }

    private static List<ChainRange> Ranges(PlainDatabase database)
    {
        var heads = Heads(database).ToLookup(h => h.Log);
        return [.. Enum.GetValues<AuditLog>().SelectMany(log => ChainRange.Cut(log, [.. heads[log]], Environment.ProcessorCount))];
    }

    private static Walked Walk(ChainRange range, AnchoredHeads? anchors, DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        var walk = new ChainWalk(range, anchors);
        return new Walked(range.Log, walk.Walk(connection, transaction, cancel), walk.Read);
    }

    private static AuditReport Report(IReadOnlyList<Walked> walks, AnchoredHeads? anchors)
    {
        long Count(AuditLog log) => walks.Where(w => w.Log == log).Sum(w => w.Read);
        return new AuditReport(
            Count(AuditLog.Journal), Count(AuditLog.Access), walks.Select(w => w.Finding).FirstOrDefault(f => f is not null) ?? anchors?.NeverMet());
    }

    // A reader sees one moment, and holds up nobody who writes.
    private static DbTransaction OneMoment(DbConnection connection) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : connection.BeginTransaction(IsolationLevel.RepeatableRead);

    private sealed record Walked(AuditLog Log, AuditFinding? Finding, long Read);
}
