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
    private readonly Channel<bool> _soon = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>When whoever asks need not wait for it.</summary>
    public void TakeSoon() => _soon.Writer.TryWrite(true);

    internal async Task Asked(CancellationToken cancel) => await _soon.Reader.ReadAsync(cancel);

    public void Take()
    {
        using var connection = database.Open();
        // Not in a transaction: each rewrites files. PostgreSQL's statistics keep samples of what stands in a column, so they are made anew first.
        string[] statements = connection is SqliteConnection
            ? ["pragma wal_checkpoint(truncate)", "vacuum", "pragma wal_checkpoint(truncate)"]
            : ["analyze", "vacuum full", "checkpoint"];
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.CommandTimeout = 0;
            try
            {
                command.ExecuteNonQuery();
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                // A role that may not ask for a checkpoint gets it within the server's own time.
            }
        }
    }
}
