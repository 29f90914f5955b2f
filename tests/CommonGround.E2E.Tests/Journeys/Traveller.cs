using System.Collections.Concurrent;
using CommonGround.Scorecard;
using Microsoft.Playwright;

namespace CommonGround.E2E.Tests.Journeys;

/// <summary>What someone travels with.</summary>
public enum Means
{
    Mouse,

    /// <summary>Tab, Enter, Space and arrows alone: nothing is pressed or written that the keyboard did not reach.</summary>
    Keyboard,
}

/// <summary>One person on a journey, in a browser of their own: what they press, write and read.</summary>
/// <param name="looks">Whether every page is looked at by axe and pictured on the way; the same pages need it once.</param>
public sealed class Traveller(Window window, string name, Means means, bool looks) : IAsyncDisposable
{
    private readonly List<string> _faults = [];
    private readonly ConcurrentDictionary<IRequest, bool> _unanswered = [];
    private readonly HashSet<string> _pages = [];

    /// <summary>How often the product has let them in on something of the case: pages, parts of pages, streams and files.</summary>
    public int Told => Heard.Count;

    /// <summary>Each of these answers, by its address, in the order that they came.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];

    /// <summary>
    /// What the browser asked for and heard no answer to, because its reader went on: the board that they left fetches anew when something
    /// changes in that moment. The product may have answered.
    /// </summary>
    public IEnumerable<string> Unanswered => _unanswered.Keys.Select(request => new Uri(request.Url).PathAndQuery);

    public Window Window => window;

    public IPage Page => window.Page;

    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>What was wrong with pages on the way; none is good.</summary>
    public IEnumerable<string> Faults => _faults.Concat(window.Complaints.Where(c => !IsAnswer(c))).Select(fault => $"{name}: {fault}");

    public IReadOnlyCollection<string> Pages => _pages;

    /// <summary>Counts from now on what the product tells of a case.</summary>
    public Traveller CountsWhatIsToldOf(Guid caseId)
    {
        Page.Request += (_, request) =>
        {
            if (request.Url.Contains(caseId.ToString(), StringComparison.Ordinal)) _unanswered.TryAdd(request, true);
        };
        Page.Response += (_, response) =>
        {
            _unanswered.TryRemove(response.Request, out var _);
            // An answer that leads on shows nothing: what the form changed stands in the journal.
            if (response.Status is 200 or 422 && response.Url.Contains(caseId.ToString(), StringComparison.Ordinal)) Heard.Enqueue(new Uri(response.Url).PathAndQuery);
        };
        return this;
    }

    /// <summary>Opens a page, which must be there, and looks at it.</summary>
    public async Task Open(string path)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response?.Ok == true, $"{name}: {path} answered {response?.Status}");
        await Look();
    }

    /// <summary>The status that a page answers with, as a person who follows an old link meets it.</summary>
    public async Task<int> StatusOf(string path) => (await Page.GotoAsync(path))!.Status;

    public async Task Fill(string selector, string text) => await Try(selector, async found =>
    {
        if (means == Means.Keyboard) await window.TabTo(found);
        await found.FillAsync(text);
    });

    public async Task Tick(string selector) => await Try(selector, Tick);

    public Task TickLabelled(string label) => Tick(Page.GetByLabel(label));

    public async Task Choose(string selector, string label) => await Try(selector, async found =>
    {
        if (means == Means.Keyboard) await window.TabTo(found);
        await found.SelectOptionAsync(new SelectOptionValue { Label = label });
    });

    /// <summary>Presses what leads to a page, and looks at that.</summary>
    public async Task Press(string selector)
    {
        if (means == Means.Keyboard)
        {
            // A click waits for the page that it leads to; a key does not.
            await Page.EvaluateAsync("() => { window.leaving = true; }");
            await PressHere(selector);
            await Page.WaitForFunctionAsync("() => !window.leaving");
        }
        else
        {
            await PressHere(selector);
        }

        await window.Arrived();
        await Look();
    }

    /// <summary>Comes to what is to be pressed next, so that the way there is not timed with what it does.</summary>
    public async Task Reach(string selector) => await Try(selector, found => means == Means.Keyboard ? window.TabTo(found) : Task.CompletedTask);

    /// <summary>Presses what changes the page it is on.</summary>
    public async Task PressHere(string selector) => await Try(selector, found => means == Means.Keyboard ? window.TabToAndPress(found) : found.ClickAsync());

    /// <summary>Opens what lies folded.</summary>
    public async Task Unfold(string selector) => await Page.Locator(selector).First.EvaluateAsync("e => e.closest('details').open = true");

    /// <summary>A file, as the browser would save it.</summary>
    public async Task<byte[]> File(string path)
    {
        var response = await Page.APIRequest.GetAsync(path);
        Assert.Equal(200, response.Status);
        Heard.Enqueue(path);
        return await response.BodyAsync();
    }

    public async Task<string> Text() => await Page.Locator("body").InnerTextAsync();

    public async Task Reads(string text) => Assert.Contains(text, await Text(), StringComparison.Ordinal);

    public async Task<string?> LinkTo(string selector) => await Page.Locator(selector).First.GetAttributeAsync("href");

    /// <summary>At full volume, a picture as it is wide, narrow and dark, each looked at by axe; then wide again.</summary>
    public async Task Picture(string picture)
    {
        if (!looks || !Volume.IsFull) return;

        foreach (var kind in new[] { WindowKind.Dark, WindowKind.Narrow, WindowKind.Wide })
        {
            await window.Show(kind);
            await window.SaveScreenshot(picture);
            if (kind != WindowKind.Wide) _faults.AddRange(await window.AccessibilityFaults());
        }
    }

    /// <summary>Looks at the page as axe does.</summary>
    public async Task Look()
    {
        var first = _pages.Add(new Uri(Page.Url).PathAndQuery);
        // In the sample once each; every page is looked at wide, narrow and dark by row H1.
        if (looks && (first || Volume.IsFull)) _faults.AddRange(await window.AccessibilityFaults());
    }

    public async ValueTask DisposeAsync() => await window.DisposeAsync();

    private Task Tick(ILocator found) => means == Means.Keyboard ? window.TickByKeyboard(found) : found.CheckAsync();

    // What a person does not find says most about where they are.
    private async Task Try(string selector, Func<ILocator, Task> act)
    {
        try
        {
            await act(Page.Locator(selector).First);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{name} finds no {selector} at {Path}:\n{await Text()}");
        }
    }

    // Chromium complains of each 404 and 403, also of those that the journey is about.
    private static bool IsAnswer(string complaint) => complaint.Contains("Failed to load resource: the server responded with a status of 40", StringComparison.Ordinal);
}
