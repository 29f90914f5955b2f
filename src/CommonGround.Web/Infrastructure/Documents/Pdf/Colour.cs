using static CommonGround.Web.Infrastructure.Documents.Pdf.PdfSyntax;

namespace CommonGround.Web.Infrastructure.Documents.Pdf;

/// <summary>A colour on the page, as red, green and blue from 0 to 255.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public string Operands => $"{Number(Red / 255.0)} {Number(Green / 255.0)} {Number(Blue / 255.0)}";
}
