using Deque.AxeCore.Commons;

namespace CommonGround.E2E.Tests.Browsing;

/// <summary>WCAG 2.2 AA as far as a machine can tell, by axe; what it cannot tell is tried by hand.</summary>
public static class Accessibility
{
    private const string Rules = """{ "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }""";

    // Nothing but the colours changes when it gets dark.
    private const string Colors = """{ "type": "rule", "values": ["color-contrast", "link-in-text-block"] }""";

    // Our pages have no frames: axe runs where the page is, once brought there, in place of a further page for each run.
    private const string Run = """
        async runOnly => (await axe.run(document, { runOnly: JSON.parse(runOnly), resultTypes: ['violations'] })).violations
          .map(v => `${v.id} (${v.impact}): ${v.help}\n  ${v.helpUrl}\n` + v.nodes.map(n => `  ${n.target}: ${n.html} ${n.any.map(a => a.message).join(' ')}\n`).join(''))
        """;

    // More lines than words, although there is room beside it.
    private const string Broken = """
        () => [...document.querySelectorAll('h1, h2, h3')].filter(h => h.checkVisibility()
          && h.clientWidth < 0.6 * h.parentElement.clientWidth
          && h.clientHeight / parseFloat(getComputedStyle(h).lineHeight) > h.innerText.trim().split(/\s+/).length + 0.5)
          .map(h => `The heading “${h.innerText.trim()}” is broken inside a word, with room beside it.`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Fails with each fault, its rule and the elements that have it. Where scripts are off axe cannot run, so such
    /// windows are not for it.
    /// </summary>
    public static async Task ShouldBeAccessible(this Window window)
    {
        var faults = await window.AccessibilityFaults();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Each fault of the page as it is shown now, ready to read; none is good.</summary>
    public static async Task<IReadOnlyList<string>> AccessibilityFaults(this Window window)
    {
        if (!await window.Page.EvaluateAsync<bool>("() => !!window.axe")) await window.Page.EvaluateAsync(Axe);
        var found = await window.Page.EvaluateAsync<string[]>(Run, window.Kind == WindowKind.Dark ? Colors : Rules);
        var faults = found.Select(fault => $"{window}: {fault}").ToList();
        var beyond = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        // At 320 pixels everything fits without scrolling in two directions (WCAG 1.4.10).
        if (beyond > 0) faults.Add($"{window}: {beyond} pixels wider than its window.");
        faults.AddRange((await window.Page.EvaluateAsync<string[]>(Broken)).Select(broken => $"{window}: {broken}"));
        return faults;
    }
}
