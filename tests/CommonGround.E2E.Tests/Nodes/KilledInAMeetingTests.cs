using System.Collections.Concurrent;
using System.Diagnostics;
using CommonGround.E2E.Tests.Kills;
using CommonGround.Web.Features.Demo;
using Microsoft.Playwright;

namespace CommonGround.E2E.Tests.Nodes;

/// <summary>
/// A node is killed while a meeting goes on at its boards: what was acknowledged is there, once; the other node serves; an open board goes on
/// by itself, and one without scripts when it is loaded again.
/// </summary>
[Collection(BehindAProxy.Name)]
public sealed class KilledInAMeetingTests(NodesBehindProxy nodes)
{
    // Far below the half minute after which a board asks by itself, should no stream tell it anything.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task AKilledNode_LosesNothingThatWasAcknowledged_AndTheBoardGoesOn()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        var chromium = await Chromium.Shared;
        var meeting = await Kept.Meeting(nodes.Database, "case-berit");
        var board = $"/cases/{DemoFile.IdOf("case-berit")}/meetings/{meeting.Id}/board";
        await using var berit = await chromium.OpenWindow(nodes.Address, WindowKind.Wide);
        await using var amina = await chromium.OpenWindow(nodes.Address, WindowKind.WithoutJavaScript);
        var streams = Streams(berit.Page);
        await berit.SignInAs("berit");
        await berit.Open(board);
        await amina.SignInAs("amina");
        await amina.Open(board);
        await Until(() => !streams.IsEmpty, "The board is not followed.");
        using var writers = new Writers("amina", "case-berit");
        await writers.SignIn(nodes.Address, meeting.Id, meeting.Side);

        // The one that tells Berit's board.
        var killed = nodes.Nodes.Single(node => NodesBehindProxy.NameOf(node) == streams.Last());
        using var stop = new CancellationTokenSource();
        var writing = writers.Write(nodes.Address, stop.Token);
        await Until(() => writers.Acknowledged.Count > 10, "Nobody can write.");
        var before = writers.Acknowledged;
        await killed.KillAsync();
        var clock = Stopwatch.StartNew();
        await Until(() => writers.Acknowledged.Count > before.Count + 10, "Nobody can write any more.");
        await stop.CancelAsync();
        await writing;
        var during = writers.Acknowledged;

        var last = during.Max();
        var shown = berit.Page.GetByText(Kept.TextOf(last), new() { Exact = true });
        await shown.First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = (float)AtMost.TotalMilliseconds });
        var wentOn = clock.Elapsed;
        await amina.Page.ReloadAsync();
        Assert.Equal(1, await amina.Page.GetByText(Kept.TextOf(last), new() { Exact = true }).CountAsync());
        var faults = (await Kept.Read(nodes.Database)).Faults(writers.Sent, during);
        var open = writers.Sent.Count - during.Count;
        await writers.SendAgain(nodes.Address);
        faults = [.. faults, .. (await Kept.Read(nodes.Database)).Faults(writers.Sent, writers.Acknowledged)];

        TestContext.Current.SendDiagnosticMessage($"{before.Count} points acknowledged before the kill, {during.Count - before.Count} after it, {open} sent again; the board went on after {wentOn.TotalMilliseconds:0} ms");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        Assert.NotEqual(NodesBehindProxy.NameOf(killed), streams.Last());
        Assert.Equal(1, await shown.CountAsync());
        Assert.False(await berit.Page.Locator("#connection").IsVisibleAsync());

        // It comes back, and is asked again.
        await nodes.ReviveAsync(killed);
        using var someone = new PlainBrowser();
        for (var waited = Stopwatch.StartNew(); !someone.AnsweredBy.Contains(NodesBehindProxy.NameOf(killed)); await Task.Delay(200, TestContext.Current.CancellationToken))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(15), "The node that came back is not asked.");
            using var answer = await someone.Ask(new Uri(nodes.Address, "/sign-in"));
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Which nodes tell the board of a window, in turn.</summary>
    private static ConcurrentQueue<string> Streams(IPage page)
    {
        var streams = new ConcurrentQueue<string>();
        page.Response += (_, answer) =>
        {
            if (answer.Status == 200 && answer.Url.EndsWith("/live", StringComparison.Ordinal))
                streams.Enqueue(answer.Headers[Proxy.WhoAnswered.ToLowerInvariant()].Split(", ")[^1]);
        };
        return streams;
    }

    private static async Task Until(Func<bool> isSo, string orElse)
    {
        for (var clock = Stopwatch.StartNew(); !isSo(); await Task.Delay(20))
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), orElse);
    }
}
