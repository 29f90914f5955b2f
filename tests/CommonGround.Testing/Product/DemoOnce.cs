using CommonGround.Testing.Databases;

namespace CommonGround.Testing.Product;

/// <summary>The demo world, played in once for each sort of database: every test that starts from it gets a copy.</summary>
/// <param name="play">Starts the product on an empty database, waits until the demo people are there, and ends it.</param>
public sealed class DemoOnce(Func<TestDatabase, Task> play)
{
    private readonly Lazy<Task<TestDatabase>> _sqlite = new(() => Play(DatabaseKind.Sqlite, play));
    private readonly Lazy<Task<TestDatabase>> _postgres = new(() => Play(DatabaseKind.Postgres, play));

    public async Task<TestDatabase> CopyAsync(DatabaseKind kind) => await (await (kind == DatabaseKind.Sqlite ? _sqlite : _postgres).Value).CopyAsync();

    // It lasts as long as its process: its folder is removed with it, and PostgreSQL's server takes the database along.
    private static async Task<TestDatabase> Play(DatabaseKind kind, Func<TestDatabase, Task> play)
    {
        var database = await TestDatabase.CreateAsync(kind);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(database.DataFolder, recursive: true);
        await play(database);
        return database;
    }
}
