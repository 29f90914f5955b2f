using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>Texts side by side: a table's row, a fact and its name. Stays in one piece unless it is taller than half a page.</summary>
internal sealed class CellRow
{
    private const double TallestWhole = Sheet.FullHeight / 2;

    private readonly Setting _setting;
    private readonly List<SetCell> _cells;
    private readonly double _above;
    private readonly double _below;

    public CellRow(Setting setting, IEnumerable<Cell> cells, double above, double below, double leastHeight = 0)
    {
        _setting = setting;
        _cells = [.. cells.Select(cell =>
            new SetCell(cell, [.. LineBreaker.Break(cell.Text, setting.Fonts, cell.Style, Math.Max(1, cell.Width))]))];
        (_above, _below) = (above, below);
        Height = Math.Max(leastHeight, above + _cells.Max(cell => cell.Lines.Count * cell.Cell.Style.Leading) + below);
    }

    public double Height { get; }

    /// <summary>As a repeated header: seen again, not read again.</summary>
    public Strip AsArtifact() => new(Height, (page, top) =>
    {
        page.MarkArtifact(Artifact.RepeatedHeader);
        foreach (var cell in _cells)
            DrawLines(page, cell, 0, cell.Lines.Count, top + _above);
    });

    public IEnumerable<Strip> Strips()
    {
        if (Height <= TallestWhole)
        {
            yield return new Strip(Height, (page, top) => DrawCells(page, top + _above, 0, int.MaxValue));
            yield break;
        }

        var (count, leading) = (_cells.Max(cell => cell.Lines.Count), _cells.Max(cell => cell.Cell.Style.Leading));
        for (var line = 0; line < count; line++)
        {
            var from = line;
            yield return new Strip(leading, (page, top) => DrawCells(page, top, from, from + 1))
            {
                KeepsWithNext = line == 0 || line == count - 2,
            }.Padded(line == 0 ? _above : 0, line == count - 1 ? _below : 0);
        }
    }

    private void DrawCells(PageCanvas page, double top, int from, int to)
    {
        foreach (var cell in _cells.Where(cell => cell.Lines.Count > from))
        {
            page.Mark(cell.Cell.Element);
            DrawLines(page, cell, from, Math.Min(to, cell.Lines.Count), top);
        }
    }

    private void DrawLines(PageCanvas page, SetCell cell, int from, int to, double top)
    {
        for (var line = from; line < to; line++)
            _setting.Draw(page, cell.Lines[line], cell.Cell.Style, cell.Cell.Left, top + cell.Cell.Drop + (line - from) * cell.Cell.Style.Leading);
    }

    private sealed record SetCell(Cell Cell, List<SetLine> Lines);
}
