using System.Data.Common;
using System.Threading.Channels;
using CommonGround.Web.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommonGround.Web.Infrastructure.Retention;

/// <summary>
/// Takes the bytes of deleted rows out of the database's files. A delete alone leaves them: in SQLite's log, in PostgreSQL's tables. Tables
/// are written anew, so it waits for a quiet moment and holds others up while it lasts. What left earlier (PostgreSQL's own log, backups) goes
/// with its own recorded time: docs/privacy/erasure.md.
/// </summary>
public sealed class ErasedBytes(PlainDatabase database)
{
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(200);

    private readonly Channel<bool> _soon = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>When whoever asks need not wait for it.</summary>
    public void TakeSoon() => _soon.Writer.TryWrite(true);

    internal async Task Asked(CancellationToken cancel) => await _soon.Reader.ReadAsync(cancel);

    /// <summary>Of several processes one after the other: PostgreSQL ends one of two that write all tables anew at once (deadlock).</summary>
    public void Take()
    {
        using var connection = database.Open();
        if (connection is SqliteConnection)
        {
            Rewrite(connection, "pragma wal_checkpoint(truncate)", "vacuum", "pragma wal_checkpoint(truncate)");
            return;
        }

        Wait(connection);
        try
        {
            // PostgreSQL's statistics keep samples of what stands in a column, so they are made anew first.
            Rewrite(connection, "analyze", "vacuum full", "checkpoint");
        }
        finally
        {
            Ask(connection, "select pg_advisory_unlock(5082)");
        }
    }

    // Not in a transaction: each rewrites files.
    private static void Rewrite(DbConnection connection, params string[] statements)
    {
        foreach (var statement in statements)
        {
            try
            {
                Ask(connection, statement);
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                // A role that may not ask for a checkpoint gets it within the server's own time.
            }
        }
    }

    // Asked again and again: a statement that waits would hold on to rows that others erase meanwhile.
    private static void Wait(DbConnection connection)
    {
        while (Ask(connection, "select pg_try_advisory_lock(5082)") is not true)
            Thread.Sleep(BeforeAgain);
    }

    private static object? Ask(DbConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 0;
        return command.ExecuteScalar();
    }
}
