namespace CommonGround.Web.Features.Shared;

/// <summary>
/// Ways to the rest of a list. Where counting everything would cost too much, only the ways back and on are given.
/// Drawn by <c>_Pager</c>.
/// </summary>
public sealed record PagerView(string? Previous, string? Next, string? Summary = null, IReadOnlyList<PageLink>? Numbers = null)
{
    /// <summary>Pages by number: the first, the last, and those around <paramref name="page"/> (which counts from 1).</summary>
    public static PagerView Numbered(int page, int pages, Func<int, string> href, string? summary = null)
    {
        int[] shown = [.. Enumerable.Range(1, pages).Where(n => n == 1 || n == pages || Math.Abs(n - page) <= 1)];
        var links = new List<PageLink>();
        foreach (var number in shown)
        {
            if (links.Count > 0 && links[^1].Number < number - 1)
            {
                links.Add(PageLink.Gap);
            }

            links.Add(new PageLink(number, href(number), number == page));
        }

        return new PagerView(page > 1 ? href(page - 1) : null, page < pages ? href(page + 1) : null, summary, links);
    }
}

/// <summary>One page of a list, or a gap between pages.</summary>
public sealed record PageLink(int Number, string? Href, bool Current)
{
    public static PageLink Gap { get; } = new(0, null, false);
}
