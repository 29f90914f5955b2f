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

    /// <summary>Begun in one form of the board while another is sent.</summary>
    private const string HalfWritten = "Vad kollegorna ska";
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

    /// <param name="looks">Whether axe looks at each page, wide, narrow and dark; it cannot where scripts are off.</param>
    public static async Task<WorkplaceDialogue> Begin(
        ProductOn product, WindowKind kind = WindowKind.Wide, Means means = Means.Mouse, string language = "sv", bool looks = false) => new(product,
        new Traveller(await product.OpenWindow(kind, language), "Sara", means, looks),
        new Traveller(await product.OpenWindow(kind, language), "Amina", means, looks),
        new Traveller(await product.OpenWindow(kind, language), "Jonas", means, looks).CountsWhatIsToldOf(CaseId));

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
        await Consent("journey-06-yes-to-coordinator", () => sara.TickLabelled("Amina Nord"), ["Story"], details: false);
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
        await TalkHeld("interview-citizen", "journey-10-talk-held");
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
        await jonas.Picture("journey-15-talk-ahead");
        await TalkHeld("interview-supervisor", null);
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

    /// <summary>What the coordinator writes stands before the others; nobody reloads.</summary>
    /// <returns>How long that took: the quicker of two, for this machine has other browsers to carry.</returns>
    public async Task<TimeSpan> TheyMeet()
    {
        await amina.Open(_meeting);
        await amina.Press("form[action*='Start'] .btn");
        await sara.Open(_meeting + "/board");
        await jonas.Open(_meeting + "/board");
        await Task.WhenAll(Listens(sara), Listens(jonas));

        await amina.PressHere("details.adds.main > summary");
        await amina.Fill("[name='Terms.Text']", Agreed);
        await amina.Choose("[name='Terms.Owner']", "Jonas");
        await amina.Fill("[name='Terms.From']", Day(14));
        await amina.Fill("[name='Terms.Review']", Day(28));
        await amina.PressHere("details.adds:has([name='Later.Text']) > summary");
        await amina.Fill("[name='Later.Text']", HalfWritten);
        var agreed = await ToldToOthers("form[action*='handler=Agreement'] button.btn", Agreed);
        if (amina.Window.Kind != WindowKind.WithoutJavaScript)
        {
            await amina.Page.Locator("details.adds.main:not([open])").WaitForAsync();
            Assert.Equal(HalfWritten, await amina.Page.Locator("[name='Later.Text']").InputValueAsync());
        }

        foreach (var person in new[] { sara, jonas })
        {
            await person.PressHere("#common form[action*='handler=Yes'] button");
            await person.Page.Locator("#common form[action*='handler=TakeBack']").First.WaitForAsync();
        }

        await amina.PressHere("details.adds:has(form[action*='handler=Difference']) > summary");
        await amina.Fill("[name='Differ.Text']", Difference);
        await amina.Choose("[name='Differ.Owner']", "Jonas");
        await amina.Fill("[name='Differ.AnswerBy']", Day(10));
        var differed = await ToldToOthers("form[action*='handler=Difference'] button.btn", Difference);
        await Sees(amina, Difference);
        foreach (var (person, picture) in new[] { (amina, "journey-18-board"), (sara, "journey-19-board-citizen") })
        {
            await person.Look();
            await person.Picture(picture);
        }

        return agreed < differed ? agreed : differed;
    }

    private async Task<TimeSpan> ToldToOthers(string button, string text)
    {
        await amina.Reach(button);
        var since = Stopwatch.GetTimestamp();
        await amina.PressHere(button);
        await Task.WhenAll(Sees(sara, text), Sees(jonas, text));
        return Stopwatch.GetElapsedTime(since);
    }
}
