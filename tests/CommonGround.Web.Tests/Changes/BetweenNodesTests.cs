using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure.Live;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CommonGround.Web.Tests.Changes;

/// <summary>What another process says, as it would come: by hand, over a connection of the test's own.</summary>
[OnOneDatabase("SQLite has one process.")]
public sealed class BetweenNodesTests(PostgresDemo product) : IClassFixture<PostgresDemo>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task WhatAnotherNodeSays_IsHeard_AndOnesOwnIsNotHeardTwice()
    {
        var (live, caseId) = (product.Services.GetRequiredService<LiveUpdates>(), Guid.CreateVersion7());
        await using var heard = live.Listen(caseId, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        async Task Tell()
        {
            await Say($"{live.Node:N} {caseId:N} 7");
            await Say("nonsense");
            await Say($"{Guid.CreateVersion7():N} {caseId:N} 8");
        }

        await Listening();

        Assert.Equal(8, await FirstSaid(heard, Tell));
    }

    [Fact]
    public async Task TheConnectionIsLost_OpenPagesLookAnew_AndTheNextIsHeard()
    {
        var (live, caseId) = (product.Services.GetRequiredService<LiveUpdates>(), Guid.CreateVersion7());
        await using var heard = live.Listen(caseId, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = heard.MoveNextAsync().AsTask();
        await Listening();
        // Whoever begins to listen looks anew as well.
        while (await Task.WhenAny(next, Task.Delay(1000, TestContext.Current.CancellationToken)) == next)
            next = heard.MoveNextAsync().AsTask();

        await Ask($"select pg_terminate_backend(pid) from pg_stat_activity where {Hears}");

        Assert.True(await next.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal(0, heard.Current);
        Assert.Equal(9, await FirstSaid(heard, () => Say($"{Guid.CreateVersion7():N} {caseId:N} 9")));
    }

    /// <summary>The first version that is heard: "look anew" comes whenever a connection begins to hear, and what was said before it may be lost.</summary>
    private static async Task<long> FirstSaid(IAsyncEnumerator<long> heard, Func<Task> say)
    {
        do
        {
            var next = heard.MoveNextAsync().AsTask();
            await say();
            Assert.True(await next.WaitAsync(Patience, TestContext.Current.CancellationToken));
        }
        while (heard.Current == 0);
        return heard.Current;
    }

    private const string Hears = "datname = current_database() and query = 'listen commonground_case'";

    private async Task Listening()
    {
        for (var i = 0; i < 400 && await Ask($"select count(*) from pg_stat_activity where {Hears}") is 0L; i++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    private Task Say(string what) => Ask($"select pg_notify('commonground_case', '{what}')");

    private async Task<object?> Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(product.Database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
