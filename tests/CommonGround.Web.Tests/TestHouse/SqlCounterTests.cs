using CommonGround.Testing.Sql;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommonGround.Web.Tests.TestHouse;

public sealed class SqlCounterTests : IAsyncLifetime
{
    private readonly SqlCounter _counter = new();
    private WebApplication? _app;

    [Fact]
    public async Task Take_OfTwoRequestsAtOnce_KeepsTheirStatementsApart()
    {
        await Task.WhenAll(Request("/three", "a"), Request("/one", "b"));

        Assert.Equal(3, _counter.Take("a").Count);
        Assert.Single(_counter.Take("b"));
    }

    [Fact]
    public async Task Take_OfATaggedStatement_KnowsItsTag()
    {
        await Request("/three", "c");

        Assert.Equal(2, _counter.Take("c").Without("policy").Count);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IStartupFilter>(_counter);
        builder.Services.AddDbContext<Empty>(options => options.UseSqlite("Data Source=:memory:"));
        _app = builder.Build();
        _app.MapGet("/one", (Empty database) => database.Database.SqlQuery<int>($"SELECT 1 AS Value").SingleAsync());
        _app.MapGet("/three", async (Empty database) =>
        {
            await database.Database.SqlQuery<int>($"SELECT 1 AS Value").TagWith("policy").SingleAsync();
            await Task.Delay(20);
            await database.Database.SqlQuery<int>($"SELECT 2 AS Value").SingleAsync();
            await database.Database.ExecuteSqlAsync($"CREATE TABLE person (name text)");
        });
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync() => await _app!.DisposeAsync();

    private async Task Request(string path, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { SqlCounter.RequestHeader, name } } };
        using var response = await _app!.GetTestClient().SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private sealed class Empty(DbContextOptions<Empty> options) : DbContext(options);
}
