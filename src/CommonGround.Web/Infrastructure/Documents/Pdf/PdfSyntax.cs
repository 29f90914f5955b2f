using System.Globalization;
using System.Text;

namespace CommonGround.Web.Infrastructure.Documents.Pdf;

/// <summary>How values are written in a PDF (ISO 32000-1, 7.3), whatever the server's culture.</summary>
internal static class PdfSyntax
{
    /// <summary>A hundredth of a point is finer than any printer.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Words for people, in UTF-16 as hexadecimal, so nothing needs escaping.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Reference(int number) => $"{number} 0 R";

    public static string Array(IEnumerable<string> items) => $"[{string.Join(' ', items)}]";

    public static string Date(DateTimeOffset time) =>
        $"(D:{time.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)";
}
