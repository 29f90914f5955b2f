namespace CommonGround.Web.Infrastructure.Documents.Layout.Blocks;

internal static class HeadingSetter
{
    public static IEnumerable<Strip> Set(string text, int level, Setting setting)
    {
        // The document's title is H1.
        var element = setting.Root.Child($"H{level + 1}");
        var (style, before, after) = level switch
        {
            1 => (TextStyle.Heading1, 21.0, 3.0),
            2 => (TextStyle.Heading2, 13.0, 1.0),
            _ => (TextStyle.Heading3, 11.0, 0.0),
        };
        var lines = setting.Lines(text, style, element, Sheet.Left, Sheet.Measure, before, keepsWithNext: true).ToList();
        if (lines.Count == 0)
            yield break;
        var first = lines[0];
        lines[0] = first with
        {
            Draw = (page, top) =>
            {
                setting.Outline.Add(level, Typesettable.Line(text), page, top - 6);
                first.Draw(page, top);
            },
        };
        lines[^1] = lines[^1].Padded(0, after);
        foreach (var line in lines)
            yield return line;
    }
}
