using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CommonGround.Web.Features.Demo;
using Microsoft.Playwright;

namespace CommonGround.E2E.Tests.Journeys;

public sealed partial class WorkplaceDialogue
{
    public async Task TheMeetingBecomesThePlan()
    {
        await amina.Open(_meeting + "/end");
        await amina.Picture("journey-20-before-the-end");
        await amina.Press("form.next .btn");
        await amina.Reads(Agreed);
        await amina.Picture("journey-21-minutes");
        await amina.Open(Case + "/plan");
        await amina.Reads(Agreed);
        await amina.Picture("journey-22-plan");
    }

    public async Task SaraAndJonasSayWhereTheyStand()
    {
        await sara.Open(Case + "/plan");
        await sara.Press("a[href$='/plan/stance']");
        await sara.Tick("[name='Position'][value='Agrees']");
        await sara.Press("main form .btn");
        await sara.Picture("journey-23-own-plan");

        await jonas.Open(Work);
        await jonas.Reads(Agreed);
        await jonas.Picture("journey-24-work-with-plan");
        await jonas.Press("a[href*='/copies/']");
        _copy = new Uri(jonas.Page.Url).AbsolutePath;
        await jonas.Reads(Agreed);
        await jonas.Picture("journey-25-copy");
        await jonas.Press("a[href$='/plan/stance']");
        await jonas.Tick("[name='Position'][value='Agrees']");
        await jonas.Picture("journey-26-stance");
        await jonas.Press("main form .btn");
    }

    /// <summary>Page, text and PDF of the copy, and every page that Jonas reaches, without one word that was not for him.</summary>
    public async Task NothingThatJonasOpensTellsASecret()
    {
        var text = Encoding.UTF8.GetString(await jonas.File(_copy + ".txt"));
        Assert.Contains(Agreed, text, StringComparison.Ordinal);
        Assert.Equal("%PDF"u8.ToArray(), (await jonas.File(_copy + ".pdf"))[..4]);
        List<(string Path, string Html)> read = [(_copy + ".txt", text)];
        var walk = new Walk(jonas.Window);
        await walk.From("/", 60, async response => read.Add((response.Url, await response.TextAsync())));
        Assert.True(walk.Visited.Count > 5, $"Only {walk.Visited.Count} pages were reached.");
        foreach (var (path, html) in read)
            Assert.All([.. Secrets, "Stressmottagningen"], secret => Assert.False(html.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{path} tells {secret}"));
    }

    public async Task SaraSeesWhoLookedAndTakesHerYesBack()
    {
        await sara.Open(My + "/looked");
        await sara.Reads("Amina Nord");
        await sara.Reads("Jonas Ek");
        await sara.Picture("journey-27-who-has-looked");
        await sara.Open(My + "/sharing");
        await sara.Press("section:has(h2:text-is('Jonas Ek')) a[href*='/sharing/as/']");
        await sara.Reads(Agreed);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, sara.Page.ContentAsync().GetAwaiter().GetResult(), StringComparison.Ordinal));
        await sara.Picture("journey-28-as-jonas-sees-it");
        await sara.Open(My + "/sharing");
        await sara.Press("section:has(h2:text-is('Jonas Ek')) a[href*='/sharing/withdraw/']");
        await sara.Picture("journey-29-take-back");
        await sara.Press("main form .btn");

        Assert.Equal(404, await jonas.StatusOf(_meeting + "/board"));
        Assert.Equal(404, await jonas.StatusOf(_meeting + "/minutes"));
        Assert.Equal(200, await jonas.StatusOf(_copy));
        await jonas.Reads(Agreed);
        await jonas.Open("/");
        await jonas.Picture("journey-30-work-closed");
    }

    private static bool IsBoard(string address) => address.Contains("/board", StringComparison.Ordinal);

    /// <summary>Each change stands once in the journal, each page that told of Sara once in the access log, and the chains hold.</summary>
    public async Task TheLogsAreWhole()
    {
        var logs = await Logs.Read(product.Process.Database, "case-sara", "jonas");
        string[] once =
            ["AgreementAdded", "ConsentWithdrawn", "DifferenceNoted", "InvitationRedeemed", "InvitationSent",
             "MeetingAgreed", "MeetingEnded", "MeetingProposed", "MeetingStarted", "MeetingTimeAnswered", "PlanAgreed", "PlanVersionMade"];
        string[] twice = ["TalkHeld", "AnswersTold", "ConsentGiven", "PointReleased", "StanceTaken", "YesSaid"];
        Assert.Equal(
            [.. once.Select(e => (e, 1)), .. twice.Select(e => (e, 2))],
            once.Concat(twice).Select(e => (e, logs.Events.GetValueOrDefault(e))));
        // The first page of someone without a part lists the copies that are theirs: its address names no case.
        // To be shown the plan is a receipt, which the board that is being left hears of: it fetches anew, and is answered, and nobody is there to hear.
        var boards = logs.Looks.Count(what => what == "Meetings/HoldMeeting/Board");
        var (looks, heard, unheard) = (logs.Looks.Count(what => what != "Start/NothingYet"), jonas.Heard.Count(IsBoard), jonas.Unanswered.Count(IsBoard));
        Assert.True(jonas.Told - heard == looks - boards && boards >= heard && boards <= heard + unheard,
            $"{jonas.Told} times, {unheard} unheard, and:\n{string.Join('\n', logs.Looks)}\nheard:\n{string.Join('\n', jonas.Heard)}");

        var (code, output) = await product.Process.Run("audit", "verify");
        Assert.True(code == 0, output);
    }

    public async ValueTask DisposeAsync()
    {
        await sara.DisposeAsync();
        await amina.DisposeAsync();
        await jonas.DisposeAsync();
    }

    /// <summary>What was answered alone was gone through together: the coordinator says so.</summary>
    private async Task TalkHeld(string step, string? picture)
    {
        await amina.Open($"{Case}/interview/{step}");
        await amina.Press($"a[href$='/steps/{step}#held']");
        if (picture is not null) await amina.Picture(picture);
        await amina.Press("form[action*='Hold'] .btn");
    }

    private static async Task NextPart(Traveller person)
    {
        var before = person.Path;
        await person.Press("button[value='next']");
        // An answer that brings up a further question shows its part once more.
        if (person.Path == before) await person.Press("button[value='next']");
        Assert.NotEqual(before, person.Path);
    }

    private static async Task PutPoint(Traveller person, string text, string picture)
    {
        Assert.EndsWith("/points", person.Path);
        var last = await person.Page.Locator("textarea").CountAsync() - 1;
        await person.Fill($"[name='Points[{last}].Text']", text);
        await person.Tick($"[name='Points[{last}].Chosen']");
        await person.Press("button[value='look']");
        await person.Reads(text);
        await person.Picture(picture);
        await person.Press("button[value='put']");
        await person.Reads(text);
    }

    private async Task Consent(string picture, Func<Task> who, string[] kinds, bool details)
    {
        const string next = "main form .actions .btn";
        await sara.Open(My + "/sharing/give");
        await who();
        await sara.Press(next);
        if (details)
        {
            await sara.Fill("[name='Form.GivenName']", "Jonas");
            await sara.Fill("[name='Form.FamilyName']", "Ek");
            await sara.Fill("[name='Form.Email']", "jonas.ek@kommun.example");
            await sara.Fill("[name='Form.Workplace']", "Solbergaskolan");
            await sara.Press(next);
        }

        foreach (var kind in kinds) await sara.Tick($"[name='Form.Kinds'][value='{kind}']");
        await sara.Picture(picture + "-kinds");
        await sara.Press(next);
        foreach (var purpose in new[] { "Talks", "Meeting", "Plan" }) await sara.Tick($"[name='Form.Purposes'][value='{purpose}']");
        await sara.Press(next);
        await sara.Press(next);
        Assert.EndsWith("/yes", sara.Path);
        await sara.Picture(picture);
        await sara.Press(next);
        Assert.Contains("/sharing/consent/", sara.Path, StringComparison.Ordinal);
    }

    // Without scripts people press "reload"; with them nobody does.
    private static async Task Sees(Traveller person, string text)
    {
        if (person.Window.Kind == WindowKind.WithoutJavaScript)
        {
            await person.Window.Arrived();
            await person.Page.ReloadAsync();
        }

        try
        {
            await person.Page.Locator("#common").GetByText(text).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{person.Path} was not told of \"{text}\":\n{await person.Text()}");
        }
    }

    private static async Task Listens(Traveller person)
    {
        if (person.Window.Kind == WindowKind.WithoutJavaScript) return;
        await person.Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(r => r.name.endsWith('/live')) || !!document.querySelector('#here .face, #here span')");
        await Task.Delay(500);
    }

    private static string Day(int ahead) => TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string At(int ahead, int hour) => $"{Day(ahead)}T{hour:00}:00";

    [GeneratedRegex("https?://[^ \n]*/invitation/[^ \n]+")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b\d{3}[ -]?\d{3}\b|\b\d{6,8}\b|\b\d{4} \d{4}\b")]
    private static partial Regex Code();
}
