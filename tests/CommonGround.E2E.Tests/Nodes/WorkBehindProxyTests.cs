using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommonGround.E2E.Tests.Kills;
using CommonGround.Testing.Pages;
using CommonGround.Web.Features.Demo;

namespace CommonGround.E2E.Tests.Nodes;

/// <summary>A draft, an open board and a yes that is taken back, each asked of another node than before.</summary>
[Collection(BehindAProxy.Name)]
public sealed class WorkBehindProxyTests(NodesBehindProxy nodes)
{
    // Far below the fifteen seconds after which a stream asks by itself; how fast it is otherwise, row S5 measures.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task ADraft_KeptAtOneNode_IsReadAtTheOther()
    {
        using var sara = new PlainBrowser();
        await sara.SignIn(nodes.Address, "sara");
        var address = new Uri(nodes.Address, $"/my/{DemoFile.IdOf("case-sara")}/interview?part=1");
        var ways = new HashSet<(string Kept, string Read)>();
        for (var draft = 0; ways.Count(way => way.Kept != way.Read) < 2; draft++)
        {
            Assert.True(draft < 12, $"Kept and read at: {string.Join(", ", ways)}");
            // One request more each second time: otherwise the same node would keep each draft.
            for (var more = 0; more <= draft % 2; more++)
                await sara.Read(address);
            var page = await sara.Read(address);
            var form = page.QuerySelector("#answers")!;
            var field = form.QuerySelector("textarea")!.GetAttribute("name")!;
            // As the page's script sends it: without any button.
            var fields = form.QuerySelectorAll("input[type=hidden][name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
            fields[field] = $"Draft {draft}: {Guid.CreateVersion7():N}";
            using (var kept = await sara.Post(new Uri(nodes.Address, form.GetAttribute("hx-post")), fields))
                Assert.Equal(HttpStatusCode.OK, kept.StatusCode);

            var read = await sara.Read(address);
            Assert.Equal(fields[field], read.QuerySelector<IHtmlTextAreaElement>($"textarea[name='{field}']")!.Value.Trim());
            ways.Add((sara.AnsweredBy[^2], sara.AnsweredBy[^1]));
        }
    }

    [Fact]
    public async Task AChange_ReachesBoardsAtBothNodes_AndAYesTakenBackEndsThem_AndIsRefusedAtBoth()
    {
        using var berit = new PlainBrowser();
        using var lena = new PlainBrowser();
        await berit.SignIn(nodes.Address, "berit");
        await lena.SignIn(nodes.Address, "lena");
        var caseId = DemoFile.IdOf("case-berit");
        var (meeting, _) = await Kept.Meeting(nodes.Database, "case-berit");
        var board = new Uri(nodes.Address, $"/cases/{caseId}/meetings/{meeting}/board");
        var live = new Uri(nodes.Address, $"/cases/{caseId}/meetings/{meeting}/live");
        var streams = new List<Stream>();
        await nodes.AtBoth(lena, async () => streams.Add(await Stream.Open(lena, live)));

        var page = await berit.Read(board);
        var form = new Form((IHtmlFormElement)page.QuerySelector("form[action*='handler=Point']")!).Fill("Point.Text", "Jag vill börja med förmiddagar.");
        using (var put = form.Request())
        using (var done = await berit.Send(put))
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var heard = await All(streams, line => line.StartsWith("data: ", StringComparison.Ordinal) && line != "data: 0");

        await Withdrawing.TakeBack(berit, nodes.Address, caseId, "Lena Ström");
        var ended = await All(streams, line => line == "event: over");
        await nodes.AtBoth(lena, async () =>
        {
            using var refused = await lena.Ask(board);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        });
        streams.ForEach(stream => stream.Dispose());
        TestContext.Current.SendDiagnosticMessage($"behind a proxy: heard at both after {heard.TotalMilliseconds:0} ms, ended at both after {ended.TotalMilliseconds:0} ms");
        Assert.InRange(heard, TimeSpan.Zero, AtMost);
        Assert.InRange(ended, TimeSpan.Zero, AtMost);
    }

    private static async Task<TimeSpan> All(List<Stream> streams, Func<string, bool> isIt)
    {
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(streams.Select(stream => Withdrawing.Until(stream.Lines, isIt)));
        return clock.Elapsed;
    }

    private sealed record Stream(HttpResponseMessage Answer, StreamReader Lines) : IDisposable
    {
        public static async Task<Stream> Open(PlainBrowser browser, Uri live)
        {
            var answer = await browser.Follow(live);
            var stream = new Stream(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
            await Withdrawing.Until(stream.Lines, line => line == "event: board");
            return stream;
        }

        public void Dispose()
        {
            Lines.Dispose();
            Answer.Dispose();
        }
    }
}
