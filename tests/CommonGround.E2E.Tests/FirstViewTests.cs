using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp;
using CommonGround.E2E.Tests.Running;
using CommonGround.Scorecard;
using CommonGround.Testing.Databases;
using CommonGround.Web.Features.Demo;

namespace CommonGround.E2E.Tests;

/// <summary>
/// What a browser that has nothing yet must fetch before it shows a page of the published program: the page, which is never compressed
/// (its length would tell, BREACH), and every file that it, its styles and its scripts name, as compressed by the build.
/// </summary>
[ScorecardRow("F5")]
public sealed partial class FirstViewTests
{
    private const int AtMost = 50_000;

    [Fact]
    public async Task FirstView_IsSmall()
    {
        await using var product = await ProductProcess.StartAsync(DatabaseKind.Sqlite);
        var (berit, oskar) = (DemoFile.IdOf("case-berit"), DemoFile.IdOf("case-oskar"));
        var views = new List<View>();
        foreach (var (name, by, address) in new[]
        {
            ("home", "berit", $"/my/{berit}"), ("case", "amina", $"/cases/{oskar}"), ("work", "per", $"/work/{oskar}"),
            ("my cases", "amina", "/cases"), ("plan", "oskar", $"/cases/{oskar}/plan"), ("door", "", "/demo"),
        })
        {
            using var browser = new PlainBrowser();
            if (by.Length > 0)
                await browser.SignIn(product.Address, by);
            views.Add(await Weigh(name, browser, new Uri(product.Address, address)));
        }

        views.Add(await OfBoard(product, berit, "ulrika"));
        // Nobody's first: whoever chairs comes from the case and has all files but two.
        var chair = await OfBoard(product, berit, "amina");
        Figure.Report("F5", $"first view in bytes, page + files (at most {AtMost}): {string.Join(", ", views)}; not a first view: {chair}");
        Assert.True(chair.Page <= AtMost * 2 / 3, $"{chair}");
        Assert.All(views, view => Assert.True(view.Page + view.Files <= AtMost, $"{view} bytes"));
        // A page that was not one, or files that nobody counted, would be small too.
        Assert.All(views, view => Assert.True(view is { Page: > 3_000, Files: > 15_000 } && view.Whole > 3 * view.Files, $"{view}: of {view.Whole} bytes"));
    }

    private static async Task<View> OfBoard(ProductProcess product, Guid caseId, string by)
    {
        using var browser = new PlainBrowser();
        await browser.SignIn(product.Address, by);
        var meetings = await Fetch(browser, new Uri(product.Address, $"/cases/{caseId}/meetings"));
        return await Weigh($"board as {by}", browser, new Uri(product.Address, Board().Match(meetings.Text).Value + "/board"));
    }

    private static async Task<View> Weigh(string name, PlainBrowser browser, Uri address)
    {
        var page = await Fetch(browser, address);
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(c => c.Content(page.Text).Address(address));
        Assert.NotNull(document.QuerySelector("h1"));
        var next = new Queue<Uri>(document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload]").Select(l => l.GetAttribute("href"))
            .Concat(document.QuerySelectorAll("script[src], img[src]").Select(s => s.GetAttribute("src"))).OfType<string>().Select(file => new Uri(address, file)));
        var (seen, sent, whole) = (new HashSet<Uri>(), 0, 0);
        while (next.TryDequeue(out var file))
        {
            if (!seen.Add(file))
                continue;

            var fetched = await Fetch(browser, file);
            (sent, whole) = (sent + fetched.Sent, whole + Encoding.UTF8.GetByteCount(fetched.Text));
            foreach (var named in Named(file.AbsolutePath, fetched.Text))
                next.Enqueue(new Uri(file, named));
        }

        return new View(name, page.Sent, sent, whole);
    }

    /// <summary>Files that a style or a module names in its turn.</summary>
    private static IEnumerable<string> Named(string file, string text) =>
        (file.EndsWith(".css", StringComparison.Ordinal) ? InStyle() : InModule()).Matches(text)
            .Select(m => m.Groups[1].Value).Where(named => !named.StartsWith("data:", StringComparison.Ordinal) && !named.StartsWith('#'));

    private static async Task<(int Sent, string Text)> Fetch(PlainBrowser browser, Uri address)
    {
        using var response = await browser.Get(address);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        var sent = await response.Content.ReadAsByteArrayAsync();
        Stream whole = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(sent), CompressionMode.Decompress),
            _ => new MemoryStream(sent),
        };
        using var reader = new StreamReader(whole);
        return (sent.Length, await reader.ReadToEndAsync());
    }

    [GeneratedRegex("""(?:url\(|@import )\s*["']?([^"')]+)""")]
    private static partial Regex InStyle();

    [GeneratedRegex("""\b(?:from|import)\s*["']([./][^"']+)["']""")]
    private static partial Regex InModule();

    [GeneratedRegex("/cases/[0-9a-f-]{36}/meetings/[0-9a-f-]{36}")]
    private static partial Regex Board();

    /// <summary>Bytes over the wire: the page and its files; and the files as they are uncompressed.</summary>
    private sealed record View(string Name, int Page, int Files, int Whole)
    {
        public override string ToString() => FormattableString.Invariant($"{Name} {Page} + {Files} = {Page + Files}");
    }
}
