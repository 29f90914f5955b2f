using System.Text.RegularExpressions;
using CommonGround.Web.Tests.Language;

namespace CommonGround.Web.Tests.HouseUi;

/// <summary>A name that a stylesheet misspells fails silently in the browser: here it does not.</summary>
public sealed partial class StylesheetTests
{
    private static readonly string All = string.Join('\n', SourceTree.Files("src/CommonGround.Web/wwwroot", ".css").Select(File.ReadAllText));

    [Fact]
    public void Every_value_that_a_style_asks_for_is_set() => Assert.Empty(Unset(All));

    [Fact]
    public void Unset_SeededMistake_IsFound() =>
        Assert.Equal(["--misspelt"], Unset(":root { --set: red; } p { color: var(--set); background: var(--misspelt); margin: var(--given, 1rem); }"));

    [Fact]
    public void Pages_WithoutTheirOwnStyles_StayWithinTheBudget()
    {
        // All that a first view fetches beside its page, before compression; published, it is a fifth of this.
        var bytes = new[] { "css/designsystemet.css", "css/commonground.css", "js/htmx.min.js", "js/site.js" }
            .Sum(file => new FileInfo(Path.Combine(SourceTree.Root, "src/CommonGround.Web/wwwroot", file)).Length);
        Assert.InRange(bytes, 1, 115_000);
    }

    private static IEnumerable<string> Unset(string css)
    {
        var set = Set().Matches(css).Select(match => match.Groups[1].Value).ToHashSet();
        return Asked().Matches(css).Select(match => match.Groups[1].Value).Distinct().Where(name => !set.Contains(name)).Order();
    }

    [GeneratedRegex(@"(--[\w-]+)\s*:")]
    private static partial Regex Set();

    // With a fallback (a comma) nothing need be set, and names that begin --_ are Designsystemet's own, set by its script.
    [GeneratedRegex(@"var\(\s*(--(?!_)[\w-]+)\s*\)")]
    private static partial Regex Asked();
}
