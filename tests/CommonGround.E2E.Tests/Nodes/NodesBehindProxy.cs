using System.Security.Cryptography;
using CommonGround.E2E.Tests.Kills;
using CommonGround.Testing;
using CommonGround.Testing.Databases;
using CommonGround.Testing.Product;

namespace CommonGround.E2E.Tests.Nodes;

/// <summary>One proxy and its nodes for all that is tried behind them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BehindAProxy : ICollectionFixture<NodesBehindProxy>
{
    public const string Name = "behind a proxy";
}

/// <summary>
/// Two nodes as on two machines (a data folder each, and the same key file), on one PostgreSQL, behind one proxy that asks them in turn.
/// Both begin at once, on an empty database. Mail goes to a server of the test's; what nodes do by themselves, they do each second.
/// </summary>
public sealed class NodesBehindProxy : IAsyncLifetime
{
    private readonly List<ProductProcess> _nodes = [];
    private readonly List<Dictionary<string, string>> _settings = [];
    private TestDatabase? _database;
    private Proxy? _proxy;

    public Uri Address => _proxy!.Address;

    public TestDatabase Database => _database!;

    public IReadOnlyList<ProductProcess> Nodes => _nodes;

    public ReceivingServer Mail { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        Assert.SkipWhen(Proxy.Missing is not null, Proxy.Missing ?? "");
        _database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var key = Path.Combine(_database.DataFolder, "shared.key");
        await File.WriteAllTextAsync(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var port = FreePort.Find();
        foreach (var name in new[] { "one", "two" })
        {
            _settings.Add(new()
            {
                ["COMMONGROUND_DATA"] = Directory.CreateDirectory(Path.Combine(_database.DataFolder, name)).FullName,
                ["COMMONGROUND_KEY_FILE"] = key,
                ["COMMONGROUND_LISTEN"] = "127.0.0.1",
                ["COMMONGROUND_PROXY"] = "127.0.0.1",
                ["COMMONGROUND_ADDRESS"] = $"{Proxy.At(port)}",
                ["COMMONGROUND_SMTP"] = $"smtp://127.0.0.1:{Mail.Port}",
                ["COMMONGROUND_MAIL_FROM"] = $"{name}@region.example",
                ["COMMONGROUND_MAIL_EVERY"] = "1",
                ["COMMONGROUND_REMIND_EVERY"] = "00:00:01",
            });
            _nodes.Add(ProductProcess.Begin(_database, _settings[^1]));
        }

        await Task.WhenAll(_nodes.Select(node => node.WaitUntilReadyAsync()));
        _proxy = await Proxy.StartAsync(port, _database.DataFolder, [.. _nodes.Select(node => node.Address)]);
    }

    /// <summary>What nginx calls the node.</summary>
    internal static string NameOf(ProductProcess node) => $"127.0.0.1:{node.Address.Port}";

    /// <summary>Starts a node that was killed anew, where it was.</summary>
    public async Task ReviveAsync(ProductProcess killed)
    {
        var which = _nodes.IndexOf(killed);
        var port = killed.Address.Port;
        await killed.EndAsync();
        _nodes[which] = ProductProcess.Begin(Database, _settings[which], port);
        await _nodes[which].WaitUntilReadyAsync();
    }

    /// <summary>The first column of the first row.</summary>
    public async Task<T> Ask<T>(string sql)
    {
        await using var connection = await Kept.Open(Database);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Does it again and again until both nodes have answered this browser meanwhile: it must hold at each.</summary>
    internal async Task AtBoth(PlainBrowser browser, Func<Task> act)
    {
        var before = browser.AnsweredBy.Count;
        for (var times = 0; _nodes.Select(NameOf).Except(browser.AnsweredBy.Skip(before)).Any(); times++)
        {
            Assert.True(times < 10, "One node alone answers.");
            await act();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null) await _proxy.DisposeAsync();
        foreach (var node in _nodes) await node.EndAsync();
        await Mail.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}
