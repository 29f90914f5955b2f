using Npgsql;

namespace CommonGround.Web.Persistence;

/// <summary>
/// Processes that begin at the same moment on one PostgreSQL prepare it one after the other: what is made once (the schema, the first key,
/// the demo) each later one finds. On SQLite there is one process. Ends with its connection, and so with a process that dies.
/// </summary>
internal sealed class OneStartAtATime : IAsyncDisposable
{
    private readonly NpgsqlConnection? _held;

    private OneStartAtATime(NpgsqlConnection? held) => _held = held;

    public static async Task<OneStartAtATime> Begin(IConfiguration configuration)
    {
        if (!DatabaseSetup.IsPostgres(configuration))
            return new OneStartAtATime(null);

        // Not from the pool, which would keep it, and the lock, after us.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(configuration["COMMONGROUND_DATABASE"]) { Pooling = false }.ToString());
        await connection.OpenAsync();
        // Another's new schema may take its time.
        await using var wait = new NpgsqlCommand("select pg_advisory_lock(5081)", connection) { CommandTimeout = 0 };
        await wait.ExecuteNonQueryAsync();
        return new OneStartAtATime(connection);
    }

    public ValueTask DisposeAsync() => _held?.DisposeAsync() ?? ValueTask.CompletedTask;
}
