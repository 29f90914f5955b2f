using CommonGround.Web.Infrastructure.Documents.Fonts;
using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>The two weights of one file.</summary>
internal sealed class FontPair
{
    public PdfFont Regular { get; } = new(DocumentFonts.Regular, "R");

    public PdfFont Bold { get; } = new(DocumentFonts.Bold, "B");

    public PdfFont Of(bool isBold) => isBold ? Bold : Regular;

    /// <summary>In thousandths of the font size.</summary>
    public int AdvanceOf(int codePoint, bool isBold) => Of(isBold).AdvanceOf(codePoint);
}
