using CommonGround.Testing.Databases;
using Npgsql;

namespace CommonGround.Web.Tests.TestHouse;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task CreateDatabase_FromTemplate_CopiesWhatIsInIt()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        var server = await PostgresServer.Shared;
        var template = await server.CreateDatabaseAsync("template_of_a_test");
        await ExecuteAsync(template, "CREATE TABLE person (name text); INSERT INTO person VALUES ('Åsa')");
        NpgsqlConnection.ClearAllPools();

        var copy = await server.CreateDatabaseAsync("copy_of_a_test", "template_of_a_test");

        Assert.Equal("Åsa", await ExecuteAsync(copy, "SELECT name FROM person"));
        await server.DropDatabaseAsync("copy_of_a_test");
        await server.DropDatabaseAsync("template_of_a_test");
    }

    [Fact]
    public async Task Dispose_DurableServer_LeavesNeitherServerNorFolder()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        var server = await PostgresServer.StartAsync(durable: true);
        Assert.Equal("on", await ExecuteAsync(server.ConnectionString, "SHOW fsync"));

        await server.DisposeAsync();

        Assert.False(Directory.Exists(server.DataFolder));
        await Assert.ThrowsAsync<NpgsqlException>(() => ExecuteAsync(server.ConnectionString, "SELECT 1"));
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
