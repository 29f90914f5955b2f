using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Tests.Sharing;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Interviews;

/// <summary>A talk is held when people have talked: whoever answers alone prepares for it.</summary>
public abstract class TalkTests(RunningProduct product)
{
    [Fact]
    public async Task WhoeverAnswersAlone_HasNotTalkedYet_AndTheCoordinatorSaysWhenTheTalkWas()
    {
        var (scene, sara, amina) = await Begin();

        await HandIn(sara, $"/my/{scene.CaseId}/interview");

        Assert.Null((await State(scene, "interview-citizen")).DoneAt);
        var home = (await sara.Open($"/my/{scene.CaseId}")).ExpectOk().Text();
        Assert.Contains("Nu är det bara samtalet kvar", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Förbered dig", home, StringComparison.Ordinal);
        var talk = await amina.Follow(await amina.Open($"/cases/{scene.CaseId}/interview/interview-citizen"), "a[href$='/steps/interview-citizen#held']");
        var tomorrow = await amina.Submit(talk.Form("form[action*='Hold']").Fill("HeldOn", "2030-01-01"));
        Assert.True(tomorrow.Has("#errors a[href='#HeldOn']"));
        (await amina.Submit(tomorrow.Form("form[action*='Hold']").Fill("HeldOn", "2026-02-20"))).ExpectOk();

        Assert.Equal(new DateTime(2026, 2, 20, 11, 0, 0), (await State(scene, "interview-citizen")).DoneAt);
        Assert.True(await scene.Read(db => db.Journal.AnyAsync(e => e.StreamId == scene.CaseId && e.Event == "TalkHeld")));
        (await amina.Open($"/cases/{scene.CaseId}/steps/interview-citizen")).Expect(HttpStatusCode.NotFound);
        var next = (await sara.Open($"/my/{scene.CaseId}")).ExpectOk();
        Assert.Equal($"/my/{scene.CaseId}/sharing/give/details", (await sara.Follow(next, ".card.next a.btn")).ExpectOk().Address.AbsolutePath);
    }

    [Fact]
    public async Task WhoeverMayNotReadTheStory_ReadsWhatWasHandedInToThem_AndNothingElse()
    {
        var (scene, sara, amina) = await Begin();
        var story = (await sara.Open($"/my/{scene.CaseId}/interview?part=1")).Form("#answers").Fill("a.own-view", "It has been too much.");
        await sara.Submit(story, "button[value='next']");
        var day = (await sara.Open($"/my/{scene.CaseId}/interview?part=3")).Form("#answers").Fill("a.what-works", "Half an hour of reading.");
        await sara.Submit(day, "button[value='next']");
        var address = $"/cases/{scene.CaseId}/interview/interview-citizen";
        Assert.DoesNotContain("Half an hour", (await amina.Open(address)).ExpectOk().Html, StringComparison.Ordinal);

        await sara.Submit((await sara.Open($"/my/{scene.CaseId}/interview?part=99")).Form("form[action*='Tell']"));

        var page = (await amina.Open(address)).ExpectOk();
        Assert.Contains("Half an hour of reading.", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("too much", page.Html, StringComparison.Ordinal);
        Assert.False(page.Has("main a[href*='part=']"));
    }

    [Fact]
    public async Task WhatTheSupervisorAnswersAlone_WaitsForTheTalk_AndTheirPageSaysSo()
    {
        var (scene, sara, _) = await Begin();
        await scene.SayYesToJonas(sara, [InformationKind.Work], "Talks", "Meeting");
        var jonas = await scene.As("jonas");

        await HandIn(jonas, $"/work/{scene.CaseId}/interview");

        Assert.Null((await State(scene, "interview-supervisor")).DoneAt);
        Assert.Contains("går igenom dina svar med dig", (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AManagerWhoseYesIsForThePlanAlone_IsLedNowhereThatWouldNotOpen()
    {
        var (scene, sara, _) = await Begin();
        await scene.SayYesToJonas(sara, [InformationKind.Work], "Plan");
        var jonas = await scene.As("jonas");

        var page = (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk();

        foreach (var address in page.Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!).Where(a => a.Contains(scene.CaseId.ToString(), StringComparison.Ordinal)))
            (await jonas.Open(address)).ExpectOk();
        Assert.DoesNotContain("/interview", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AManagerWhoseYesIsForTalksAlone_IsNotLedToWordsForAMeeting()
    {
        var (scene, sara, _) = await Begin();
        await scene.SayYesToJonas(sara, [InformationKind.Work], "Talks");
        var jonas = await scene.As("jonas");

        await HandIn(jonas, $"/work/{scene.CaseId}/interview");

        Assert.DoesNotContain("/points", (await jonas.Open($"/work/{scene.CaseId}/interview?part=99")).ExpectOk().Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FilledIn.ByPhone, true)]
    [InlineData(FilledIn.OnPaper, false)]
    public async Task WhatTheCoordinatorWritesDown_IsTheTalk_UnlessItCameOnPaper(FilledIn way, bool held)
    {
        var (scene, sara, amina) = await Begin();
        await scene.SayYesToJonas(sara, InformationKind.Work);

        await HandIn(amina, $"/cases/{scene.CaseId}/interview/interview-supervisor", way);

        Assert.Equal(held, (await State(scene, "interview-supervisor")).DoneAt is not null);
    }

    [Fact]
    public async Task AQuestionThatAnAnswerBringsUp_IsShownToWhoeverGoesOn_AndKeepsNobodyWhoRests()
    {
        var (scene, sara, _) = await Begin();
        var address = $"/my/{scene.CaseId}/interview?part=2";

        var on = (await sara.Submit((await sara.Open(address)).Form("#answers").Choose("a.causes", "work"), "button[value='next']")).ExpectOk();
        Assert.Contains("Ditt svar gav en fråga till", on.Text(), StringComparison.Ordinal);
        Assert.True(on.Has("[name='a.cause-work']"));

        var rests = (await sara.Submit((await sara.Open(address)).Form("#answers").Choose("a.causes", "home"), "button[value='rest']")).ExpectOk();
        Assert.Equal($"/my/{scene.CaseId}", rests.Address.AbsolutePath);
    }

    [Fact]
    public async Task WhoseTalkIsNext_AndHasNoWayInYet_IsNamedToTheCoordinator()
    {
        var (scene, sara, amina) = await Begin();
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.Step("interview-citizen")!.Complete(change.Now);
            return "/";
        });
        var page = await sara.Open($"/my/{scene.CaseId}/sharing/give/who?role=Supervisor");
        page = await sara.Submit(page.Form().Fill("Form.GivenName", "Bodil").Fill("Form.FamilyName", "Falk").Fill("Form.Email", $"bodil-{scene.CaseId:n}@verkstad.example"));
        page = await sara.Submit(page.Form());
        page = await sara.Submit(page.Form().Choose("Form.Purposes", "Talks"));
        page = await sara.Submit(page.Form());
        (await sara.Submit(page.Form())).ExpectOk();

        var overview = (await amina.Open($"/cases/{scene.CaseId}")).ExpectOk();

        Assert.Contains("Bodil Falk har ingen egen sida än", overview.Text(), StringComparison.Ordinal);
        Assert.True(overview.Has($"main a[href='/cases/{scene.CaseId}/invitations']"));
    }

    private async Task<(CaseScene Scene, Visitor Sara, Visitor Amina)> Begin()
    {
        var scene = await CaseScene.Open(product);
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.Step("start")!.Complete(change.Now);
            return "/";
        });
        return (scene, await scene.As("sara"), await scene.As("amina"));
    }

    private static async Task HandIn(Visitor visitor, string interview, FilledIn? way = null)
    {
        var form = (await visitor.Open(interview + "?part=1")).ExpectOk().Form("#answers").Fill("a.own-view", "It has been too much.");
        if (way is not null)
            form.Choose("Way", way.Value.ToString());
        (await visitor.Submit(form, "button[value='next']")).ExpectOk();
        (await visitor.Submit((await visitor.Open(interview + "?part=99")).Form("form[action*='Tell']"))).ExpectOk();
    }

    private static Task<StepState> State(CaseScene scene, string key) =>
        scene.Read(db => db.Whole<StepState>().SingleAsync(s => s.CaseId == scene.CaseId && s.Key == key));

    public sealed class OnSqlite(SqliteDemo product) : TalkTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : TalkTests(product), IClassFixture<PostgresDemo>;
}
