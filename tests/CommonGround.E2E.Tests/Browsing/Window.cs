using System.Diagnostics;
using CommonGround.Web.Features.Demo;
using Microsoft.Playwright;

namespace CommonGround.E2E.Tests.Browsing;

/// <summary>One person's browser window. It notes what the browser complained about: a broken script, a blocked style.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Window(IBrowserContext context, IPage page, WindowKind kind)
    {
        _context = context;
        Page = page;
        Kind = kind;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public WindowKind Kind { get; private set; }

    /// <summary>Errors and warnings of the browser's console, breaches of the content security policy among them.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public async Task<IPage> Open(string path)
    {
        await Page.GotoAsync(path);
        return Page;
    }

    /// <summary>Signs in as a demo person, by the key that <c>content/demo</c> knows them by.</summary>
    public async Task SignInAs(string person)
    {
        await Open("/demo");
        await Page.Locator($"button[value='{DemoFile.IdOf(person)}']").ClickAsync();
        await Arrived(url => url.AbsolutePath != "/demo");
    }

    /// <summary>
    /// Until a page stands there whole. Asked of the page again and again: the browser tool now and then misses the event that says so,
    /// and then waits for it in vain.
    /// </summary>
    /// <param name="there">Which address it must have by then; null takes the one that it has.</param>
    /// <exception cref="TimeoutException">Ten seconds on it was not there.</exception>
    public async Task Arrived(Func<Uri, bool>? there = null)
    {
        var waiting = Stopwatch.StartNew();
        while (!await IsWhole() || there?.Invoke(new Uri(Page.Url)) == false)
        {
            if (waiting.Elapsed > Patience) throw new TimeoutException($"Ten seconds on, the page is still {Page.Url}, not whole or not the one waited for.");
            await Task.Delay(20);
        }
    }

    /// <summary>Turns this window, with the page that is in it, into another kind; scripts stay as they are.</summary>
    public async Task Show(WindowKind kind)
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = Chromium.ColorsOf(kind) });
        await Drawn();
        var size = Chromium.SizeOf(kind);
        await Page.SetViewportSizeAsync(size.Width, size.Height);
        await Drawn();
        Kind = kind;
    }

    // Colours and widths are there once the page has been drawn anew. Chromium may leave inherited colours inside a container (CSS
    // containment) as they were before the scheme changed; whoever opens the page meets it drawn from nothing, and so does axe.
    private Task Drawn() => Page.EvaluateAsync("""
        () => new Promise(drawn => {
          document.body.hidden = true;
          document.body.getBoundingClientRect();
          document.body.hidden = false;
          requestAnimationFrame(() => requestAnimationFrame(drawn));
        })
        """);

    private async Task<bool> IsWhole()
    {
        try
        {
            return await Page.EvaluateAsync<string>("() => document.readyState") == "complete";
        }
        catch (PlaywrightException)
        {
            // The page that was asked is gone: its successor answers.
            return false;
        }
    }

    public override string ToString() => $"{new Uri(Page.Url).PathAndQuery} ({Kind})";

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
