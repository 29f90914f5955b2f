using AngleSharp.Html.Dom;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Sharing;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Interviews;

/// <summary>What another wrote for someone is marked as that, and a meeting of two writers names the one who wrote.</summary>
public abstract class WrittenDownTests(RunningProduct product)
{
    [Fact]
    public async Task WhatTheCoordinatorChanges_IsMarkedAsHers_WhereverItIsShown_AndTheRestIsNot()
    {
        var (scene, sara, jonas, amina) = await HandedIn();

        (await amina.Submit((await amina.Open(Led(scene))).Form("#answers").Fill("a.hopes", "Words of the coordinator."), "button[value='next']")).ExpectOk();

        foreach (var address in new[] { $"/work/{scene.CaseId}/interview?part=99", $"/work/{scene.CaseId}/interview?part=1", $"/work/{scene.CaseId}/interview/points", $"/cases/{scene.CaseId}/interview/interview-supervisor?part=99" })
            Assert.Single((await (address.StartsWith("/cases", StringComparison.Ordinal) ? amina : jonas).Open(address)).ExpectOk().Texts("main p.small.soft"), text => text.StartsWith("Nedskrivet av Amina Nord, ", StringComparison.Ordinal));
        var party = await scene.Read(db => db.Whole<Domain.Cases.Party>().Where(p => p.CaseId == scene.CaseId && p.PersonId == CaseScene.Jonas).Select(p => p.Id).SingleAsync());
        var seen = (await sara.Open($"/my/{scene.CaseId}/sharing/as/{party}")).ExpectOk();
        Assert.Contains(seen.Texts("li"), text => text.Contains("Words of the coordinator.", StringComparison.Ordinal) && text.Contains("Nedskrivet av Amina Nord åt Jonas Ek", StringComparison.Ordinal));
        Assert.Contains(seen.Texts("li"), text => text.Contains("Step by step.", StringComparison.Ordinal) && text.Contains("Skrivet av Jonas Ek", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhereTwoWrite_TheOneWhoSavedIsNamed_AndOnlyWhatDiffersIsListed()
    {
        var (scene, _, jonas, amina) = await HandedIn();
        var mine = (await jonas.Open($"/work/{scene.CaseId}/interview?part=1")).ExpectOk();
        (await amina.Submit((await amina.Open(Led(scene))).Form("#answers").Fill("a.hopes", "Words of the coordinator."), "button[value='next']")).ExpectOk();

        var conflict = await jonas.Submit(mine.Form("#answers").Fill("a.hopes", "My own words."), "button[value='next']");

        Assert.Contains("Amina Nord", conflict.Text(".card"), StringComparison.Ordinal);
        Assert.DoesNotContain("Jonas Ek", conflict.Text(".card"), StringComparison.Ordinal);
        Assert.Equal("Words of the coordinator.\n\nMy own words.", conflict.Element<IHtmlTextAreaElement>("textarea").Value.ReplaceLineEndings("\n"));
        Assert.Single(conflict.Document.QuerySelectorAll("textarea"));
    }

    /// <summary>What the page promises before it is handed in stands at each question, on paper too; and it says when it is done.</summary>
    [Fact]
    public async Task BeforeItIsHandedIn_EachQuestionNamesItsReaders_AndAfterwardsItSaysSo()
    {
        var (scene, sara, _, amina) = await HandedIn();
        var own = $"/my/{scene.CaseId}/interview";
        await sara.Submit((await sara.Open(own + "?part=1")).Form("#answers").Fill("a.own-view", "It has been too much."), "button[value='next']");
        await sara.Submit((await sara.Open(own + "?part=3")).Form("#answers").Fill("a.what-works", "Reading."), "button[value='next']");

        var before = (await sara.Open(own + "?part=99")).ExpectOk();

        Assert.Equal(2, before.Texts("main .readers").Count);
        Assert.Contains("Amina Nord", before.Texts("main .readers")[1], StringComparison.Ordinal);
        var paper = (await sara.Open(own + "/paper")).ExpectOk();
        Assert.Equal(paper.Document.QuerySelectorAll(".paper-question").Length, paper.Texts(".paper-question .readers").Count);
        Assert.Contains("Det är inlämnat", (await sara.Submit(before.Form("form[action*='Tell']"))).ExpectOk().Html, StringComparison.Ordinal);
        Assert.Empty((await sara.Open(own + "?part=99")).Texts("main .readers"));
        var led = (await amina.Open(Led(scene).Replace("part=1", "part=99", StringComparison.Ordinal))).ExpectOk();
        Assert.Equal("Det som Jonas Ek har berättat", led.Heading);
        Assert.Equal("Samtal med Jonas Ek", (await amina.Open(Led(scene).Replace("?part=1", "", StringComparison.Ordinal))).Heading);
        Assert.Matches("^Kan läsas av: Jonas Ek, .*Amina Nord", (await amina.Open(Led(scene))).Text(".readers"));
    }

    /// <summary>The page keeps itself as one writes: what comes back stands in the page, and is no page of its own.</summary>
    [Fact]
    public async Task WhereThePageKeepsItself_AMeetingIsSaidInPlace_AndSendingItShowsBoth()
    {
        var (scene, _, jonas, amina) = await HandedIn();
        var address = $"/work/{scene.CaseId}/interview?part=1";
        var mine = (await jonas.Open(address)).ExpectOk();
        (await amina.Submit((await amina.Open(Led(scene))).Form("#answers").Fill("a.hopes", "Words of the coordinator."), "button[value='next']")).ExpectOk();
        var version = mine.Form("#answers").Value("Version");

        var form = mine.Element<IHtmlFormElement>("#answers");
        form.Action = address + "&then=draft";
        form.QuerySelector("button[value='rest']")!.RemoveAttribute("name");
        var kept = (await jonas.Submit(mine.Form("#answers").Fill("a.hopes", "My own words."), "button[value='rest']")).ExpectOk();

        Assert.False(kept.Has("header, footer, form, h1"));
        Assert.Contains("Någon annan har sparat här", kept.Text("#kept"), StringComparison.Ordinal);
        Assert.Equal(version, kept.Element<IHtmlInputElement>("#kept [name='Version']").Value);
        Assert.True(kept.Has("#kept button[name='then'][value='next']"));
    }

    private async Task<(CaseScene Scene, Visitor Sara, Visitor Jonas, Visitor Amina)> HandedIn()
    {
        var scene = await CaseScene.Open(product);
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.Step("start")!.Complete(change.Now);
            return "/";
        });
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, [InformationKind.Work], "Talks", "Meeting");
        var jonas = await scene.As("jonas");
        var own = $"/work/{scene.CaseId}/interview?part=";
        await jonas.Submit((await jonas.Open(own + 1)).Form("#answers").Fill("a.own-view", "Step by step.").Fill("a.hopes", "My words.").Choose("dk.contact-so-far"), "button[value='next']");
        await jonas.Submit((await jonas.Open(own + 99)).Form("form[action*='Tell']"));
        return (scene, sara, jonas, await scene.As("amina"));
    }

    private static string Led(CaseScene scene) => $"/cases/{scene.CaseId}/interview/interview-supervisor?part=1";

    public sealed class OnSqlite(SqliteDemo product) : WrittenDownTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : WrittenDownTests(product), IClassFixture<PostgresDemo>;
}
