using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CommonGround.Web.Features.Demo;

namespace CommonGround.E2E.Tests.Journeys;

/// <summary>
/// The three-step workplace dialogue as Sara, Amina and Jonas go through it, each in a browser of their own against one product.
/// Each step presses what a person would press, and says what they must find there.
/// </summary>
public sealed partial class WorkplaceDialogue(ProductOn product, Traveller sara, Traveller amina, Traveller jonas) : IAsyncDisposable
{
    /// <summary>What Sara writes for those whom she lets read it, and never for her work.</summary>
    public static readonly string[] Secrets = ["Blåklint-berättelse", "Kantarell-orsak", "Vindruva-funktion", "Sparris-tabu"];

    public const string SarasPoint = "Jag behöver få göra en sak i taget.";
    public const string JonassPoint = "Vi kan flytta morgonmötet till eftermiddagen.";
    public const string Agreed = "Sara har ett eget rum efter lunch.";
    public const string Difference = "Hur många timmar den första veckan";

    private static readonly Guid CaseId = DemoFile.IdOf("case-sara");

    private string _meeting = "";
    private string _copy = "";

    public Traveller Sara => sara;

    public Traveller Amina => amina;

    public Traveller Jonas => jonas;

    private static string My => $"/my/{CaseId}";

    private static string Case => $"/cases/{CaseId}";

    private static string Work => $"/work/{CaseId}";

    public static async Task<WorkplaceDialogue> Begin(ProductOn product, WindowKind kind = WindowKind.Wide) => new(product,
        new Traveller(await product.OpenWindow(kind), "Sara"),
        new Traveller(await product.OpenWindow(kind), "Amina"),
        new Traveller(await product.OpenWindow(kind), "Jonas"));

    public void ShouldBeForEveryone()
    {
        string[] faults = [.. sara.Faults, .. amina.Faults, .. jonas.Faults];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    public async Task SaraFindsOutWhy()
    {
        await sara.Window.SignInAs("sara");
        await sara.Look();
        Assert.Equal(My, sara.Path);
        await sara.Picture("journey-01-home");
        await sara.Press("section.next a[href*='/why/']");
        await sara.Picture("journey-02-why");
    }

    public async Task SaraTellsHerView()
    {
        await sara.Open(My);
        await sara.Press("section.next a.btn");
        Assert.StartsWith(My + "/interview", sara.Path);
        await sara.Press("main form .btn");
        await sara.Picture("journey-03-interview");
        await sara.Fill("[name='a.own-view']", $"Jag orkar inte mer. {Secrets[0]}");
        await sara.Fill("[name='a.hopes']", "Att få tillbaka lusten.");
        await NextPart(sara);
        await sara.Tick("[name='a.causes'][value='work']");
        await sara.Tick("[name='a.causes'][value='home']");
        await sara.Press("button[value='next']");
        await sara.Fill("[name='a.cause-work']", SarasPoint);
        await sara.Fill("[name='a.cause-outside']", $"Hemma är det {Secrets[1]}");
        await sara.Press("button[value='rest']");
        Assert.Equal(My, sara.Path);
    }

    public async Task SaraComesBackAndHandsIn()
    {
        await sara.Open(My + "/interview?part=2");
        Assert.Equal(SarasPoint, await sara.Page.Locator("[name='a.cause-work']").InputValueAsync());
        await NextPart(sara);
        await sara.Fill("[name='a.what-drains']", $"Många frågor på en gång. {Secrets[2]}");
        await NextPart(sara);
        await sara.Tick("[name='a.adjustments'][value='quiet-room']");
        await NextPart(sara);
        await sara.Fill("[name='a.motivation']", "8");
        await sara.Fill("[name='a.confidence']", "4");
        await NextPart(sara);
        await sara.Fill("[name='a.not-to-open']", $"Prata inte om {Secrets[3]}");
        await NextPart(sara);
        await sara.Reads(Secrets[0]);
        await sara.Picture("journey-04-look-back");
        await sara.Press("form[action*='Tell'] .btn");
        await PutPoint(sara, SarasPoint, "journey-05-points");
    }

    public async Task SaraSaysYesToAminaAndJonas()
    {
        await Consent("journey-06-yes-to-coordinator", () => sara.Page.GetByLabel("Amina Nord").CheckAsync(), ["Story"], details: false);
        await Consent("journey-07-yes-to-supervisor", () => sara.Tick("[name='Form.Who'][value='new-Supervisor']"), ["Work", "Leave", "Plan"], details: true);
        await sara.Open(My + "/sharing");
        await sara.Reads("Jonas Ek");
        await sara.Picture("journey-08-who-sees-what");
    }

    public async Task AminaReadsAndInvites()
    {
        await amina.Window.SignInAs("amina");
        await amina.Look();
        await amina.Picture("journey-09-my-cases");
        await amina.Press($"a[href='{Case}']");
        await amina.Reads(Secrets[0]);
        await amina.Picture("journey-10-case");
        await amina.Open(Case + "/invitations");
        await amina.Press("section:has(h2:text-is('Jonas Ek')) button[value='Mail']");
        await amina.Picture("journey-11-invitations");
    }

    /// <summary>The letter says nothing; its link changes nothing; code and button open.</summary>
    public async Task JonasComesIn()
    {
        await jonas.Open("/demo/outbox");
        var letter = await jonas.Page.Locator("article").Filter(new() { HasText = "jonas.ek@" }).First.InnerTextAsync();
        Assert.All([.. Secrets, "Stressmottagningen", "Sara", "stress"], word => Assert.DoesNotContain(word, letter, StringComparison.OrdinalIgnoreCase));
        var link = new Uri(product.Process.Address, Link().Match(letter).Value).AbsolutePath;
        var code = Code().Match(letter.Replace(Link().Match(letter).Value, "", StringComparison.Ordinal)).Value;
        await jonas.Picture("journey-12-letter");

        await jonas.Open(link);
        await jonas.Open(link);
        await jonas.Picture("journey-13-invitation");
        await amina.Open(Case + "/invitations");
        Assert.Equal(0, await amina.Page.Locator("section:has(h2:text-is('Jonas Ek')) button[value='Mail']:not(.second)").CountAsync());
        await jonas.Fill("[name='Code']", code);
        await jonas.Press("section.next .btn");
        Assert.Equal(Work, jonas.Path);
        await jonas.Picture("journey-14-work");
    }

    public async Task JonasTellsHis()
    {
        await jonas.Press("section.next a.btn");
        await jonas.Press("main form .btn");
        await jonas.Fill("[name='a.own-view']", "Vi saknar Sara och vill hitta en väg.");
        for (var part = 1; part <= 4; part++) await NextPart(jonas);
        await NextPart(jonas);
        await jonas.Press("form[action*='Tell'] .btn");
        await PutPoint(jonas, JonassPoint, "journey-15-supervisors-points");
        await jonas.Open(Work);
    }

    public async Task TheyFindATime()
    {
        await amina.Open(Case + "/meetings");
        await amina.Press("a[href$='/meetings/propose']");
        await amina.Fill("[name='Input.Times[0]']", At(7, 13));
        await amina.Fill("[name='Input.Times[1]']", At(8, 9));
        await amina.Fill("[name='Input.PlaceWords']", "Rum 3");
        await amina.Picture("journey-16-propose");
        await amina.Press("main form .btn");
        _meeting = new Uri(amina.Page.Url).AbsolutePath;
        await amina.Reads(SarasPoint);
        await amina.Reads(JonassPoint);
        foreach (var person in new[] { sara, jonas })
        {
            await person.Open(person == sara ? My : Work);
            await person.Press($"a[href='{_meeting}']");
            await person.Reads(SarasPoint);
            if (person == sara) await person.Picture("journey-17-which-time");
            await person.Press("button[name='reply'][value='Yes']");
        }
    }

    /// <summary>What the coordinator writes stands before the others within two seconds; nobody reloads.</summary>
    public async Task<TimeSpan> TheyMeet()
    {
        await amina.Open(_meeting);
        await amina.Press("form[action*='Start'] .btn");
        await sara.Open(_meeting + "/board");
        await jonas.Open(_meeting + "/board");
        await Task.WhenAll(Listens(sara), Listens(jonas));

        await amina.Press("details.adds.main > summary");
        await amina.Fill("[name='Terms.Text']", Agreed);
        await amina.Choose("[name='Terms.Owner']", "Jonas");
        await amina.Fill("[name='Terms.From']", Day(14));
        await amina.Fill("[name='Terms.Review']", Day(28));
        var since = Stopwatch.GetTimestamp();
        await amina.PressHere("form[action*='handler=Agreement'] button.btn");
        await Task.WhenAll(Sees(sara, Agreed), Sees(jonas, Agreed));
        var took = Stopwatch.GetElapsedTime(since);

        foreach (var person in new[] { sara, jonas })
        {
            await person.PressHere("#common form[action*='handler=Yes'] button");
            await person.Page.Locator("#common form[action*='handler=TakeBack']").First.WaitForAsync();
        }

        await amina.PressHere("details.adds:has(form[action*='handler=Difference']) > summary");
        await amina.Fill("[name='Differ.Text']", Difference);
        await amina.Choose("[name='Differ.Owner']", "Jonas");
        await amina.Fill("[name='Differ.AnswerBy']", Day(10));
        await amina.PressHere("form[action*='handler=Difference'] button.btn");
        await Task.WhenAll(Sees(sara, Difference), Sees(jonas, Difference), Sees(amina, Difference));
        foreach (var (person, picture) in new[] { (amina, "journey-18-board"), (sara, "journey-19-board-citizen") })
        {
            await person.Look();
            await person.Picture(picture);
        }

        return took;
    }

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
        var text = await (await jonas.Page.APIRequest.GetAsync(_copy + ".txt")).TextAsync();
        Assert.Contains(Agreed, text, StringComparison.Ordinal);
        var pdf = await (await jonas.Page.APIRequest.GetAsync(_copy + ".pdf")).BodyAsync();
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
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

    public async Task TheLogsAreWhole()
    {
        var (code, output) = await product.Process.Run("audit", "verify");
        Assert.True(code == 0, output);
    }

    public async ValueTask DisposeAsync()
    {
        await sara.DisposeAsync();
        await amina.DisposeAsync();
        await jonas.DisposeAsync();
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
        if (person.Window.Kind == WindowKind.WithoutJavaScript) await person.Page.ReloadAsync();
        await person.Page.Locator("#common").GetByText(text).First.WaitForAsync();
    }

    private static async Task Listens(Traveller person)
    {
        if (person.Window.Kind == WindowKind.WithoutJavaScript) return;
        await person.Page.WaitForFunctionAsync("performance.getEntriesByType('resource').some(r => r.name.endsWith('/live')) || !!document.querySelector('#here .face, #here span')");
        await Task.Delay(500);
    }

    private static string Day(int ahead) => DateTime.UtcNow.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string At(int ahead, int hour) => $"{Day(ahead)}T{hour:00}:00";

    [GeneratedRegex("https?://[^ \n]*/invitation/[^ \n]+")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b\d{3}[ -]?\d{3}\b|\b\d{6,8}\b|\b\d{4} \d{4}\b")]
    private static partial Regex Code();
}
