using System.Diagnostics;
using Npgsql;

namespace CommonGround.Testing.Databases;

/// <summary>
/// A real PostgreSQL server in a temporary folder, started when first asked for and gone with the process that asked.
/// <c>COMMONGROUND_TEST_POSTGRES</c> names a server to use instead.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> LazyShared = new(() => StartAsync());

    private readonly Process? _keeper;

    private PostgresServer(string connectionString, Process? keeper, string? dataFolder)
    {
        ConnectionString = connectionString;
        _keeper = keeper;
        DataFolder = dataFolder;
    }

    /// <summary>The one server of this test process.</summary>
    public static Task<PostgresServer> Shared => LazyShared.Value;

    /// <summary>Why there can be no server here, or null.</summary>
    public static string? Missing =>
        Environment.GetEnvironmentVariable("COMMONGROUND_TEST_POSTGRES") is { Length: > 0 } || FindPrograms() is not null
            ? null
            : "PostgreSQL is not installed here (Debian: apt-get install postgresql).";

    /// <summary>As its superuser, to the database <c>postgres</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>Where the server keeps its files; null when it is not ours.</summary>
    public string? DataFolder { get; }

    /// <summary>
    /// Starts a server. A <paramref name="durable"/> one syncs to disk as in production; the others do not, and make a
    /// database in some 50 ms.
    /// </summary>
    public static async Task<PostgresServer> StartAsync(bool durable = false)
    {
        if (!durable && Environment.GetEnvironmentVariable("COMMONGROUND_TEST_POSTGRES") is { Length: > 0 } given)
            return new PostgresServer(given, null, null);

        var programs = FindPrograms() ?? throw new InvalidOperationException(Missing);
        var folder = Path.Combine(Path.GetTempPath(), $"commonground-postgres-{Guid.CreateVersion7():N}");
        var port = FreePort.Find();
        var keeper = StartKeeper(folder, port, programs, durable);
        if (await keeper.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException($"PostgreSQL did not start: {await keeper.StandardError.ReadToEndAsync()}");

        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = "postgres",
            Database = "postgres",
            Pooling = false,
        };
        return new PostgresServer(connection.ConnectionString, keeper, Path.Combine(folder, "data"));
    }

    /// <summary>Makes a database, as a copy of <paramref name="template"/> where one is given, and returns its connection.</summary>
    /// <param name="template">Whoever is still connected to it is cut off: only what nobody uses can be copied.</param>
    public async Task<string> CreateDatabaseAsync(string name, string? template = null)
    {
        if (template is not null) await ExecuteAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{template}'");
        await ExecuteAsync(template is null ? $"CREATE DATABASE \"{name}\"" : $"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, Pooling = true, MaxPoolSize = 20 }.ConnectionString;
    }

    public Task DropDatabaseAsync(string name) => ExecuteAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");

    public async ValueTask DisposeAsync()
    {
        if (_keeper is null) return;
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // The server refuses to run as root, so root hands it to the user that Debian's package makes for it. That user may
    // not be allowed into our folders, so the script goes along as text.
    private static Process StartKeeper(string folder, int port, string programs, bool durable)
    {
        var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Databases", "postgres-server.sh"));
        string[] command = ["/bin/sh", "-c", script, "postgres-server", folder, $"{port}", programs, durable ? "durable" : "fast"];
        if (Environment.IsPrivilegedProcess) command = ["runuser", "-u", "postgres", "--", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        return Process.Start(start)!;
    }

    private static string? FindPrograms()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).ToList();
        if (Directory.Exists("/usr/lib/postgresql"))
            folders.AddRange(Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")));
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }
}
