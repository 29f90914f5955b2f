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

    public WindowKind Kind { get; }

    /// <summary>Errors and warnings of the browser's console, breaches of the content security policy among them.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public async Task<IPage> Open(string path)
    {
        await Page.GotoAsync(path);
        return Page;
    }

    /// <summary>Signs in as a demo person.</summary>
    public async Task SignInAs(string person)
    {
        await Open("/demo");
        await Page.Locator($"button[value='{person}']").ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
