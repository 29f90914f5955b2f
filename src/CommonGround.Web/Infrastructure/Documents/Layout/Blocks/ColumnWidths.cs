using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents.Layout.Blocks;

/// <summary>
/// Widths of a table's columns, in points, gutters included. Where the table does not say, each column gets its widest
/// word, and what is left goes where there is most to write.
/// </summary>
internal static class ColumnWidths
{
    public static IReadOnlyList<double> Of(Table table, FontPair fonts)
    {
        if (table.Widths is { } relative)
            return [.. relative.Select(width => Sheet.Measure * width / relative.Sum())];

        var least = new double[table.Header.Count];
        var natural = new double[table.Header.Count];
        for (var column = 0; column < table.Header.Count; column++)
        {
            Widen(column, TextMeasure.Of(table.Header[column], fonts, TextStyle.SmallStrong));
            foreach (var row in table.Rows)
                Widen(column, TextMeasure.Of(row.Cell(column), fonts, TextStyle.Cell));
        }

        var spare = Sheet.Measure - least.Sum();
        var wanted = natural.Sum() - least.Sum();
        if (spare <= 0)
            return Shared(least);
        if (natural.Sum() <= Sheet.Measure)
            return [.. natural.Select(width => width + (Sheet.Measure - natural.Sum()) * width / natural.Sum())];
        return [.. least.Zip(natural, (narrow, wide) => narrow + spare * (wide - narrow) / wanted)];

        void Widen(int column, TextMeasure text)
        {
            least[column] = Math.Max(least[column], text.WidestWord + TableSetter.Gutter + 1);
            natural[column] = Math.Max(natural[column], Math.Min(text.WholeLine + TableSetter.Gutter + 1, Sheet.Measure));
            natural[column] = Math.Max(natural[column], least[column]);
        }
    }

    /// <summary>Where not even the widest words fit: narrow columns keep theirs, the others share what is left equally and break words.</summary>
    private static double[] Shared(double[] least)
    {
        var widths = new double[least.Length];
        var left = Sheet.Measure;
        foreach (var (rank, column) in Enumerable.Range(0, least.Length).OrderBy(column => least[column]).Index())
        {
            widths[column] = Math.Min(least[column], left / (least.Length - rank));
            left -= widths[column];
        }

        return widths;
    }
}
