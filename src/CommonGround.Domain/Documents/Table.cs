using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Documents;

/// <summary>
/// Rows under named columns. Rows may be short: missing cells are empty. A row longer than the header is a bug.
/// A table without rows is shown with a line saying that nothing is noted, never left out.
/// </summary>
public sealed record Table : Block
{
    public Table(
        InformationKind kind,
        IReadOnlyList<string> header,
        IReadOnlyList<TableRow> rows,
        string? caption = null,
        IReadOnlyList<double>? widths = null)
        : base(kind)
    {
        ArgumentOutOfRangeException.ThrowIfZero(header.Count, nameof(header));
        if (rows.Any(row => row.Cells.Count > header.Count))
            throw new ArgumentException("A row has more cells than the table has columns.", nameof(rows));
        if (widths is not null && (widths.Count != header.Count || widths.Any(width => !double.IsFinite(width) || width <= 0)))
            throw new ArgumentException("One width above zero for each column.", nameof(widths));
        (Header, Rows, Caption, Widths) = (header, rows, caption, widths);
    }

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    public string? Caption { get; }

    /// <summary>Widths of the columns relative to each other; without them the content decides.</summary>
    public IReadOnlyList<double>? Widths { get; }
}

public sealed record TableRow(params IReadOnlyList<InlineText> Cells)
{
    /// <summary>The cell in a column, empty where the row is short.</summary>
    public InlineText Cell(int column) => column < Cells.Count ? Cells[column] : "";
}
