using CommonGround.Web.Features.Demo;
using Microsoft.Playwright;

namespace CommonGround.E2E.Tests.Browsing;

/// <summary>One person's browser window. It notes what the browser complained about: a broken script, a blocked style.</summary>
public sealed class Window : IAsyncDisposable
{
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
        await Page.WaitForLoadStateAsync();
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

    public override string ToString() => $"{new Uri(Page.Url).PathAndQuery} ({Kind})";

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
