using System.Globalization;
using System.Text;

namespace CommonGround.Web.Infrastructure.Documents.Pdf;

/// <summary>Tells copying, searching and reading aloud which character each code is (ISO 32000-1, 9.10.3).</summary>
internal static class ToUnicodeMap
{
    private const int MostPerSection = 100;

    /// <param name="codePoints">The character of code 0, 1, 2 and on.</param>
    public static string Compose(IEnumerable<int> codePoints)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var section in codePoints.Index().Chunk(MostPerSection))
        {
            map.Append(CultureInfo.InvariantCulture, $"{section.Length} beginbfchar\n");
            foreach (var (code, codePoint) in section)
            {
                var utf16 = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(new Rune(codePoint).ToString()));
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <{utf16}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
