using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout.Blocks;

/// <summary>Rows between thin lines. The header comes again on every page, for the eye; it is read aloud once.</summary>
internal static class TableSetter
{
    public const double Gutter = 12;
    private const double SpaceBefore = 10, Above = 3.5, Below = 4, TallestHeader = Sheet.FullHeight / 4, TallestWhole = Sheet.FullHeight / 3;

    public static IEnumerable<Strip> Set(Table table, Setting setting)
    {
        var element = setting.Root.Child("Table");
        var columns = ColumnWidths.Of(table, setting.Fonts);
        if (!string.IsNullOrWhiteSpace(table.Caption))
        {
            foreach (var line in setting.Lines(
                table.Caption, TextStyle.BodyStrong, element.Child("Caption"), Sheet.Left, Sheet.Measure, SpaceBefore, keepsWithNext: true))
                yield return line;
        }

        var headerRow = element.Child("THead").Child("TR");
        var header = Row(table.Header.Select(text => (InlineText)text), "TH", TextStyle.SmallStrong, headerRow);
        foreach (var strip in header.Strips())
            yield return Ruled(strip, 1, Palette.Green) with
            {
                SpaceBefore = string.IsNullOrWhiteSpace(table.Caption) ? SpaceBefore : 0,
                KeepsWithNext = true,
            };

        var repeated = header.Height <= TallestHeader ? Ruled(header.AsArtifact(), 1, Palette.Green) : null;
        var body = element.Child("TBody");
        var rows = (table.Rows.Count == 0 ? [new TableRow(setting.Words.EmptyTable)] : table.Rows)
            .Select(row => Row(Enumerable.Range(0, table.Header.Count).Select(row.Cell), "TD", TextStyle.Cell, body.Child("TR")));
        foreach (var strip in KeptWholeIfSmall(rows.SelectMany(BodyStrips)))
            yield return strip;

        IEnumerable<Strip> BodyStrips(CellRow row)
        {
            var strips = row.Strips().ToList();
            strips[^1] = Ruled(strips[^1], 0.5, Palette.Hairline);
            return strips.Select(strip => strip with { RepeatedHead = repeated });
        }

        CellRow Row(IEnumerable<InlineText> texts, string role, TextStyle style, StructureElement rowElement)
        {
            var left = Sheet.Left;
            var cells = new List<Cell>();
            foreach (var (column, text) in texts.Index())
            {
                var cell = rowElement.Child(role);
                if (role == "TH")
                    cell.Attributes = "/O /Table /Scope /Column";
                var gutter = column == columns.Count - 1 ? 0 : Gutter;
                cells.Add(new Cell(text, style, cell, left, columns[column] - gutter));
                left += columns[column];
            }

            return new CellRow(setting, cells, Above, Below);
        }
    }

    /// <summary>A short table is easier to read in one piece; a long one begins where it stands.</summary>
    private static IEnumerable<Strip> KeptWholeIfSmall(IEnumerable<Strip> strips)
    {
        var first = new List<Strip>();
        var height = 0.0;
        using var rest = strips.GetEnumerator();
        var isMore = rest.MoveNext();
        for (; isMore && height <= TallestWhole; isMore = rest.MoveNext())
        {
            first.Add(rest.Current);
            height += rest.Current.Height;
        }

        foreach (var (index, strip) in first.Index())
            yield return isMore || index == first.Count - 1 ? strip : strip with { KeepsWithNext = true };
        for (; isMore; isMore = rest.MoveNext())
            yield return rest.Current;
    }

    private static Strip Ruled(Strip strip, double thickness, Colour colour) => strip with
    {
        Draw = (page, top) =>
        {
            strip.Draw(page, top);
            page.MarkArtifact(Artifact.Layout);
            page.Line(Sheet.Left, top + strip.Height, Sheet.Right, top + strip.Height, thickness, colour);
        },
    };
}
