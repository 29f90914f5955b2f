using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Features.Episodes.OpenCase;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Tests.SickNotes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CommonGround.Web.Tests.SickNotes.SickNoteScene;

namespace CommonGround.Web.Tests.Episodes;

public abstract class OpenCaseTests(RunningProduct product)
{
    private readonly SickNoteScene _scene = new(product.Services);

    [Fact]
    public async Task Open_ByTheCoordinator_LeadsToTheCase_WithJournalGrantsAndTheFirstStepDone()
    {
        var (_, episode) = await NewEpisode();
        var visitor = await product.SignInAs("amina");

        var page = (await visitor.Submit((await visitor.Open($"/episodes/{episode}/open-case")).Form())).ExpectOk();

        var caseId = Guid.Parse(page.Address.Segments[^1]);
        var opened = await _scene.With(db => db.Cases.Include(c => c.Steps).IgnoreQueryFilters(new[] { "sharing" }).SingleAsync(c => c.Id == caseId));
        Assert.Equal(new DateOnly(2026, 3, 2), opened.FirstSickDay);
        Assert.NotNull(opened.Steps.Single(s => s.DoneAt is not null));
        Assert.Equal(["CaseOpened"], await _scene.With(db => db.Journal.Where(e => e.StreamId == opened.Id).Select(e => e.Event).ToListAsync()));
        Assert.True(await _scene.With(db => db.Grants.AnyAsync(g => g.CaseId == opened.Id && g.PersonId == opened.CitizenPersonId && g.Kind == InformationKind.Health)));
        Assert.False(await _scene.With(db => db.Grants.AnyAsync(g => g.CaseId == opened.Id && g.PersonId == DemoFile.IdOf("amina") && g.Kind == InformationKind.Health && !g.OwnWordsOnly)));
        Assert.Equal(0, await _scene.With(db => db.Whole<ReceivedField>().CountAsync(f => f.PersonId == opened.CitizenPersonId && f.CaseId != opened.Id)));
        Assert.True(await _scene.With(db => db.AccessLog.AnyAsync(e => e.What == "Episodes/OpenCase/OpenCase" && e.People.Any(p => p.PersonId == opened.CitizenPersonId))));
        Assert.Null((await _scene.With(db => AuditVerification.Verify(db, CancellationToken.None))).FirstBroken);
        Assert.Contains("Gå till ärendet", (await visitor.Open($"/episodes/{episode}")).Text());
    }

    [Fact]
    public async Task Open_TwiceAndBack_IsOneCase()
    {
        var (_, episode) = await NewEpisode();
        var visitor = await product.SignInAs("amina");
        var form = (await visitor.Open($"/episodes/{episode}/open-case")).Form();
        var again = (await visitor.Open($"/episodes/{episode}/open-case")).Form();

        var first = await visitor.Submit(form);
        var same = await visitor.Submit(form);
        var other = await visitor.Submit(again);

        Assert.Equal(first.Address, same.Address);
        Assert.Equal(first.Address, other.Address);
        Assert.Equal($"/episodes/{episode}", (await visitor.Open($"/episodes/{episode}/open-case")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Open_ForAColleague_LeadsToTheList_AndTheCaseIsTheirs()
    {
        var (_, episode) = await NewEpisode();
        var visitor = await product.SignInAs("karin");

        var page = await visitor.Submit((await visitor.Open($"/episodes/{episode}/open-case")).Form().Choose("Coordinator", DemoFile.IdOf("erik").ToString()));

        Assert.Equal("/episodes", page.Address.AbsolutePath);
        var caseId = await _scene.With(db => db.Whole<Episode>().Where(e => e.Id == episode).Select(e => e.CaseId).SingleAsync());
        (await visitor.Open($"/cases/{caseId}")).Expect(HttpStatusCode.NotFound);
        (await (await product.SignInAs("erik")).Open($"/cases/{caseId}")).ExpectOk();
    }

    [Fact]
    public async Task ACoordinatorOnSickLeave_DoesNotLeadTheirOwnCase()
    {
        var (_, episode) = await NewEpisode();
        var (person, unit) = await _scene.With(async db =>
        {
            var of = await db.Whole<Episode>().SingleAsync(e => e.Id == episode);
            db.Memberships.Add(new Membership { Id = Guid.CreateVersion7(), PersonId = of.PersonId, UnitId = of.UnitId, Role = PartyRole.Coordinator, From = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
            await db.SaveChangesAsync();
            return (of.PersonId, of.UnitId);
        });

        var offered = (await (await product.SignInAs("karin")).Open($"/episodes/{episode}/open-case")).ExpectOk();
        await using var scope = product.Services.CreateAsyncScope();
        var opened = await scope.ServiceProvider.GetRequiredService<OpenCaseHandler>().Open(unit, episode,
            product.Services.GetRequiredService<ProgrammeLibrary>().Programmes[0], person, null, new Actor(DemoFile.IdOf("karin"), Hat.Support, Purpose.Intake, Guid.CreateVersion7()));

        Assert.DoesNotContain(person.ToString(), offered.Html);
        Assert.Contains(DemoFile.IdOf("erik").ToString(), offered.Html);
        Assert.IsType<OwnCase>(opened.Error);
    }

    [Fact]
    public async Task Open_WithoutWhoLeads_SaysSo()
    {
        var (_, episode) = await NewEpisode();
        var visitor = await product.SignInAs("karin");

        var page = await visitor.Submit((await visitor.Open($"/episodes/{episode}/open-case")).Form());

        Assert.Contains("Välj vem som leder ärendet", page.Text("#errors"));
    }

    [Fact]
    public async Task Open_WhileAnotherCaseIsOpen_IsRefusedByName()
    {
        var (number, episode) = await NewEpisode();
        await _scene.TakeIn(Note(number, number + "-later", "2026-05-01", "2026-05-20"));
        var later = await _scene.With(db => db.Whole<Episode>().Where(e => e.Person!.NationalId == number && e.Id != episode).Select(e => e.Id).SingleAsync());
        var visitor = await product.SignInAs("amina");
        await visitor.Submit((await visitor.Open($"/episodes/{episode}/open-case")).Form());

        var page = await visitor.Submit((await visitor.Open($"/episodes/{later}/open-case")).Form());

        Assert.Contains("Det kan finnas ett i taget", page.Text("#errors"));
    }

    [Fact]
    public async Task ACertificateThatComesIntoTheEpisode_JoinsItsCase()
    {
        var (number, episode) = await NewEpisode();
        var visitor = await product.SignInAs("amina");
        await visitor.Submit((await visitor.Open($"/episodes/{episode}/open-case")).Form());

        var kept = (await _scene.TakeIn(Note(number, number + "-next", "2026-03-16", "2026-03-30", "HALFTEN"))).Single();

        var caseId = await _scene.With(db => db.Whole<Episode>().Where(e => e.Id == episode).Select(e => e.CaseId).SingleAsync());
        Assert.NotNull(caseId);
        Assert.True(await _scene.With(db => db.Whole<ReceivedField>().Where(f => f.CertificateId == kept.Id).AllAsync(f => f.CaseId == caseId)));
        Assert.Equal(29, await _scene.With(db => db.Whole<Episode>().Where(e => e.Id == episode).Select(e => e.Days).SingleAsync()));
        Assert.Equal(2, await _scene.With(db => db.Whole<EpisodeSpan>().CountAsync(s => s.EpisodeId == episode && s.CaseId == caseId)));
    }

    private async Task<(string Number, Guid Episode)> NewEpisode()
    {
        var number = NewNumber();
        await _scene.TakeIn(Note(number, number));
        return (number, await _scene.With(db => db.Whole<Episode>().Where(e => e.Person!.NationalId == number).Select(e => e.Id).SingleAsync()));
    }

    public sealed class OnSqlite(SqliteDemo product) : OpenCaseTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : OpenCaseTests(product), IClassFixture<PostgresDemo>;
}
