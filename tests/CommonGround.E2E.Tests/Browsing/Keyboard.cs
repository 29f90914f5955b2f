using Microsoft.Playwright;

namespace CommonGround.E2E.Tests.Browsing;

/// <summary>Going through a page without a mouse.</summary>
public static class Keyboard
{
    private const int Furthest = 100;

    private const string HasFocus = """
        wanted => wanted === document.activeElement
          || (wanted.type === 'radio' && document.activeElement.type === 'radio' && wanted.name === document.activeElement.name && wanted.form === document.activeElement.form)
        """;

    /// <summary>Presses Tab until this element has the focus, or its group of radio buttons, and fails when a person would have given up.</summary>
    public static async Task TabTo(this Window window, ILocator target)
    {
        var passed = new List<string>();
        for (var step = 0; step < Furthest; step++)
        {
            if (await target.EvaluateAsync<bool>(HasFocus)) return;
            await window.Page.Keyboard.PressAsync("Tab");
            passed.Add(await window.Page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 80)"));
        }

        Assert.Fail($"The keyboard does not reach {target}. It came past:\n{string.Join('\n', passed.Distinct())}");
    }

    public static async Task TabToAndPress(this Window window, ILocator target, string key = "Enter")
    {
        await window.TabTo(target);
        await window.Page.Keyboard.PressAsync(key);
    }

    /// <summary>Ticks a box by Space. Of radio buttons Tab reaches one of the group; arrows choose among them.</summary>
    public static async Task TickByKeyboard(this Window window, ILocator target)
    {
        if (await target.IsCheckedAsync()) return;
        if (await target.GetAttributeAsync("type") != "radio")
        {
            await window.TabToAndPress(target, "Space");
            return;
        }

        await window.TabTo(target);
        for (var step = 0; step < Furthest && !await target.IsCheckedAsync(); step++)
            await window.Page.Keyboard.PressAsync(step == 0 ? "Space" : "ArrowDown");
        Assert.True(await target.IsCheckedAsync(), $"Arrows do not reach {target}.");
    }

    /// <summary>
    /// Goes through the whole page by Tab and tells which links, buttons and fields it never reached, and which it
    /// reached without showing it (WCAG 2.1.1, 2.1.2, 2.4.7). Of radio buttons, one of a group is reached.
    /// </summary>
    public static async Task<IReadOnlyList<string>> KeyboardFaults(this Window window)
    {
        var stops = await window.Page.EvaluateAsync<int>(Watch);
        for (var step = 0; step < stops + 2; step++) await window.Page.Keyboard.PressAsync("Tab");
        var faults = await window.Page.EvaluateAsync<string[]>(Tell);
        return [.. faults.Select(fault => $"{window}: {fault}")];
    }

    private const string Watch = """
        () => {
          const candidates = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
            .filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden' && e.checkVisibility({ visibilityProperty: true }))
            .filter(e => !e.closest('details:not([open])') || e.matches('details > summary'));
          const look = e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor, s.color, s.textDecoration].join('|'); };
          const group = e => e.type === 'radio' ? e.form?.id + '/' + e.name : e;
          window.__keyboard = { wanted: new Map(candidates.map(e => [group(e), e])), calm: new Map(candidates.map(e => [e, look(e)])), silent: [] };
          document.activeElement?.blur();
          document.addEventListener('focusin', event => {
            const { wanted, calm, silent } = window.__keyboard;
            wanted.delete(group(event.target));
            if (calm.has(event.target) && look(event.target) === calm.get(event.target)) silent.push(event.target);
          });
          // Within a field for a day or a time, each part and the calendar is a stop of its own: at most year, month, day, hour, minute, half of the day, calendar.
          return candidates.length + 6 * candidates.filter(e => /^(date|time|datetime-local|month|week)$/.test(e.type)).length;
        }
        """;

    private const string Tell = """
        () => {
          const short = e => e.outerHTML.replace(/\s+/g, ' ').slice(0, 120);
          const { wanted, silent } = window.__keyboard;
          document.activeElement?.blur();
          return [...[...wanted.values()].map(e => 'the keyboard does not reach ' + short(e)),
                  ...silent.map(e => 'focus does not show on ' + short(e))];
        }
        """;
}
