using System.Text.RegularExpressions;
using CommonGround.Scorecard;
using CommonGround.Web.Features.Demo;
using Microsoft.Playwright;

namespace CommonGround.E2E.Tests;

/// <summary>
/// Every page that someone can reach by its links, as it is wide, narrow and dark: answered, accessible, reachable by
/// keyboard, and without a complaint of the browser. Journeys with forms are tests of their own.
/// </summary>
[ScorecardRow("H1")]
public sealed partial class EveryPageTests(ProductOnSqlite product) : IClassFixture<ProductOnSqlite>
{
    private static readonly int Pages = Volume.Of(sample: 5, full: 500);

    // One of each role, and citizens at the beginning, in the meeting and with a plan.
    private static readonly string[] Sample = ["sara", "berit", "oskar", "amina", "karin", "siri", "maria", "per", "tomas"];

    public static TheoryData<string> People { get; } =
        [.. DemoFile.Read(Path.Combine(Repository.Root, "content", "demo", "world.yaml")).People.Select(person => person.Key)
            .Where(key => Volume.IsFull || Sample.Contains(key))];

    [Theory]
    [MemberData(nameof(People))]
    public async Task EveryPage_ThatAPersonReaches_IsForEveryone(string person)
    {
        await using var window = await product.OpenWindow();
        await window.SignInAs(person);

        await ShouldBeForEveryone(window, new Uri(window.Page.Url).PathAndQuery, person);
    }

    [Fact]
    public async Task EveryPage_BeforeSigningIn_IsForEveryone()
    {
        await using var window = await product.OpenWindow();

        await ShouldBeForEveryone(window, "/", "nobody");
    }

    private static async Task ShouldBeForEveryone(Window window, string start, string person)
    {
        var faults = new List<string>();
        var files = new List<string>();
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "pages", person)).FullName;
        var walk = new Walk(window, new Random(Volume.Seed));
        await walk.From(start, Pages, async response =>
        {
            if (!response.Ok) faults.Add($"{window}: answered {response.Status}");
            if (!OwnName().IsMatch(await window.Page.TitleAsync())) faults.Add($"{window}: named \"{await window.Page.TitleAsync()}\"");
            faults.AddRange(await Faults(window));
            files.Add(await Save(response, folder));
        });
        faults.AddRange(window.Complaints);
        if (HtmlValidator.Missing is null) faults.AddRange(await HtmlValidator.Faults(files));

        Figure.Report("H1", $"{walk.Visited.Count} pages as {person}, each wide, narrow and dark: {faults.Count} faults");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // The first that a screen reader says: a name of its own, with no gap where a word should stand.
    [GeneratedRegex(@"^[\p{L}\p{N}](.*[\p{L}\p{N}.?!)”])? · CommonGround$")]
    private static partial Regex OwnName();

    // As the server sent it, before the browser repaired it.
    private static async Task<string> Save(IResponse response, string folder)
    {
        var name = new Uri(response.Url).PathAndQuery.Trim('/').Replace('/', '_').Replace('?', '_');
        var file = Path.Combine(folder, $"{(name.Length == 0 ? "start" : name)}.html");
        await File.WriteAllTextAsync(file, await response.TextAsync());
        return file;
    }

    private static async Task<IReadOnlyList<string>> Faults(Window window)
    {
        var wide = await window.AccessibilityFaults();
        var keyboard = await window.KeyboardFaults();
        await window.Show(WindowKind.Dark);
        var dark = await window.AccessibilityFaults();
        await window.Show(WindowKind.Narrow);
        var narrow = await window.AccessibilityFaults();
        await window.Show(WindowKind.Wide);
        return [.. wide, .. keyboard, .. dark, .. narrow];
    }
}
