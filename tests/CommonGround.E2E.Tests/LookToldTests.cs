using System.Diagnostics;
using CommonGround.E2E.Tests.Running;
using CommonGround.Scorecard;
using CommonGround.Testing.Databases;
using CommonGround.Web.Features.Demo;

namespace CommonGround.E2E.Tests;

/// <summary>
/// From the moment that someone has a page of a case before them, the citizen reads who looked, from where, at what and what for: at the
/// same process, and at another one on the same database.
/// </summary>
[ScorecardRow("P3")]
public sealed class LookToldTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);
    private static readonly int Looks = Volume.Of(sample: 5, full: 200);

    private static readonly string[] PagesOfCoordinator = ["", "/plan", "/steps", "/journal", "/meetings"];

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task ALook_IsReadByTheCitizen_WithinASecond(DatabaseKind kind)
    {
        Assert.SkipWhen(kind == DatabaseKind.Postgres && PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var here = await ProductProcess.StartAsync(kind);
        // A file belongs to one process; a server is shared by several.
        var other = kind == DatabaseKind.Postgres ? await ProductProcess.StartAsync(here.Database) : null;
        try
        {
            var there = other?.Address ?? here.Address;
            using var amina = new PlainBrowser();
            using var sara = new PlainBrowser();
            await amina.SignIn(here.Address, "amina");
            await sara.SignIn(there, "sara");
            var caseId = DemoFile.IdOf("case-sara");
            var list = new Uri(there, $"/my/{caseId}/looked.csv");
            var (took, before) = (new List<TimeSpan>(), await Lines(sara, list));
            for (var look = 0; look < Looks; look++)
            {
                using (var opened = await amina.Ask(new Uri(here.Address, $"/cases/{caseId}{PagesOfCoordinator[look % PagesOfCoordinator.Length]}")))
                    opened.EnsureSuccessStatusCode();

                // From here on she has it before her.
                var clock = Stopwatch.StartNew();
                var now = await Lines(sara, list);
                while (now.Count <= before.Count && clock.Elapsed < TimeSpan.FromSeconds(10))
                    now = await Lines(sara, list);
                took.Add(clock.Elapsed);
                Assert.Equal(before.Count + 1, now.Count);
                AssertTells(now.Except(before).Single());
                before = now;
            }

            var page1 = (await sara.Read(new Uri(there, $"/my/{caseId}/looked"))).QuerySelector("ol.looks")!.TextContent;
            took.Sort();
            Figure.Report("P3", $"{Looks} looks, told to the citizen {(other is null ? "by the same process" : "by another node")} on {kind}: median {took[took.Count / 2].TotalMilliseconds:0} ms, longest {took[^1].TotalMilliseconds:0} ms, each with who, unit, when, what and why");
            Assert.Contains("Amina Nord", page1, StringComparison.Ordinal);
            Assert.InRange(took[^1], TimeSpan.Zero, AtMost);
            // Where nobody looked, nothing is told: what was waited for came of the look.
            Assert.Equal(before.Count, (await Lines(sara, list)).Count);
        }
        finally
        {
            if (other is not null)
                await other.KillAsync();
        }
    }

    /// <summary>Who, from where, when, what, what for: nothing of it is missing.</summary>
    private static void AssertTells(string line)
    {
        var cells = line.Split("\";\"").Select(c => c.Trim('"', '\r')).ToList();
        Assert.Contains("Amina Nord", cells);
        Assert.Contains(cells, c => c.Contains("Stressmottagningen", StringComparison.Ordinal));
        Assert.All(cells.Take(7), c => Assert.NotEqual("", c));
    }

    private static async Task<HashSet<string>> Lines(PlainBrowser citizen, Uri list)
    {
        using var answer = await citizen.Ask(list);
        var lines = (await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Skip(1).Select((line, i) => $"{lines.Length - i};{line}")];
    }
}
