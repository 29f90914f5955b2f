using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Infrastructure.Retention;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Retention;

/// <summary>The daily job of two nodes at the same moment: what is kept no longer goes, and is noted once.</summary>
[OnOneDatabase("SQLite belongs to one process.")]
public sealed class TwoRetentionJobsTests(PostgresDemo product) : IClassFixture<PostgresDemo>
{
    [Fact]
    public async Task AtTheSameMoment_EraseEachThingOnce()
    {
        await using var other = new ProductFactory(product.Database, ProductFactory.WithDemo);
        var jobs = new[] { product.Services, other.Services }.Select(services => services.GetRequiredService<RetentionJob>()).ToList();
        var cases = await product.With(db => db.Cases.Select(c => c.Id).ToListAsync());
        product.Clock.Advance(TimeSpan.FromDays(365.25 * 11));
        other.Clock.Advance(TimeSpan.FromDays(365.25 * 11));
        var before = await Erasures();

        var rows = await Task.WhenAll(jobs.Select(job => Task.Run(() => job.Once(TestContext.Current.CancellationToken))));

        Assert.NotEqual(0, rows.Sum());
        Assert.Empty(await product.With(db => db.Cases.ToListAsync()));
        Assert.Empty(await product.With(db => db.Whole<Party>().ToListAsync()));
        Assert.Null((await product.With(db => AuditVerification.Verify(db, TestContext.Current.CancellationToken))).FirstBroken);
        // In each case's own journal once; in a unit's, once for each person who was in it.
        var noted = (await Erasures()).Except(before).CountBy(entry => entry.Stream).ToDictionary();
        Assert.All(cases, caseId => Assert.Equal(1, noted[caseId]));
        Assert.All(await Task.WhenAll(jobs.Select(job => job.Once(TestContext.Current.CancellationToken))), again => Assert.Equal(0, again));
    }

    private Task<List<(Guid Stream, long Position)>> Erasures() => product.With(async db =>
        (await db.Journal.AsNoTracking().Where(e => e.Event == Erasure.Event).Select(e => new { e.StreamId, e.Position }).ToListAsync())
            .Select(e => (e.StreamId, e.Position)).ToList());
}
