using System.Net;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Meetings;

public abstract class EndMeetingTests(RunningProduct product)
{
    [Fact]
    public async Task WhatIsMissing_IsNamed_AndNothingEnds()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        await scene.Agree("Two mornings", complete: false);

        var page = (await scene.Amina.Open(scene.Meeting + "/end")).ExpectOk();

        Assert.Contains("Two mornings", page.Text(".callout.heed"), StringComparison.Ordinal);
        Assert.False(page.Has("main form"));
        Assert.Equal(MeetingState.UnderWay, await State(scene));
    }

    [Fact]
    public async Task Ending_MakesMinutes_AndDoesTheStep_AllAtOnce_AndOnce()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        await scene.Put(scene.Sara, "Mornings work.");
        await scene.Agree("Two mornings");
        await scene.SayYes(scene.Sara);
        await scene.SayYes(scene.Jonas);
        var end = (await scene.Amina.Open(scene.Meeting + "/end")).ExpectOk();

        var form = end.Form("form.next");
        var minutes = (await scene.Amina.Submit(form)).ExpectOk();
        var again = (await scene.Amina.Submit(form)).ExpectOk();

        Assert.Equal(scene.Meeting + "/minutes", minutes.Address.AbsolutePath);
        Assert.Equal(minutes.Address, again.Address);
        Assert.Equal(MeetingState.Ended, await State(scene));
        Assert.NotNull((await scene.With(db => db.Cases.Where(c => c.Id == scene.CaseId).SelectMany(c => c.Steps)
            .IgnoreQueryFilters([CommonGroundDb.SharingFilter]).SingleAsync(s => s.Key == "meeting"))).DoneAt);
        Assert.Equal(1, await scene.With(db => db.Journal.CountAsync(e => e.StreamId == scene.CaseId && e.Event == "MeetingEnded")));
        var plan = await scene.With(db => db.Whole<PlanVersion>().Include(v => v.Items).SingleAsync(v => v.CaseId == scene.CaseId));
        Assert.Equal((1, Guid.Parse(scene.Meeting.Split('/')[^1]), "Two mornings"), (plan.Number, plan.MeetingId!.Value, plan.Items.Single().Text));
        Assert.NotNull(plan.AgreedAt);
        Assert.Null((await scene.With(db => AuditVerification.Verify(db, CancellationToken.None))).FirstBroken);
        foreach (var visitor in new[] { scene.Sara, scene.Jonas })
        {
            var read = (await visitor.Open(scene.Meeting + "/minutes")).ExpectOk();
            Assert.Contains("Two mornings", read.Text("article"), StringComparison.Ordinal);
            Assert.Contains("Mornings work.", read.Text("article"), StringComparison.Ordinal);
            Assert.Contains("Two mornings", (await visitor.Open(scene.Meeting + "/minutes?form=text")).ExpectOk().Html, StringComparison.Ordinal);
            Assert.Equal("application/pdf", (await visitor.Client.GetAsync(new Uri(scene.Meeting + "/minutes?form=pdf", UriKind.Relative))).Content.Headers.ContentType!.MediaType);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BeforeItEnds_ThePageSaysWhoGetsACopy(bool readsCopies)
    {
        var scene = await (await MeetingScene.Set(product, readsCopies)).UnderWay();

        var page = (await scene.Amina.Open(scene.Meeting + "/end")).ExpectOk();

        Assert.Equal(readsCopies, page.Has("#copies"));
        if (readsCopies)
            Assert.Contains("Jonas Ek, chef: mötesanteckningarna", page.Text("#copies"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsKeptForLater_StandsUnderOneHeading_WhateverItIsAbout()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        (await scene.Amina.Submit((await scene.Amina.Open(scene.Board)).Form("form[action*='handler=Later']").Fill("Later.Text", "Evenings"))).ExpectOk();
        var board = await scene.Agree("Two mornings");
        var edit = await scene.Amina.Follow(board, "#common a[href*='/agreements/']");
        (await scene.Amina.Submit(edit.Form("form[action*='Later']"))).ExpectOk();
        (await scene.Amina.Submit((await scene.Amina.Open(scene.Meeting + "/end")).Form())).ExpectOk();

        var minutes = (await scene.Amina.Open(scene.Meeting + "/minutes")).ExpectOk();

        Assert.Single(minutes.Texts("h2"), h => h.Contains("Sparat till senare", StringComparison.Ordinal));
        Assert.Contains("Evenings", minutes.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Two mornings", minutes.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePause_ShowsTheCoordinatorsOwnPhone()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        await scene.Sara.Submit((await scene.Sara.Open(scene.Board + "/pause")).Form());
        var hers = await scene.With(db => db.Persons.Where(p => p.Id == DemoFile.IdOf("amina")).Select(p => p.Phone).SingleAsync());

        Assert.NotNull(hers);
        Assert.Equal(hers, (await scene.Sara.Open(scene.Board + "/pause")).ExpectOk().Text("a[href^='tel:']"));
    }

    [Fact]
    public async Task OnlyTheCoordinator_Ends()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();

        (await scene.Sara.Open(scene.Meeting + "/end")).Expect(HttpStatusCode.NotFound);
        (await scene.Jonas.Open(scene.Meeting + "/end")).Expect(HttpStatusCode.NotFound);
    }

    private static Task<MeetingState> State(MeetingScene scene) =>
        scene.With(db => db.Whole<Meeting>().Where(m => m.CaseId == scene.CaseId).Select(m => m.State).SingleAsync());

    public sealed class OnSqlite(SqliteDemo product) : EndMeetingTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : EndMeetingTests(product), IClassFixture<PostgresDemo>;
}
