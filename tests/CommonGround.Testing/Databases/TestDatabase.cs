using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommonGround.Testing.Databases;

/// <summary>A database of one test class: made empty, and gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgresServer? _server;
    private readonly string _name;

    private TestDatabase(DatabaseKind kind, string dataFolder, string connectionString, PostgresServer? server, string name)
    {
        Kind = kind;
        DataFolder = dataFolder;
        ConnectionString = connectionString;
        _server = server;
        _name = name;
    }

    public DatabaseKind Kind { get; }

    /// <summary>The product's data folder; on SQLite the database file is in it.</summary>
    public string DataFolder { get; }

    /// <summary>What <c>COMMONGROUND_DATABASE</c> is set to: empty means SQLite.</summary>
    public string ConnectionString { get; }

    /// <param name="server">A PostgreSQL server of the test's own, for instance a durable one; else the shared one.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, PostgresServer? server = null)
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        var folder = TestFolder.Create();
        if (kind == DatabaseKind.Sqlite) return new TestDatabase(kind, folder, "", null, name);

        server ??= await PostgresServer.Shared;
        return new TestDatabase(kind, folder, await server.CreateDatabaseAsync(name), server, name);
    }

    /// <summary>Another with all that is in this one, which nobody writes in any more: a database played in once serves many tests.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        var folder = TestFolder.Create();
        if (Kind == DatabaseKind.Sqlite) SqliteConnection.ClearAllPools();
        foreach (var made in Directory.GetDirectories(DataFolder, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(folder, Path.GetRelativePath(DataFolder, made)));
        foreach (var file in Directory.GetFiles(DataFolder, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(folder, Path.GetRelativePath(DataFolder, file)));
        if (_server is null) return new TestDatabase(Kind, folder, "", null, name);

        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        return new TestDatabase(Kind, folder, await _server.CreateDatabaseAsync(name, template: _name), _server, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
            await _server.DropDatabaseAsync(_name);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(DataFolder, recursive: true);
    }
}
