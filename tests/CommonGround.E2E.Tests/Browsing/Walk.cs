using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CommonGround.E2E.Tests.Browsing;

/// <summary>
/// Follows every link that a person can see, once for each kind of page: two cases are the same page, seen twice. What
/// happens on each page is up to who walks. Links that sign out or hand out a file are left alone.
/// </summary>
/// <param name="way">Picks among the links, so that a short walk also comes to pages that lie far from the first; null takes them in order.</param>
public sealed partial class Walk(Window window, Random? way = null)
{
    private readonly HashSet<string> _noticed = [];
    private readonly HashSet<string> _visited = [];
    private readonly List<string> _ahead = [];

    /// <summary>The pages that were visited, each by its pattern.</summary>
    public IReadOnlyCollection<string> Visited => _visited;

    public async Task From(string start, int atMost, Func<IResponse, Task> onPage)
    {
        Notice(start);
        while (_visited.Count < atMost && _ahead.Count > 0)
        {
            var path = Next();
            var response = await window.Page.GotoAsync(path);
            // Several links may lead to one page.
            if (!_visited.Add(Pattern(new Uri(window.Page.Url).PathAndQuery))) continue;
            await onPage(response!);
            foreach (var link in await Links()) Notice(link);
        }
    }

    private Task<string[]> Links() => window.Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('a[href]:not([download]):not([href^="#"])')]
          .filter(a => a.origin === location.origin && a.checkVisibility() && !/\.(pdf|txt|csv|json|ics)$|[?&]form=/.test(a.pathname + a.search))
          .map(a => a.pathname + a.search)
        """);

    private void Notice(string path)
    {
        if (!path.StartsWith("/sign-out", StringComparison.Ordinal) && _noticed.Add(Pattern(path))) _ahead.Add(path);
    }

    private string Next()
    {
        var at = way?.Next(_ahead.Count) ?? 0;
        var path = _ahead[at];
        _ahead.RemoveAt(at);
        return path;
    }

    private static string Pattern(string path) => Order().Replace(Ids().Replace(path, "{id}"), "");

    // The same rows in another order are the same page.
    [GeneratedRegex("[?&]sort=[^&]*")]
    private static partial Regex Order();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=[/=])[0-9-]+", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();
}
