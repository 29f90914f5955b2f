using CommonGround.Domain.SickLeave;
using CommonGround.Testing.Databases;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Infrastructure.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using static CommonGround.Web.Tests.SickNotes.SickNoteScene;

namespace CommonGround.Web.Tests.SickNotes;

public abstract class TakingInTests(RunningProduct product)
{
    private readonly SickNoteScene _scene = new(product.Services);

    [Fact]
    public async Task TakeIn_TheSameAgain_IsADuplicate_AndAddsNoRow()
    {
        var number = NewNumber();
        Assert.Equal(ImportStatus.Imported, (await _scene.TakeIn(Note(number, "again"))).Single().Status);
        var before = await Rows();

        Assert.Equal(ImportStatus.Duplicate, (await _scene.TakeIn(Note(number, "again"))).Single().Status);
        Assert.Equal(before, await Rows());
    }

    [Fact]
    public async Task TakeIn_SameNumberOtherContent_TakesItsPlace_AndTellsWhatMoved()
    {
        var number = NewNumber();
        await _scene.TakeIn(Note(number, "corrected"));

        var kept = (await _scene.TakeIn(Note(number, "corrected", to: "2026-03-20"))).Single();

        Assert.Equal(ImportStatus.Imported, kept.Status);
        Assert.Equal(["certificate-id.other-content", "period.added"], kept.Notes.Select(n => n.Code));
        Assert.Equal(["2026-03-16", "2026-03-20", "", "100"], kept.Notes[1].Arguments);
        var episode = Assert.Single(await Episodes(number));
        Assert.Equal((19, 1), (episode.Days, episode.Certificates));
    }

    [Fact]
    public async Task TakeIn_SameNumberOfAnotherPerson_StandsBeside()
    {
        var (one, other) = (NewNumber(), NewNumber());
        var kept = await _scene.TakeIn(Note(one, "shared"), Note(other, "shared"));

        Assert.All(kept, k => Assert.Equal(ImportStatus.Imported, k.Status));
        Assert.Single(await Episodes(one));
        Assert.Single(await Episodes(other));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TakeIn_AReplacingCertificate_OnlyItCounts_WhicheverComesFirst(bool inOrder)
    {
        var number = NewNumber();
        var first = Note(number, number + "-1");
        var second = Note(number, number + "-2", degree: "HALFTEN");
        (second.Signed, second.Relation) = ("2026-03-03T08:00:00", ("ERSATT", number + "-1"));

        await _scene.TakeIn(inOrder ? first : second);
        await _scene.TakeIn(inOrder ? second : first);

        var episode = Assert.Single(await Episodes(number));
        Assert.Equal(50, Assert.Single(episode.Spans).Degree);
        Assert.Equal(1, await _scene.With(db => db.Whole<ReceivedCertificate>().CountAsync(c => c.IdExtension == number + "-1" && c.SupersededById != null)));
    }

    [Fact]
    public async Task TakeIn_AGapOfFiveDays_IsOneEpisode_OfSixTwo()
    {
        var (near, far) = (NewNumber(), NewNumber());
        await _scene.TakeIn(Note(near, near + "a"), Note(near, near + "b", "2026-03-21", "2026-03-25"));
        await _scene.TakeIn(Note(far, far + "a"), Note(far, far + "b", "2026-03-22", "2026-03-25"));

        Assert.Equal(19, Assert.Single(await Episodes(near)).Days);
        Assert.Equal([14, 4], (await Episodes(far)).Select(e => e.Days));
    }

    [Fact]
    public async Task TakeIn_APersonWhoIsHere_KeepsTheirName()
    {
        await _scene.TakeIn(Note("198403149803", "sara-renamed", "2020-01-01", "2020-01-05", family: "Annan"));

        Assert.Equal("Sara Lind", await _scene.With(async db => (await db.Persons.SingleAsync(p => p.NationalId == "198403149803")).Name));
    }

    [Fact]
    public async Task TakeIn_IsJournaled_WithoutWordsInTheChain()
    {
        var number = NewNumber();
        var before = await _scene.With(db => db.Journal.CountAsync(e => e.StreamId == Clinic));
        await _scene.TakeIn(Note(number, "journaled"), Note(number, "journaled-2", "2026-04-01", "2026-04-02"));

        Assert.Equal(before + 2, await _scene.With(db => db.Journal.CountAsync(e => e.StreamId == Clinic)));
        var last = await _scene.With(db => db.Journal.Where(e => e.StreamId == Clinic).OrderByDescending(e => e.Position).FirstAsync());
        Assert.Equal("CertificateReceived", last.Event);
        Assert.DoesNotContain(number, System.Text.Encoding.UTF8.GetString(last.Entry));
        Assert.Null((await _scene.With(db => AuditVerification.Verify(db, CancellationToken.None))).FirstBroken);
    }

    [Fact]
    public async Task TakeIn_AThousand_IsTimed()
    {
        if (product.Kind != DatabaseKind.Sqlite)
            return;

        var notes = Enumerable.Range(0, 1000).Select(i => Note(NewNumber(), $"many-{i}")).ToList();
        var started = System.Diagnostics.Stopwatch.StartNew();
        foreach (var some in notes.Chunk(50))
            Assert.All(await _scene.TakeIn(some), k => Assert.Equal(ImportStatus.Imported, k.Status));
        TestContext.Current.TestOutputHelper?.WriteLine($"1000 sick notes in {started.Elapsed.TotalSeconds:0.0} s");
    }

    private Task<List<Episode>> Episodes(string number) => _scene.With(db => db.Whole<Episode>().Include(e => e.Spans)
        .Where(e => e.Person!.NationalId == number).OrderBy(e => e.From).ToListAsync());

    private Task<(int, int, int, int, int, int)> Rows() => _scene.With(async db => (
        await db.Whole<ReceivedCertificate>().CountAsync(), await db.Whole<ReceivedField>().CountAsync(), await db.Whole<LeavePeriod>().CountAsync(),
        await db.Whole<Episode>().CountAsync(), await db.Persons.CountAsync(), await db.Journal.CountAsync()));

    public sealed class OnSqlite(SqliteDemo product) : TakingInTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : TakingInTests(product), IClassFixture<PostgresDemo>;
}
