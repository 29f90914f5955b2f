using System.Text;
using CommonGround.Testing.Databases;
using CommonGround.Testing.Product;
using Npgsql;

namespace CommonGround.Web.Tests.Scorecard.Erasure;

/// <summary>All bytes that a database has on disk: SQLite's files, or those of PostgreSQL's database. Its log is left out: it goes with a time of its own.</summary>
internal static class DatabaseBytes
{
    public static async Task<string> Of(RunningProduct product)
    {
        var said = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(await Folder(product), "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            said.Append(await reader.ReadToEndAsync());
        }

        return said.ToString();
    }

    private static async Task<string> Folder(RunningProduct product)
    {
        if (product.Kind == DatabaseKind.Sqlite)
            return product.Database.DataFolder;

        var server = await PostgresServer.Shared;
        Assert.SkipWhen(server.DataFolder is null, "The server's files are not here.");
        await using var connection = new NpgsqlConnection(product.Database.ConnectionString);
        await connection.OpenAsync();
        // What is in memory only is not on disk yet.
        await using (var checkpoint = new NpgsqlCommand("checkpoint", connection))
            await checkpoint.ExecuteNonQueryAsync();
        await using var own = new NpgsqlCommand("select oid::text from pg_database where datname = current_database()", connection);
        return Path.Combine(server.DataFolder, "base", (string)(await own.ExecuteScalarAsync())!);
    }
}
