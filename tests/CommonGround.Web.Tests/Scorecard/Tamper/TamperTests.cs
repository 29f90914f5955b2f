using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Tamper;

/// <summary>
/// Journal and access log are tampered with by hand, where and how chance says: the verification names chain and entry each time, and
/// nothing where nothing was done. What still fits together is seen by an anchor and by nothing else: without one it must pass, or the
/// anchor was not what saw it.
/// </summary>
[ScorecardRow("P2")]
public abstract class TamperTests(RunningProduct product)
{
    [Fact]
    public async Task Verify_TamperedWith_NamesChainAndEntryEachTime()
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var (logs, anchors) = (await Looked(db), Anchors());
        var ways = logs.SelectMany(log => Tampering.Of(log.Log).Select(way => (log, way))).ToList();
        var (chance, times, missed, passed, fitting) = (new Random(Volume.Seed), Volume.Of(sample: ways.Count, full: 1_000), new List<string>(), 0, 0);

        for (var i = 0; i < times; i++)
        {
            var (log, way) = ways[i % ways.Count];
            await using var undone = await db.Database.BeginTransactionAsync();
            var where = await way.Do(log, chance);
            var found = (await AuditVerification.Verify(db, anchors, CancellationToken.None)).Finding;
            if (!where.Any(w => w.IsNamedBy(found)))
                missed.Add($"{log.Log}, {way.What}, {where[0]}: {found?.ToString() ?? "nothing found"}");
            if (!way.FitsTogether)
                continue;

            fitting++;
            passed += (await AuditVerification.Verify(db, CancellationToken.None)).Whole ? 1 : 0;
        }

        var whole = await AuditVerification.Verify(db, anchors, CancellationToken.None);
        Figure.Report("P2", $"{times} tamperings of {ways.Count} kinds on {product.Kind} in {whole.JournalEntries} journal and {whole.AccessEntries} access-log entries: {times - missed.Count} found, each named; untouched: {(whole.Whole ? "whole" : "broken")}; without an anchor {passed} of the {fitting} that fit together pass");
        Assert.True(missed.Count == 0, string.Join('\n', missed));
        Assert.True(whole.Whole, whole.FirstBroken);
        Assert.True(ways.Count >= 50 && fitting > 0 && passed == fitting, $"{passed} of {fitting} without an anchor; {ways.Count} kinds");
    }

    /// <summary>Were nothing done, or another entry named, the test above would say so.</summary>
    [Fact]
    public async Task IsNamedBy_NothingOrAnother_IsNo()
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var log = (await Looked(db))[0];
        var (chain, length) = log.Chains.First(c => c.Length > 1);
        var where = new Tampered(log.Log, chain, length, length);

        Assert.False(where.IsNamedBy((await AuditVerification.Verify(db, Anchors(), CancellationToken.None)).Finding));
        Assert.False(where.IsNamedBy(new AuditFinding(log.Log, $"{chain}", length - 1, AuditFlaw.Missing)));
        Assert.False(where.IsNamedBy(new AuditFinding(log.Log, $"{Guid.CreateVersion7()}", length, AuditFlaw.Missing)));
        Assert.False(where.IsNamedBy(new AuditFinding(AuditLog.Access, $"{chain}", length, AuditFlaw.Missing)));
        Assert.True(where.IsNamedBy(new AuditFinding(log.Log, $"{chain}", length, AuditFlaw.Missing)));
    }

    private async Task<IReadOnlyList<LogByHand>> Looked(CommonGroundDb db)
    {
        var sara = await product.SignInAs("sara");
        foreach (var page in Enumerable.Repeat(new[] { "", "/sharing", "/who-helps", "/looked" }, 5).SelectMany(p => p))
            (await sara.Open($"/my/{DemoFile.IdOf("case-sara")}{page}")).ExpectOk();
        var logs = new[] { await LogByHand.Of(db, AuditLog.Journal), await LogByHand.Of(db, AuditLog.Access) };
        Assert.All(logs, log => Assert.True(log.Chains.Sum(chain => chain.Length) >= 20));
        return logs;
    }

    // As it comes back from outside.
    private AnchoredHeads Anchors() => new([Anchor.Read(product.Services.GetRequiredService<Anchoring>().Take().Line())!]);

    public sealed class OnSqlite(SqliteDemo product) : TamperTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : TamperTests(product), IClassFixture<PostgresDemo>;
}
