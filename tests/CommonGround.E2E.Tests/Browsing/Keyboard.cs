using Microsoft.Playwright;

namespace CommonGround.E2E.Tests.Browsing;

/// <summary>Going through a page without a mouse.</summary>
public static class Keyboard
{
    private const int Furthest = 100;

    /// <summary>Presses Tab until this element has the focus, and fails when a person would have given up.</summary>
    public static async Task TabTo(this Window window, ILocator target)
    {
        var passed = new List<string>();
        for (var step = 0; step < Furthest; step++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            passed.Add(await window.Page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 80)"));
        }

        Assert.Fail($"The keyboard does not reach {target}. It came past:\n{string.Join('\n', passed.Distinct())}");
    }

    public static async Task TabToAndPress(this Window window, ILocator target, string key = "Enter")
    {
        await window.TabTo(target);
        await window.Page.Keyboard.PressAsync(key);
    }
}
