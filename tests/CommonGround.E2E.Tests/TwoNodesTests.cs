using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using CommonGround.E2E.Tests.Nodes;
using CommonGround.E2E.Tests.Running;
using CommonGround.Scorecard;
using CommonGround.Testing.Databases;
using CommonGround.Web.Features.Demo;

namespace CommonGround.E2E.Tests;

/// <summary>
/// Two processes on one PostgreSQL: what was changed at one reaches an open board at the other, and a yes that was taken back at one ends
/// an open stream at the other and is refused there at the next request.
/// </summary>
[ScorecardRow("S5")]
public sealed class TwoNodesTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);

    // Citizen and supervisor of demo cases that have one; Berit's meeting is under way.
    private static readonly (string Citizen, string Supervisor)[] Pairs = [("berit", "ulrika"), ("oskar", "per")];

    [Fact]
    public async Task AWithdrawnYes_HoldsOnEveryNode_FromTheNextRequest()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var here = await ProductProcess.StartAsync(DatabaseKind.Postgres);
        var there = await ProductProcess.StartAsync(here.Database);
        try
        {
            var (heard, ended) = await Board(here.Address, there.Address);
            var refused = 0;
            foreach (var (citizen, supervisor) in Pairs)
                refused += await Withdraw(here.Address, there.Address, citizen, supervisor) ? 1 : 0;

            Figure.Report("S5", $"two nodes on PostgreSQL: a change heard at the other {heard.TotalMilliseconds:0} ms after it was acknowledged, an open stream ended {ended.TotalMilliseconds:0} ms after taking back the yes was; {refused} of {Pairs.Length} refused at the next request");
            Assert.InRange(heard, TimeSpan.Zero, AtMost);
            Assert.InRange(ended, TimeSpan.Zero, AtMost);
            Assert.Equal(Pairs.Length, refused);
        }
        finally
        {
            await there.KillAsync();
        }
    }

    /// <summary>Lena has the board open there; Berit takes back a yes to someone else, and then the one to her, here.</summary>
    private static async Task<(TimeSpan Heard, TimeSpan Ended)> Board(Uri here, Uri there)
    {
        using var berit = new PlainBrowser();
        using var lena = new PlainBrowser();
        await berit.SignIn(here, "berit");
        await lena.SignIn(there, "lena");
        var caseId = DemoFile.IdOf("case-berit");
        var meeting = (await lena.Read(new Uri(there, $"/cases/{caseId}/meetings"))).QuerySelector("a[href*='/meetings/']")!.GetAttribute("href")!;
        using var stream = await lena.Follow(new Uri(there, meeting.Replace("/board", "", StringComparison.Ordinal) + "/live"));
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync());
        await Withdrawing.Until(lines, line => line == "event: board");

        // Whoever comes is told with the number 0; a change, with its own.
        await Withdrawing.TakeBack(berit, here, caseId, "Karin Berg", "Amina Nord");
        var clock = Stopwatch.StartNew();
        await Withdrawing.Until(lines, line => line.StartsWith("data: ", StringComparison.Ordinal) && line != "data: 0");
        var heard = clock.Elapsed;

        await Withdrawing.TakeBack(berit, here, caseId, "Lena Ström");
        clock.Restart();
        await Withdrawing.Until(lines, line => line == "event: over");
        var ended = clock.Elapsed;
        Assert.Equal("", (await lines.ReadToEndAsync()).Replace("data: 0", "", StringComparison.Ordinal).Trim());
        return (heard, ended);
    }

    /// <summary>Let in there before, not let in there after it was taken back here: so it was the yes.</summary>
    private static async Task<bool> Withdraw(Uri here, Uri there, string citizen, string supervisor)
    {
        using var giver = new PlainBrowser();
        using var reader = new PlainBrowser();
        await giver.SignIn(here, citizen);
        await reader.SignIn(there, supervisor);
        var caseId = DemoFile.IdOf("case-" + citizen);
        using (var before = await reader.Get(new Uri(there, $"/work/{caseId}")))
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        var names = new Dictionary<string, string> { ["ulrika"] = "Ulrika Dahl", ["per"] = "Per Norling" };
        await Withdrawing.TakeBack(giver, here, caseId, names[supervisor]);
        using var after = await reader.Get(new Uri(there, $"/work/{caseId}"));
        return after.StatusCode == HttpStatusCode.NotFound;
    }
}
