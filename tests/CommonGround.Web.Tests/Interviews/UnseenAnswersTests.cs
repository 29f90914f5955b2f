using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Tests.Sharing;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Interviews;

/// <summary>Whoever leads a talk neither asks nor writes what they may not read: an answer that they do not see stays as it was given.</summary>
public abstract class UnseenAnswersTests(RunningProduct product)
{
    private const int Rounds = 12;

    private static readonly string[] ForThemAlone = ["worries", "causes-at-work", "systematic", "systematic-known"];

    [Fact]
    public async Task WhatTheyMayNotRead_IsNotAsked_AndThePageSaysSo()
    {
        var (scene, jonas, amina) = await Answered();
        await HandIn(jonas, scene);

        var page = (await amina.Open(Led(scene, 1))).ExpectOk();

        Assert.False(page.Has("[name='a.worries']"));
        Assert.DoesNotContain("worries", page.Form("#answers").Value("Asked"), StringComparison.Ordinal);
        Assert.Contains("frågor som bara är för Jonas", page.Text(), StringComparison.Ordinal);
        Assert.True((await jonas.Open($"/work/{scene.CaseId}/interview?part=1")).Has("[name='a.worries']"));
        Assert.DoesNotContain("bara är för", (await amina.Open(Led(scene, 2))).ExpectOk().Text(), StringComparison.Ordinal);
        (await amina.Submit(page.Form("#answers").Fill("a.hopes", "A calm start."), "button[value='next']")).ExpectOk();
        Assert.Equal("The others get more to do.", (await Answers(scene))["worries"].Words);
    }

    [Fact]
    public async Task WhateverTheySend_AnswersThatTheyCannotSeeStayAsTheyAre()
    {
        var (scene, jonas, amina) = await Answered();
        await HandIn(jonas, scene);
        var before = await Unseen(scene);
        var random = new Random(20261122);
        for (var round = 0; round < Rounds; round++)
        {
            var page = (await amina.Open(Led(scene, random.Next(1, 6)))).ExpectOk();
            Assert.NotEqual(HttpStatusCode.InternalServerError, (await amina.Submit(Forged(page, random), "button[value='next']")).Status);

            Assert.Equal(before, await Unseen(scene));
        }

        Assert.Equal(ForThemAlone.Length, before.Count);
    }

    [Fact]
    public async Task WhatIsNotHandedIn_IsNeitherWrittenOverNorHandedInByAnother()
    {
        var (scene, _, amina) = await Answered();
        var before = await All(scene);
        var page = (await amina.Open(Led(scene, 1))).ExpectOk();
        page.Element<IHtmlInputElement>("#answers [name='Version']").Value = $"{await Version(scene)}";

        var refused = await amina.Submit(page.Form("#answers").Fill("a.hopes", "A calm start."), "button[value='next']");

        Assert.Contains("Någon annan har börjat skriva här", refused.Text(), StringComparison.Ordinal);
        Assert.Equal("A calm start.", refused.Form("#answers").Value("a.hopes"));
        var form = refused.Element<IHtmlFormElement>("#answers");
        form.Action = $"{Led(scene, 99)}&handler=Tell";
        form.QuerySelector<IHtmlInputElement>("[name='Version']")!.Value = $"{await Version(scene)}";
        await amina.Submit(refused.Form("#answers"));
        Assert.Equal(before, await All(scene));
        Assert.True(await scene.Read(db => db.Whole<FormResponse>().Where(r => r.CaseId == scene.CaseId).AllAsync(r => r.IsDraft && r.ToldAt == null)));
    }

    [Fact]
    public async Task WithTheCitizensYes_TheirStoryIsStillWrittenDown()
    {
        var scene = await Begin();
        var amina = await scene.As("amina");
        var address = $"/cases/{scene.CaseId}/interview/interview-citizen";
        Assert.False((await amina.Open(address + "?part=1")).ExpectOk().Has("#answers"));
        Assert.True((await scene.Change(CaseScene.Sara, change => change.Case.GiveConsent(
            new ConsentGiven(CaseScene.Amina, PartyRole.Coordinator, new HashSet<InformationKind> { InformationKind.Story },
                new HashSet<Purpose> { Purpose.Interview }, null, ConsentWay.OwnPage, "Yes", "sv", CaseScene.Sara), change.Now).Match<Outcome<string>>(_ => "/", e => e))).Succeeded);

        var page = (await amina.Open(address + "?part=1")).ExpectOk();
        (await amina.Submit(page.Form("#answers").Fill("a.own-view", "It has been too much."), "button[value='next']")).ExpectOk();

        Assert.Equal("It has been too much.", (await Answers(scene))["own-view"].Words);
    }

    /// <summary>Any of the form's questions, asked and answered, empty, or not known yet, as no page would send them.</summary>
    private static Testing.Pages.Form Forged(Page page, Random random)
    {
        var form = page.Element<IHtmlFormElement>("#answers");
        var asked = ForThemAlone.Concat(["own-view", "hopes", "tasks"]).Where(_ => random.Next(3) > 0).ToList();
        if (random.Next(2) == 0)
            form.QuerySelector("[name='Asked']")!.Remove();
        else
            form.QuerySelector<IHtmlInputElement>("[name='Asked']")!.Value = string.Join(' ', asked);
        foreach (var linkId in asked)
        {
            form.Insert(AdjacentPosition.BeforeEnd, random.Next(3) switch
            {
                0 => $"<input name='a.{linkId}' value='no'>",
                1 => $"<input name='dk.{linkId}' value='true'>",
                _ => $"<input name='a.{linkId}' value=''>",
            });
        }

        return page.Form("#answers");
    }

    private async Task<(CaseScene Scene, Visitor Jonas, Visitor Amina)> Answered()
    {
        var scene = await Begin();
        await scene.SayYesToJonas(await scene.As("sara"), [InformationKind.Work], "Talks", "Meeting");
        var jonas = await scene.As("jonas");
        var own = $"/work/{scene.CaseId}/interview?part=";
        await jonas.Submit((await jonas.Open(own + 1)).Form("#answers").Fill("a.own-view", "Step by step.").Fill("a.worries", "The others get more to do.").Fill("a.causes-at-work", "The merger."), "button[value='next']");
        await jonas.Submit((await jonas.Open(own + 4)).Form("#answers").Choose("a.systematic", "yes"), "button[value='next']");
        await jonas.Submit((await jonas.Open(own + 4)).Form("#answers").Fill("a.systematic-known", "A round each spring."), "button[value='next']");
        return (scene, jonas, await scene.As("amina"));
    }

    private async Task<CaseScene> Begin()
    {
        var scene = await CaseScene.Open(product);
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.Step("start")!.Complete(change.Now);
            return "/";
        });
        return scene;
    }

    private static async Task HandIn(Visitor jonas, CaseScene scene) =>
        (await jonas.Submit((await jonas.Open($"/work/{scene.CaseId}/interview?part=99")).Form("form[action*='Tell']"))).ExpectOk();

    private static string Led(CaseScene scene, int part) => $"/cases/{scene.CaseId}/interview/interview-supervisor?part={part}";

    private static Task<Dictionary<string, StoredAnswer>> Answers(CaseScene scene) =>
        scene.Read(db => db.Whole<StoredAnswer>().AsNoTracking().Where(a => a.CaseId == scene.CaseId).ToDictionaryAsync(a => a.LinkId));

    private static async Task<IReadOnlyList<string>> Unseen(CaseScene scene) => [.. (await Answers(scene)).Values.Where(a => ForThemAlone.Contains(a.LinkId)).Select(Whole).Order()];

    private static async Task<IReadOnlyList<string>> All(CaseScene scene) => [.. (await Answers(scene)).Values.Select(Whole).Order()];

    private static string Whole(StoredAnswer answer) => string.Join('|', typeof(StoredAnswer).GetProperties().Select(p => $"{p.Name}={p.GetValue(answer)}"));

    private static Task<int> Version(CaseScene scene) =>
        scene.Read(db => db.Whole<FormResponse>().Where(r => r.CaseId == scene.CaseId).Select(r => r.Version).SingleAsync());

    public sealed class OnSqlite(SqliteDemo product) : UnseenAnswersTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : UnseenAnswersTests(product), IClassFixture<PostgresDemo>;
}
