using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using CommonGround.E2E.Tests.Forms;
using CommonGround.E2E.Tests.Running;
using CommonGround.Scorecard;
using CommonGround.Testing.Databases;
using CommonGround.Web.Features.Demo;

namespace CommonGround.E2E.Tests.Writers;

/// <summary>
/// Two processes on one PostgreSQL. Many have the same version open and save at once, half of them at each node: one is first, each of the
/// others is told so and has their own words before them, and what is stored is what the one wrote.
/// </summary>
[ScorecardRow("R5")]
public sealed partial class ManyWritersTests
{
    // Citizens whose case has a plan, whoever coordinates it.
    private static readonly string[] Planned = ["oskar"];

    private static readonly int Writers = Volume.Of(sample: 8, full: 50);

    [Fact]
    public async Task OfManyWritersOnOneVersion_OneIsFirst_AndNoOtherLosesAWord()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var here = await ProductProcess.StartAsync(DatabaseKind.Postgres);
        var there = await ProductProcess.StartAsync(here.Database);
        try
        {
            Uri[] nodes = [here.Address, there.Address];
            var board = $"/cases/{DemoFile.IdOf("case-berit")}/meetings";
            var told = 0;
            told += await Write(here, nodes, "amina", "Plans/EditPlan/EditPlan", ".Text", [.. Planned.Select(c => $"/cases/{DemoFile.IdOf("case-" + c)}/plan/edit")], "plan_item");
            told += await Write(here, nodes, "sara", "Interviews/FillIn/CitizenInterview", "a.",
                [.. from part in Enumerable.Range(1, 8) select $"/my/{DemoFile.IdOf("case-sara")}/interview?part={part}"], "stored_answer");
            told += await Write(here, nodes, "amina", "Meetings/HoldMeeting/EditAgreement", "Terms.Text", await Agreements(here.Address, board), "agreement");

            Figure.Report("R5", $"{Writers} writers on one version of a plan, of an interview's answers and of an agreement on the board, over two nodes: one of each was first, {told} of {3 * (Writers - 1)} others were told and had their own words before them");
            Assert.Equal(3 * (Writers - 1), told);
        }
        finally
        {
            await there.KillAsync();
        }
    }

    /// <returns>How many were told, with their own words before them.</returns>
    private static async Task<int> Write(ProductProcess product, Uri[] nodes, string person, string endpoint, string field, IReadOnlyList<string> addresses, string table)
    {
        using var browser = new PlainBrowser();
        await browser.SignIn(nodes[0], person);
        var forms = new List<(Uri Address, List<KeyValuePair<string, string>> Fields, string Words)>();
        for (var i = 0; i < Writers; i++)
            forms.Add(await Open(browser, nodes[i % 2], addresses, endpoint, field, $"Words of writer {i} {Guid.CreateVersion7():N}"));

        var before = await DatabaseState.Read(product.Database);
        var answers = await Task.WhenAll(forms.Select(async form =>
        {
            using var answer = await browser.Send(form.Address, form.Fields);
            return (form.Words, answer.StatusCode, Page: WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }));
        var after = await DatabaseState.Read(product.Database);

        Assert.True(answers.Any(a => a.StatusCode == HttpStatusCode.Redirect), $"{endpoint}: nobody was first. {answers[0].Page}");
        var first = Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(before.JournalLines + 1, after.JournalLines);
        Assert.Contains(table, after.Since(before));
        var others = answers.Where(a => a.Words != first.Words).ToList();
        Assert.All(others, a => Assert.True(a.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{endpoint}: {a.StatusCode}"));
        // The negative control: what is looked for is not on every page.
        Assert.DoesNotContain(others, a => a.Page.Contains(others.First(o => o != a).Words, StringComparison.Ordinal));
        return others.Count(a => a.Page.Contains(a.Words, StringComparison.Ordinal) && a.Page.Contains(first.Words, StringComparison.Ordinal));
    }

    /// <summary>The first of these pages that has the form and the field, with these words in it.</summary>
    private static async Task<(Uri, List<KeyValuePair<string, string>>, string)> Open(
        PlainBrowser browser, Uri node, IReadOnlyList<string> addresses, string endpoint, string field, string words)
    {
        foreach (var address in addresses.Select(a => new Uri(node, a)))
        {
            using var answer = await browser.Ask(address);
            if (answer.StatusCode != HttpStatusCode.OK)
                continue;

            var html = await answer.Content.ReadAsStringAsync();
            var page = await BrowsingContext.New(Configuration.Default).OpenAsync(c => c.Content(html).Address(address));
            var text = page.QuerySelectorAll("form textarea[name]").Select(e => e.GetAttribute("name")!)
                .FirstOrDefault(n => n.EndsWith(field, StringComparison.Ordinal) || n.StartsWith(field, StringComparison.Ordinal));
            if (text is null || FilledForm.On(page, asItStood: true).FirstOrDefault(f => f.Endpoint == endpoint && f.Fields.Any(of => of.Key == text)) is not { } form)
                continue;

            return (new Uri(node, form.Address), [.. form.Fields.Select(f => f.Key == text ? new(text, words) : f)], words);
        }

        throw new InvalidOperationException($"None of these has a form for {endpoint} with {field}: {string.Join(", ", addresses)}");
    }

    private static async Task<IReadOnlyList<string>> Agreements(Uri node, string meetings)
    {
        using var browser = new PlainBrowser();
        await browser.SignIn(node, "amina");
        var meeting = (await browser.Read(new Uri(node, meetings))).QuerySelector("a[href*='/meetings/']")!.GetAttribute("href")!.Replace("/board", "", StringComparison.Ordinal);
        var board = await browser.Read(new Uri(node, meeting + "/board"));
        return [.. Agreement().Matches(board.Body!.InnerHtml).Select(m => m.Value).Distinct()];
    }

    [GeneratedRegex("/cases/[0-9a-f-]+/meetings/[0-9a-f-]+/board/agreements/[0-9a-f-]+")]
    private static partial Regex Agreement();
}
