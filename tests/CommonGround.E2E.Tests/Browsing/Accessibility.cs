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

    /// <summary>
    /// Fails with each violation, its rule and the elements that break it. Where scripts are off axe cannot run, so such
    /// windows are not for it.
    /// </summary>
    public static async Task ShouldBeAccessible(this Window window)
    {
        var found = await window.Page.RunAxe(Rules);
        Assert.True(found.Violations.Length == 0, Describe(window, found.Violations));
        await ShouldNotScrollSideways(window);
    }

    /// <summary>At 320 pixels everything fits without scrolling in two directions (WCAG 1.4.10).</summary>
    private static async Task ShouldNotScrollSideways(Window window)
    {
        var beyond = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(beyond <= 0, $"{window.Page.Url} ({window.Kind}) is {beyond} pixels wider than its window.");
    }

    private static string Describe(Window window, AxeResultItem[] violations)
    {
        var text = new StringBuilder($"{violations.Length} accessibility violations on {window.Page.Url} ({window.Kind}):\n");
        foreach (var violation in violations)
        {
            text.Append(null, $"\n{violation.Id} ({violation.Impact}): {violation.Help}\n  {violation.HelpUrl}\n");
            foreach (var node in violation.Nodes) text.Append(null, $"  {node.Target}: {node.Html}\n");
        }

        return text.ToString();
    }
}
