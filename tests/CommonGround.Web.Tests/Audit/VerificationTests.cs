using System.Text;
using CommonGround.Domain.Journal;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Scorecard.Tamper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Audit;

public abstract class VerificationTests(RunningProduct product)
{
    [Fact]
    public async Task Verify_WhilePeopleWork_TakesNothingForTampering()
    {
        var database = product.Services.GetRequiredService<PlainDatabase>();
        var sara = await product.SignInAs("sara");
        var looking = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
                (await sara.Open($"/my/{DemoFile.IdOf("case-sara")}")).ExpectOk();
        });

        var reports = new List<AuditReport>();
        while (!looking.IsCompleted)
            reports.Add(await AuditVerification.Verify(database, null, CancellationToken.None));
        await looking;

        Assert.All(reports, report => Assert.Null(report.FirstBroken));
        Assert.True(reports.Select(r => r.AccessEntries).Distinct().Count() > 1, "Nothing was written meanwhile.");
    }

    [Fact]
    public async Task Verify_OnItsOwnConnections_FindsWhatItFindsOnOne()
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var (one, many) = (await AuditVerification.Verify(db, CancellationToken.None), await AuditVerification.Verify(product.Services.GetRequiredService<PlainDatabase>(), null, CancellationToken.None));

        Assert.Null(many.FirstBroken);
        Assert.Equal(one.JournalEntries, many.JournalEntries);
        Assert.True(many.JournalEntries > 100);
    }

    /// <summary>Entries of the first form, whose digests stand for words alone, are held to that.</summary>
    [Theory]
    [InlineData("kind = kind", true)]
    [InlineData("label = 'other'", true)]
    [InlineData("text = key", false)]
    [InlineData("kind = kind + 1", false)]
    public async Task Verify_EntryOfTheFirstForm_IsHeldToWhatItPromised(string alteration, bool whole)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var log = await LogByHand.Of(db, AuditLog.Journal);
        await using var undone = await db.Database.BeginTransactionAsync();
        var (chain, at) = (await log.WithBeside())[0];
        var entry = Encoding.UTF8.GetString((await log.Read(chain, at, at)).Single().Entry);
        foreach (var text in await db.JournalTexts.IgnoreQueryFilters([CommonGroundDb.SharingFilter]).AsNoTracking().Where(t => t.StreamId == chain && t.Position == at).ToListAsync())
            entry = entry.Replace(Json(text.Digest), Json(Chain.Digest(text.Key, text.Text)), StringComparison.Ordinal);
        Assert.Contains("\"v\":2", entry, StringComparison.Ordinal);
        await log.SetEntry(chain, at, "entry = {2}", Encoding.UTF8.GetBytes(entry.Replace("\"v\":2", "\"v\":1", StringComparison.Ordinal)));
        await log.HashAnew(chain, at);

        await log.SetBeside(chain, at, alteration);

        var report = await AuditVerification.Verify(db, CancellationToken.None);
        Assert.Equal(whole ? null : $"journal {chain}, entry {at}: TextAltered", report.FirstBroken);
    }

    // As it stands in the bytes, where Base64's plus sign is escaped.
    private static string Json(byte[] digest)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(digest);
        return json.Trim('"');
    }

    public sealed class OnSqlite(SqliteDemo product) : VerificationTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : VerificationTests(product), IClassFixture<PostgresDemo>;
}
