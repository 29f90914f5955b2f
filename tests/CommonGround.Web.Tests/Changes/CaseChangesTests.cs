using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Changes;

public abstract class CaseChangesTests(RunningProduct product)
{
    private protected static readonly Guid Amina = DemoFile.IdOf("amina");
    private static readonly Guid Sara = DemoFile.IdOf("sara");

    [Fact]
    public async Task InCase_SameCommandTwice_HasOneEffect()
    {
        var caseId = await OpenCase();
        var by = new Actor(Amina, Hat.Support, Purpose.Coordination, Guid.CreateVersion7());

        var first = await Note(caseId, by, "/first");
        var second = await Note(caseId, by, "/second");

        Assert.Equal("/first", first.Value);
        Assert.Equal("/first", second.Value);
        Assert.Equal(2, await With(db => db.Journal.CountAsync(e => e.StreamId == caseId)));
    }

    [Fact]
    public async Task InCase_ManyAtOnce_LosesAndDoublesNothing()
    {
        var caseId = await OpenCase();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            Note(caseId, new Actor(Amina, Hat.Support, Purpose.Coordination, Guid.CreateVersion7()), $"/{i}")));

        Assert.All(outcomes, o => Assert.True(o.Succeeded));
        Assert.Equal(7, await With(db => db.Journal.CountAsync(e => e.StreamId == caseId)));
        Assert.Null((await With(db => AuditVerification.Verify(db, CancellationToken.None))).FirstBroken);
    }

    [Fact]
    public async Task InCase_Refused_StoresNothing()
    {
        var caseId = await OpenCase();
        var by = new Actor(Amina, Hat.Support, Purpose.Coordination, Guid.CreateVersion7());

        var outcome = await Make(caseId, by, change =>
        {
            change.Journal("Noted");
            return new NotFound();
        });

        Assert.IsType<NotFound>(outcome.Error);
        Assert.Equal(1, await With(db => db.Journal.CountAsync(e => e.StreamId == caseId)));
        Assert.False(await With(db => db.Commands.AnyAsync(c => c.Id == by.CommandId)));
    }

    [Fact]
    public async Task Reads_WithoutAViewer_FindNothing_AndAPartyFindsWhatTheGrantsOpen()
    {
        var caseId = await OpenCase();

        Assert.Empty(await With(db => db.Parties.Where(p => p.CaseId == caseId).ToListAsync()));
        Assert.Equal(2, (await With(db => db.Parties.Where(p => p.CaseId == caseId).ToListAsync(), Amina)).Count);
        Assert.Empty(await With(db => db.Parties.Where(p => p.CaseId == caseId).ToListAsync(), DemoFile.IdOf("jonas")));
        Assert.Empty(await With(db => db.Parties.Where(p => p.CaseId == caseId).ToListAsync(), Amina, Purpose.Intake));
    }

    [Theory]
    [InlineData("update journal_entry set entry = @altered where position = 1")]
    [InlineData("update journal_entry set event = 'Other' where position = 1")]
    [InlineData("update journal_text set text = @altered")]
    [InlineData("delete from journal_text")]
    [InlineData("delete from journal_entry where position = 1")]
    [InlineData("update journal_head set position = position + 1")]
    public async Task Verify_AlteredByHand_NamesTheEntry(string alteration)
    {
        var caseId = await OpenCase();
        await Note(caseId, new Actor(Amina, Hat.Support, Purpose.Coordination, Guid.CreateVersion7()), "/");
        Assert.Null((await With(db => AuditVerification.Verify(db, CancellationToken.None))).FirstBroken);

        var report = await With(async db =>
        {
            await using var undone = await db.Database.BeginTransactionAsync();
#pragma warning disable EF1002 // The statements stand in this file.
            await db.Database.ExecuteSqlRawAsync(alteration.Replace("@altered", product.Kind == Testing.Databases.DatabaseKind.Sqlite ? "x'7b7d'" : "'\\x7b7d'::bytea"));
#pragma warning restore EF1002
            return await AuditVerification.Verify(db, CancellationToken.None);
        });

        Assert.Contains("entry", report.FirstBroken);
    }

    private protected async Task<Guid> OpenCase()
    {
        var id = Guid.CreateVersion7();
        await using var scope = product.Services.CreateAsyncScope();
        var changes = scope.ServiceProvider.GetRequiredService<CaseChanges>();
        var opened = await changes.InUnit(DemoFile.IdOf("stress-clinic"), new Actor(Amina, Hat.Support, Purpose.Intake, Guid.CreateVersion7()), change =>
        {
            change.Open(Case.Open(id, "try", "0", "se", change.Unit.Id, Sara, Amina, new DateOnly(2026, 11, 2), ["start"], change.Now),
                new JournalWords(InformationKind.Leave, "first-day", "2026-11-02"));
            return Task.FromResult<Outcome<string>>("/cases");
        });
        Assert.True(opened.Succeeded);
        return id;
    }

    private protected Task<Outcome<string>> Note(Guid caseId, Actor by, string location) => Make(caseId, by, change =>
    {
        change.Journal("Noted", new JournalWords(InformationKind.Plan, "note", "words", Amina));
        return location;
    });

    private protected Task<Outcome<string>> Make(Guid caseId, Actor by, Func<CaseChange, Outcome<string>> change) =>
        Make(caseId, by, c => Task.FromResult(change(c)));

    private protected async Task<Outcome<string>> Make(Guid caseId, Actor by, Func<CaseChange, Task<Outcome<string>>> change)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseChanges>().InCase(caseId, by, change);
    }

    private protected async Task<T> With<T>(Func<CommonGroundDb, Task<T>> read, Guid viewer = default, Purpose purpose = Purpose.Coordination)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        if (viewer != default)
            db.Viewer = new Viewer(viewer, product.Clock.GetUtcNow().UtcDateTime, purpose);
        return await read(db);
    }

    public sealed class OnSqlite(SqliteDemo product) : CaseChangesTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : CaseChangesTests(product), IClassFixture<PostgresDemo>
    {
        // On SQLite one change waits for the other to end, so that none can be stored in the middle of one.
        [Fact]
        public async Task InCase_TheSameCommandStoredMeanwhile_IsNotRefusedForItsOwnEffect()
        {
            var caseId = await OpenCase();
            var by = new Actor(Amina, Hat.Support, Purpose.Coordination, Guid.CreateVersion7());
            var meanwhile = () => Note(caseId, by, "/meanwhile");

            var outcome = await Make(caseId, by, async change =>
            {
                var other = meanwhile;
                meanwhile = () => Task.FromResult<Outcome<string>>("/");
                await other();
                if (await change.Db.Journal.AnyAsync(e => e.StreamId == caseId && e.Event == "Noted"))
                    return new NotFound();

                change.Journal("Noted");
                return "/mine";
            });

            Assert.Equal("/meanwhile", outcome.Value);
            Assert.Equal(2, await With(db => db.Journal.CountAsync(e => e.StreamId == caseId)));
        }
    }
}
