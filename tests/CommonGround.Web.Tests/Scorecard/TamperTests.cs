using CommonGround.Domain.Journal;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard;

/// <summary>
/// Entries of the journal and of the access log are edited, deleted, put in another order and cut off by hand, where and how chance says:
/// the verification names the entry each time, and nothing where nothing was done.
/// </summary>
[ScorecardRow("P2")]
public abstract class TamperTests(RunningProduct product)
{
    private static readonly (string What, Func<CommonGroundDb, Link, Task> Do)[] Tamperings =
    [
        ("journal: its bytes", (db, at) => Entry(db, at).ExecuteUpdateAsync(set => set.SetProperty(e => e.Entry, new byte[] { 123, 125 }))),
        ("journal: its event", (db, at) => Entry(db, at).ExecuteUpdateAsync(set => set.SetProperty(e => e.Event, "Otherwise"))),
        ("journal: its actor", (db, at) => Entry(db, at).ExecuteUpdateAsync(set => set.SetProperty(e => e.ActorPersonId, Guid.Empty))),
        ("journal: deleted", (db, at) => Entry(db, at).ExecuteDeleteAsync()),
        ("journal: all after it cut off", (db, at) => db.Journal.Where(e => e.StreamId == at.Chain && e.Position >= at.Position).ExecuteDeleteAsync()),
        ("journal: moved", (db, at) => Entry(db, at).ExecuteUpdateAsync(set => set.SetProperty(e => e.Position, 100_000))),
        ("access log: its bytes", (db, at) => Shown(db, at).ExecuteUpdateAsync(set => set.SetProperty(e => e.Entry, new byte[] { 123, 125 }))),
        ("access log: what was shown", (db, at) => Shown(db, at).ExecuteUpdateAsync(set => set.SetProperty(e => e.What, "Start"))),
        ("access log: who looked", (db, at) => Shown(db, at).ExecuteUpdateAsync(set => set.SetProperty(e => e.ViewerPersonId, Guid.Empty))),
        ("access log: whether it was permitted", (db, at) => Shown(db, at).ExecuteUpdateAsync(set => set.SetProperty(e => e.Permitted, e => !e.Permitted))),
        ("access log: deleted", (db, at) => Shown(db, at).ExecuteDeleteAsync()),
        ("access log: all after it cut off", (db, at) => db.AccessLog.Where(e => e.WriterId == at.Chain && e.Position >= at.Position).ExecuteDeleteAsync()),
    ];

    [Fact]
    public async Task Verify_TamperedWith_NamesTheEntryEachTime()
    {
        var sara = await product.SignInAs("sara");
        foreach (var page in new[] { "", "/sharing", "/who-helps", "/looked" })
            (await sara.Open($"/my/{DemoFile.IdOf("case-sara")}{page}")).ExpectOk();
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var journal = await db.Journal.Select(e => new Link(e.StreamId, e.Position)).ToListAsync();
        var access = await db.AccessLog.Select(e => new Link(e.WriterId, e.Position)).ToListAsync();
        Assert.True(access.Count >= 4, "The pages were not logged.");
        var (random, times, missed) = (new Random(Volume.Seed), Volume.Of(sample: 24, full: 1_000), new List<string>());

        for (var i = 0; i < times; i++)
        {
            var (what, tamper) = Tamperings[i % Tamperings.Length];
            var (log, name) = what.StartsWith("journal", StringComparison.Ordinal) ? (journal, "journal") : (access, "access log");
            var at = log[random.Next(log.Count)];
            await using var undone = await db.Database.BeginTransactionAsync();
            await tamper(db, at);
            var found = (await AuditVerification.Verify(db, CancellationToken.None)).FirstBroken;
            if (found?.StartsWith($"{name} {at.Chain}, entry {at.Position}:", StringComparison.Ordinal) != true)
                missed.Add($"{what}, {at}: {found ?? "nothing found"}");
        }

        var whole = await AuditVerification.Verify(db, CancellationToken.None);
        Figure.Report("P2", $"{times} tamperings on {product.Kind} in {journal.Count} journal and {access.Count} access-log entries: {times - missed.Count} found, each named; untouched: {whole.Whole}");
        Assert.True(missed.Count == 0, string.Join('\n', missed));
        Assert.True(whole.Whole, whole.Sentence);
    }

    private static IQueryable<JournalEntry> Entry(CommonGroundDb db, Link at) => db.Journal.Where(e => e.StreamId == at.Chain && e.Position == at.Position);

    private static IQueryable<AccessEntry> Shown(CommonGroundDb db, Link at) => db.AccessLog.Where(e => e.WriterId == at.Chain && e.Position == at.Position);

    private sealed record Link(Guid Chain, long Position);

    public sealed class OnSqlite(SqliteDemo product) : TamperTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : TamperTests(product), IClassFixture<PostgresDemo>;
}
