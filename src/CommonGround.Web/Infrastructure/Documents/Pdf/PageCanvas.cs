using System.Globalization;
using System.Text;

namespace CommonGround.Web.Infrastructure.Documents.Pdf;

/// <summary>
/// Draws on one page. Distances are in points from the page's upper left corner. Everything drawn belongs either to
/// an element of the structure or to nothing that is read (an artifact); there is no third.
/// </summary>
internal sealed class PageCanvas(int number, double height)
{
    private readonly StringBuilder _content = new();
    private readonly List<StructureElement> _marked = [];
    private object? _open;
    private Colour? _fill;

    /// <summary>The object number of the page.</summary>
    public int Number { get; } = number;

    /// <summary>The element of each mark, by its number.</summary>
    public IReadOnlyList<StructureElement> Marked => _marked;

    /// <summary>What is drawn from here on belongs to the element. Calling it again for the same element changes nothing.</summary>
    public void Mark(StructureElement element)
    {
        if (ReferenceEquals(_open, element))
            return;
        Close();
        var mark = new PageMark(this, _marked.Count);
        _marked.Add(element);
        element.Add(mark);
        _content.Append(CultureInfo.InvariantCulture, $"/{element.Role} <</MCID {mark.Number}>> BDC\n");
        _open = element;
    }

    /// <summary>What is drawn from here on is for the eye only: lines, backgrounds, repeated headers, footers.</summary>
    public void MarkArtifact(Artifact artifact)
    {
        if (ReferenceEquals(_open, artifact))
            return;
        Close();
        _content.Append(artifact.Opening);
        _open = artifact;
    }

    public void Text(double x, double baseline, PdfFont font, double size, Colour colour, string text)
    {
        Fill(colour);
        _content.Append(CultureInfo.InvariantCulture, $"BT /{font.ResourceName} {N(size)} Tf {N(x)} {N(height - baseline)} Td <");
        font.Encode(text, _content);
        _content.Append("> Tj ET\n");
    }

    public void Rectangle(double x, double top, double width, double rectangleHeight, Colour colour)
    {
        Fill(colour);
        _content.Append(CultureInfo.InvariantCulture, $"{N(x)} {N(height - top - rectangleHeight)} {N(width)} {N(rectangleHeight)} re f\n");
    }

    public void Line(double fromX, double fromY, double toX, double toY, double thickness, Colour colour) =>
        _content.Append(CultureInfo.InvariantCulture, $"{colour.Operands} RG {N(thickness)} w {N(fromX)} {N(height - fromY)} m {N(toX)} {N(height - toY)} l S\n");

    /// <summary>A circle's outline, of four Bézier curves.</summary>
    public void Circle(double x, double y, double radius, double thickness, Colour colour)
    {
        const double Handle = 0.5523;
        var (cx, cy, h) = (x, height - y, radius * Handle);
        _content.Append(
            CultureInfo.InvariantCulture,
            $"{colour.Operands} RG {N(thickness)} w {N(cx + radius)} {N(cy)} m "
            + $"{N(cx + radius)} {N(cy + h)} {N(cx + h)} {N(cy + radius)} {N(cx)} {N(cy + radius)} c "
            + $"{N(cx - h)} {N(cy + radius)} {N(cx - radius)} {N(cy + h)} {N(cx - radius)} {N(cy)} c "
            + $"{N(cx - radius)} {N(cy - h)} {N(cx - h)} {N(cy - radius)} {N(cx)} {N(cy - radius)} c "
            + $"{N(cx + h)} {N(cy - radius)} {N(cx + radius)} {N(cy - h)} {N(cx + radius)} {N(cy)} c S\n");
    }

    /// <summary>What was drawn since the last time, ready to be stored.</summary>
    public byte[] TakeContent()
    {
        Close();
        var content = Encoding.ASCII.GetBytes(_content.ToString());
        _content.Clear();
        return content;
    }

    private void Close()
    {
        if (_open is not null)
            _content.Append("EMC\n");
        _open = null;
    }

    private void Fill(Colour colour)
    {
        if (_fill == colour)
            return;
        _content.Append(CultureInfo.InvariantCulture, $"{colour.Operands} rg\n");
        _fill = colour;
    }

    private static string N(double value) => PdfSyntax.Number(value);
}
