namespace CommonGround.E2E.Tests;

/// <summary>The tools of these tests see what they are for: a check that passes everything is none.</summary>
public sealed class BrowserToolTests
{
    private const string Good = """
        <!doctype html><html lang="sv"><head><title>Prov</title></head>
        <body><main><h1>Prov</h1><p><a href="#a">Ett</a> <a href="#b" id="second">Två</a></p></main></body></html>
        """;

    [Fact]
    public async Task ShouldBeAccessible_OfAPlainPage_Passes()
    {
        await using var window = await WindowWith(Good);

        await window.ShouldBeAccessible();
    }

    [Fact]
    public async Task ShouldBeAccessible_OfAFieldWithoutName_NamesRuleAndElement()
    {
        await using var window = await WindowWith(Good.Replace("</main>", "<input id='nameless'></main>", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => window.ShouldBeAccessible());

        Assert.Contains("label", failure.Message, StringComparison.Ordinal);
        Assert.Contains("nameless", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShouldBeAccessible_OfAPageWiderThanThePhone_Fails()
    {
        await using var window = await WindowWith(Good.Replace("<main>", "<main style='width: 600px'>", StringComparison.Ordinal), WindowKind.Narrow);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => window.ShouldBeAccessible());

        Assert.Contains("wider than its window", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShouldBeAccessible_OfAHeadingSqueezedByWhatStandsBesideIt_Fails()
    {
        await using var window = await WindowWith(Good.Replace("</main>",
            "<div style='display: flex; line-height: 1.5; overflow-wrap: anywhere'><h2 style='min-width: 0'>Planen</h2><p style='flex: none; width: 95%'>Sparat</p></div></main>",
            StringComparison.Ordinal), WindowKind.Narrow);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => window.ShouldBeAccessible());

        Assert.Contains("“Planen” is broken inside a word", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TabTo_WhatTheKeyboardReaches_FocusesIt()
    {
        await using var window = await WindowWith(Good);

        await window.TabTo(window.Page.Locator("#second"));
    }

    [Fact]
    public async Task TabTo_WhatTheKeyboardDoesNotReach_Fails()
    {
        await using var window = await WindowWith(Good.Replace("id=\"second\"", "id=\"second\" tabindex=\"-1\"", StringComparison.Ordinal));

        await Assert.ThrowsAnyAsync<Exception>(() => window.TabTo(window.Page.Locator("#second")));
    }

    [Fact]
    public async Task KeyboardFaults_OfAPlainPage_AreNone()
    {
        await using var window = await WindowWith(Good);

        Assert.Empty(await window.KeyboardFaults());
    }

    [Fact]
    public async Task KeyboardFaults_OfATrap_NameWhatLiesBehindIt()
    {
        await using var window = await WindowWith(Good);
        await window.Page.EvaluateAsync("document.querySelector('a').addEventListener('keydown', event => event.preventDefault())");

        Assert.Contains("second", Assert.Single(await window.KeyboardFaults()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyboardFaults_OfAFocusThatDoesNotShow_NameIt()
    {
        await using var window = await WindowWith(Good.Replace("<title>", "<style>#second { outline: none }</style><title>", StringComparison.Ordinal));

        Assert.Contains("focus does not show", Assert.Single(await window.KeyboardFaults()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HtmlFaults_OfABlockInsideASentence_NameFileAndRule()
    {
        Assert.SkipWhen(HtmlValidator.Missing is not null, HtmlValidator.Missing ?? "");
        var folder = Directory.CreateTempSubdirectory("commonground-html-");
        var (good, bad) = (Path.Combine(folder.FullName, "good.html"), Path.Combine(folder.FullName, "bad.html"));
        await File.WriteAllTextAsync(good, Good, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bad, Good.Replace("<p>", "<p><span><div>x</div></span>", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Empty(await HtmlValidator.Faults([good]));
        Assert.Contains(await HtmlValidator.Faults([bad]), fault => fault.StartsWith("bad.html:2: element-permitted-content", StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Complaints_AfterAScriptBreaks_NameIt()
    {
        await using var window = await WindowWith(Good);

        await window.Page.EvaluateAsync("console.error('the board did not load')");

        Assert.Contains("the board did not load", Assert.Single(window.Complaints), StringComparison.Ordinal);
    }

    private static async Task<Window> WindowWith(string html, WindowKind kind = WindowKind.Wide)
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        var chromium = await Chromium.Shared;
        var window = await chromium.OpenWindow(new Uri("http://localhost"), kind);
        await window.Page.SetContentAsync(html);
        return window;
    }
}
