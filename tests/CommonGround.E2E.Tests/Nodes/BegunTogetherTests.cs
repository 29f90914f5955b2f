using System.Security.Cryptography;
using CommonGround.E2E.Tests.Kills;
using CommonGround.Testing.Databases;

namespace CommonGround.E2E.Tests.Nodes;

/// <summary>Nodes that begin at the same moment, as after a power cut or a new installation.</summary>
public sealed class BegunTogetherTests
{
    private static Dictionary<string, string> Installed { get; } = new() { ["COMMONGROUND_DEMO"] = "false", ["ASPNETCORE_ENVIRONMENT"] = "Production" };

    [Fact]
    public async Task OnAnEmptyDatabase_AllServe_AndShareOneKey()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var nodes = Enumerable.Range(0, 3).Select(_ => ProductProcess.Begin(database, Installed)).ToList();
        try
        {
            await Task.WhenAll(nodes.Select(node => node.WaitUntilReadyAsync()));

            // With a key each, what one gave a browser could be nothing to another until it looks for keys again, a day later.
            Assert.Equal(1, await Keys(database));
        }
        finally
        {
            await Task.WhenAll(nodes.Select(node => node.EndAsync()));
        }
    }

    [Fact]
    public async Task WithAnotherKeyFile_OneDoesNotServe_AndSaysWhatToDo()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var nodes = new List<ProductProcess>();
        foreach (var name in new[] { "one", "two" })
        {
            var key = Path.Combine(database.DataFolder, name);
            await File.WriteAllTextAsync(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), TestContext.Current.CancellationToken);
            nodes.Add(ProductProcess.Begin(database, new Dictionary<string, string>(Installed) { ["COMMONGROUND_KEY_FILE"] = key }));
        }

        try
        {
            var refused = await await Task.WhenAny(nodes.Select(async node => (Node: node, Code: await node.EndedAsync())));

            Assert.Equal(1, refused.Code);
            Assert.Contains("COMMONGROUND_KEY_FILE", refused.Node.Output, StringComparison.Ordinal);
            await nodes.Single(node => node != refused.Node).WaitUntilReadyAsync();
        }
        finally
        {
            await Task.WhenAll(nodes.Select(node => node.EndAsync()));
        }
    }

    private static async Task<long> Keys(TestDatabase database)
    {
        await using var connection = await Kept.Open(database);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from signing_key";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
