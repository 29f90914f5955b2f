using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CommonGround.E2E.Tests.Browsing;

/// <summary>WCAG 2.2 AA as far as a machine can tell, by axe; what it cannot tell is tried by hand.</summary>
public static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
    };

    // Nothing but the colours changes when it gets dark.
    private static readonly AxeRunOptions Colors = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };

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
        var found = await window.Page.RunAxe(window.Kind == WindowKind.Dark ? Colors : Rules);
        var faults = found.Violations.Select(violation => Describe(window, violation)).ToList();
        var beyond = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        // At 320 pixels everything fits without scrolling in two directions (WCAG 1.4.10).
        if (beyond > 0) faults.Add($"{window}: {beyond} pixels wider than its window.");
        return faults;
    }

    private static string Describe(Window window, AxeResultItem violation)
    {
        var text = new StringBuilder($"{window}: {violation.Id} ({violation.Impact}): {violation.Help}\n  {violation.HelpUrl}\n");
        foreach (var node in violation.Nodes) text.Append(null, $"  {node.Target}: {node.Html}\n");
        return text.ToString();
    }
}
