using System.Diagnostics;
using CommonGround.Domain.Journal;
using CommonGround.Scorecard;
using CommonGround.Testing.Databases;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommonGround.Web.Tests.Scorecard.EveryLook;

/// <summary>
/// Many people open at random whatever the product has. What each answer showed, told from the answer alone, is in the access log: once,
/// in its order, about those and nobody else; whoever was not let in is there as an attempt, and what carries nothing is not.
/// </summary>
[ScorecardRow("P1")]
public sealed class EveryLookTests
{
    private static readonly string[] People =
        ["amina", "sara", "karin", "jonas", "maria", "berit", "vera", "lena", "erik", "oskar", "hanna", "ingrid"];

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task TheAccessLog_HoldsWhatEachAnswerShowed_AndNothingElse(DatabaseKind kind)
    {
        Assert.SkipWhen(kind == DatabaseKind.Postgres && PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        var (walked, took) = await Walk(kind, Volume.Of(sample: 400, full: 100_000), _ => { });
        var faults = walked.Faults();
        var (looks, attempts, searches) = (walked.Expected.Count(e => e.Permitted), walked.Expected.Count(e => !e.Permitted), walked.Expected.Count(e => e.Searched));

        Figure.Report("P1", $"{walked.Accesses} accesses on {kind} in {took.TotalSeconds:0} s: {looks} looks at {walked.Expected.Sum(e => e.People.Count)} people ({searches} of them searches), {attempts} attempts, {walked.Accesses - looks - attempts} that showed nobody; {walked.Entries} entries in the access log, {faults.Count} missing, doubled or other");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
        Assert.True(looks > walked.Accesses / 5 && attempts > walked.Accesses / 20 && searches > 0, "The walk must see all sorts.");

        // The negative control: an entry that is not there, one that is there twice, and one about someone else.
        Assert.NotEmpty(walked.Without(1).Faults());
        Assert.NotEmpty(walked.Twice(1).Faults());
        Assert.NotEmpty(walked.AboutAnother(1).Faults());
    }

    /// <summary>The negative control in the product: rows no longer note that they were loaded, so what some lists show is not logged.</summary>
    [Fact]
    public async Task AProductThatForgetsWhatItLoaded_IsFoundOut()
    {
        var (walked, _) = await Walk(DatabaseKind.Sqlite, 400, services => services.Remove(services.Single(s => s.ImplementationInstance is DisclosureInterceptor)));

        Assert.NotEmpty(walked.Faults());
    }

    private static async Task<(Walked Walked, TimeSpan Took)> Walk(DatabaseKind kind, int accesses, Action<IServiceCollection> change)
    {
        await using var database = await ProductFactory.Demo.CopyAsync(kind);
        await using var factory = new ProductFactory(database, ProductFactory.WithDemo);
        await using var product = factory.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        {
            // A hundred thousand answers would fill the memory with what is logged about them.
            services.AddLogging(log => log.ClearProviders());
            change(services);
        }));
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var addresses = await WalkedAddresses.Of(db, product.Services.GetRequiredService<EndpointDataSource>());
        var showed = await WhatItShowed.Of(db);
        var walkers = new List<Walker>();
        foreach (var person in People)
            walkers.Add(await Walker.SignIn(product, person, addresses, showed, Volume.Seed + walkers.Count));

        var before = await db.AccessLog.CountAsync();
        var clock = Stopwatch.StartNew();
        // Each their own share, so that the same seed walks the same way.
        await Task.WhenAll(walkers.Select((walker, i) => Task.Run(async () =>
        {
            for (var step = i; step < accesses; step += walkers.Count)
                await walker.Step();
        })));
        var took = clock.Elapsed;
        var entries = await db.AccessLog.AsNoTracking().Include(e => e.People).OrderBy(e => e.Position).ToListAsync();
        Assert.Single(entries.Select(e => e.WriterId).Distinct());
        return (new Walked([.. walkers.SelectMany(w => w.Answers)], [.. entries.Skip(before)]), took);
    }
}
