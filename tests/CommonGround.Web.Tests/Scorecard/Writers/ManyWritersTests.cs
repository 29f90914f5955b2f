using System.Globalization;
using AngleSharp.Html.Dom;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Scorecard;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Tests.Meetings;
using CommonGround.Web.Tests.Plans;
using CommonGround.Web.Tests.Scorecard.Forms;

namespace CommonGround.Web.Tests.Scorecard.Writers;

/// <summary>
/// Of many who write on one version at once, at two nodes, one is first. Each other is told so, reads what stands now, and has their own words
/// before them, whole; and the database holds the words of the one alone.
/// </summary>
[ScorecardRow("R5")]
[OnOneDatabase("SQLite has one process.")]
public sealed class ManyWritersTests(TwoNodes product) : IClassFixture<TwoNodes>
{
    private static readonly int Writers = Volume.Of(sample: 8, full: 50);

    [Fact]
    public async Task OfManyOnOneVersion_OneIsStored_AndNoOtherLosesAWord()
    {
        var at = new WritersAtOnce(product, Writers);
        var written = new List<Written>
        {
            await Plan(at), await Agreement(at),
        };
        written.AddRange(await Interview(at));
        written.Add(await Remark(at));
        written.Add(await Question(at));

        Figure.Report("R5", $"{Writers} writers at once on one version, over two nodes, of {string.Join(", ", written.Select(w => w.What))}: {written.Sum(w => w.Stored)} stored of {written.Count}, {written.Sum(w => w.Told)} of {written.Count * (Writers - 1)} others told with both texts before them");
        Assert.All(written, w => Assert.True(w.IsOneAndToldTheOthers, w.ToString()));
    }

    /// <summary>The negative control: where each sends the version that stands for the one that they read, words are written over, and it is seen.</summary>
    [Fact]
    public async Task WhereVersionsAreNotHeldTo_WordsAreWrittenOver_AndItIsSeen()
    {
        var (scene, address) = await OnTheBoard();

        var written = await new WritersAtOnce(product, 2).Write(
            scene.Board, ["amina"], v => Opened(v, address, "form.form"), (f, words) => f.Fill("Terms.Text", words), (f, before) => f.Fill("Terms.Version", $"{int.Parse(f.Value("Terms.Version"), CultureInfo.InvariantCulture) + before}"));

        Assert.Equal(2, written.Stored);
        Assert.False(written.IsOneAndToldTheOthers);
    }

    private async Task<Written> Plan(WritersAtOnce at)
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        return await at.Write("a line of the plan", ["amina", "karin", "sara"], v => Opened(v, scene.Plan + "/edit", "main form"), (f, words) => f.Fill("Lines[0].Text", words));
    }

    private async Task<Written> Agreement(WritersAtOnce at)
    {
        var (_, address) = await OnTheBoard();
        return await at.Write("an agreement on the board", ["amina"], v => Opened(v, address, "form.form"), (f, words) => f.Fill("Terms.Text", words));
    }

    /// <summary>Before there is any answer, and then on the first version.</summary>
    private async Task<IReadOnlyList<Written>> Interview(WritersAtOnce at)
    {
        var scene = await MeetingScene.Set(product);
        var address = $"/my/{scene.CaseId}/interview?part=1";
        var field = (await scene.Sara.Open(address)).ExpectOk().Element<IHtmlTextAreaElement>("#answers textarea[name^='a.']").Name!;
        Task<Written> Again(string what) => at.Write(what, ["sara"], v => Opened(v, address, "#answers"), (f, words) => f.Fill(field, words));
        return [await Again("a first answer of an interview"), await Again("that answer changed")];
    }

    private async Task<Written> Remark(WritersAtOnce at)
    {
        var scene = await (await MeetingScene.Set(product)).Proposed();
        await scene.Put(scene.Jonas, "Two mornings would do.");
        var list = (await scene.Sara.Open($"/my/{scene.CaseId}/mine/written")).ExpectOk();
        var wrong = await Opened(scene.Sara, list.Element<IHtmlAnchorElement>("main ul.lined > li a").PathName, "main form");
        (await scene.Sara.Submit(wrong.Fill("Text", "It was not so."))).ExpectOk();
        var remark = await scene.With(db => Task.FromResult(db.Whole<Remark>().Single(r => r.CaseId == scene.CaseId).Id));
        return await at.Write("what came of a remark", ["amina"], v => Opened(v, $"/cases/{scene.CaseId}/remarks/{remark}", "main form"),
            (f, words) => f.Choose("Came", "SetRight").Fill("Text", words));
    }

    private async Task<Written> Question(WritersAtOnce at)
    {
        var scene = await MeetingScene.Set(product);
        (await scene.Amina.Open($"/cases/{scene.CaseId}/steps")).ExpectOk();
        var ask = (await scene.Sara.Submit(await Opened(scene.Sara, $"/my/{scene.CaseId}/looked", "ol.looks > li:first-child form"))).ExpectOk();
        (await scene.Sara.Submit(ask.Form().Fill("Text", "Why was this opened?"))).ExpectOk();
        var question = await scene.With(db => Task.FromResult(db.Whole<LookQuestion>().Single(q => q.CaseId == scene.CaseId).Id));
        return await at.Write("the answer to a question about a look", ["vera"], v => Opened(v, $"/privacy/{question}", "main form"), (f, words) => f.Fill("Text", words));
    }

    private async Task<(MeetingScene Scene, string Agreement)> OnTheBoard()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        var board = await scene.Agree("Two mornings");
        return (scene, board.Element<IHtmlAnchorElement>("#common a[href*='agreements']").PathName);
    }

    private static async Task<Form> Opened(Visitor visitor, string address, string form) => (await visitor.Open(address)).ExpectOk().Form(form);
}
