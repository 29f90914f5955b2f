namespace CommonGround.Web.Infrastructure.Documents.Pdf;

/// <summary>The headings as bookmarks, nested as they are in the document.</summary>
internal sealed class PdfOutline
{
    private const int NoParent = -1;

    private readonly List<Bookmark> _bookmarks = [];

    public void Add(int level, string text, PageCanvas page, double fromTop) => _bookmarks.Add(new Bookmark(level, text, page, fromTop));

    /// <returns>The number of the outline, or null where there is nothing to jump to.</returns>
    public int? Write(PdfFile file, double pageHeight)
    {
        if (_bookmarks.Count == 0)
            return null;
        var root = file.Reserve();
        var numbers = _bookmarks.ConvertAll(_ => file.Reserve());
        var parents = Parents();
        var children = Enumerable.Range(0, _bookmarks.Count).GroupBy(index => parents[index]).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (parent, siblings) in children)
        {
            for (var place = 0; place < siblings.Count; place++)
            {
                var (index, bookmark) = (siblings[place], _bookmarks[siblings[place]]);
                var body = $"<< /Title {PdfSyntax.Text(bookmark.Text)} /Parent {(parent == NoParent ? root : numbers[parent])} 0 R"
                    + $" /Dest [{bookmark.Page.Number} 0 R /XYZ 0 {PdfSyntax.Number(pageHeight - bookmark.FromTop)} null]";
                if (place > 0)
                    body += $" /Prev {numbers[siblings[place - 1]]} 0 R";
                if (place < siblings.Count - 1)
                    body += $" /Next {numbers[siblings[place + 1]]} 0 R";
                file.Write(numbers[index], $"{body}{Ends(children.GetValueOrDefault(index), numbers)} >>");
            }
        }

        file.Write(root, $"<< /Type /Outlines{Ends(children[NoParent], numbers)} >>");
        return root;
    }

    private int[] Parents()
    {
        var parents = new int[_bookmarks.Count];
        var open = new Stack<int>();
        for (var index = 0; index < parents.Length; index++)
        {
            while (open.TryPeek(out var last) && _bookmarks[last].Level >= _bookmarks[index].Level)
                open.Pop();
            parents[index] = open.TryPeek(out var parent) ? parent : NoParent;
            open.Push(index);
        }

        return parents;
    }

    private static string Ends(List<int>? children, List<int> numbers) =>
        children is null ? "" : $" /First {numbers[children[0]]} 0 R /Last {numbers[children[^1]]} 0 R /Count {children.Count}";

    private sealed record Bookmark(int Level, string Text, PageCanvas Page, double FromTop);
}
