namespace CommonGround.Web.Features.Shared;

/// <summary>
/// Ways to the rest of a list. Where counting everything would cost too much, only the ways back and on are given.
/// Drawn by <c>_Pager</c>.
/// </summary>
public sealed record PagerView(string? Previous, string? Next, string? Summary = null, IReadOnlyList<PageLink>? Numbers = null)
{
    /// <summary>
    /// The number in <c>?page=3</c>. It must not be bound to a property: Razor Pages keeps the name "page" for the page's own path.
    /// </summary>
    public static int Asked(HttpRequest request, int pages) =>
        Math.Clamp(int.TryParse(request.Query["page"], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1, 1, Math.Max(1, pages));

    /// <summary>Pages by number, at this request's own address; nothing where one page is enough.</summary>
    public static PagerView? Numbered(HttpRequest request, int page, int pages) => pages <= 1 ? null : Numbered(page, pages, number =>
        request.PathBase + request.Path + QueryString.Create(
            request.Query.Where(pair => pair.Key != "page").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
                .Append(KeyValuePair.Create("page", (string?)number.ToString(System.Globalization.CultureInfo.InvariantCulture)))));

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
