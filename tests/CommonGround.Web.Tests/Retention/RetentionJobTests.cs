using CommonGround.Domain.Cases;
using CommonGround.Domain.SickLeave;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Infrastructure.Retention;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Retention;

/// <summary>The daily job, with the schedules as they are, over a whole world and its years.</summary>
public abstract class RetentionJobTests(RunningProduct product)
{
    [Fact]
    public async Task Years_GoBy_AndWhatIsKeptNoLonger_Goes_OfCasesAndOfWhatLedToNone()
    {
        var job = product.Services.GetRequiredService<RetentionJob>();
        product.Clock.Advance(TimeSpan.FromDays(365.25 * 9));
        Assert.Equal(0, await job.Once(CancellationToken.None));

        product.Clock.Advance(TimeSpan.FromDays(365.25 * 2));
        Assert.NotEqual(0, await job.Once(CancellationToken.None));

        Assert.Empty(await product.With(db => db.Cases.ToListAsync()));
        Assert.Empty(await product.With(db => db.Whole<ReceivedCertificate>().ToListAsync()));
        Assert.Empty(await product.With(db => db.Whole<Episode>().ToListAsync()));
        Assert.Empty(await product.With(db => db.Whole<Party>().ToListAsync()));
        Assert.Empty(await product.With(db => db.Grants.Where(g => g.CaseId != null).ToListAsync()));
        // Who works here stays; who was here as a patient only is forgotten.
        Assert.True(await product.With(db => db.Persons.AnyAsync(p => p.GivenName == "Amina")));
        Assert.False(await product.With(db => db.Persons.AnyAsync(p => p.GivenName == "Sara")));
        Assert.Null((await product.With(db => AuditVerification.Verify(db, CancellationToken.None))).FirstBroken);
        Assert.Equal(0, await job.Once(CancellationToken.None));
    }

    public sealed class OnSqlite(SqliteDemo product) : RetentionJobTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : RetentionJobTests(product), IClassFixture<PostgresDemo>;
}
