using System.Security.Cryptography;
using System.Text;
using CommonGround.Web.Infrastructure.Documents.Fonts;

namespace CommonGround.Web.Infrastructure.Documents.Pdf;

/// <summary>
/// One weight in one file: a CIDFontType2 of the glyphs that were used. Each character has a code of its own, even
/// where two share a glyph, so that what is copied out is exactly what was written. A character the font lacks is
/// drawn as � and still copied out as itself.
/// </summary>
internal sealed class PdfFont(TrueTypeFont font, string resourceName)
{
    private const string Digits = "0123456789ABCDEF";
    private const int ReplacementCharacter = 0xFFFD, LastCode = 0xFFFF;

    private readonly FontSubset _subset = new(font);
    private readonly Dictionary<int, ushort> _codes = [];
    private readonly List<(int CodePoint, int Glyph, int Number)> _used = [(ReplacementCharacter, 0, 0)];

    public string ResourceName { get; } = resourceName;

    public bool IsUsed => _used.Count > 1;

    /// <summary>In thousandths of the font size.</summary>
    public int AdvanceOf(int codePoint) => Thousandths(font.AdvanceOf(GlyphOf(codePoint)));

    /// <summary>The text as codes in hexadecimal, ready for the Tj operator.</summary>
    public void Encode(string text, StringBuilder into)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var code = CodeOf(rune.Value);
            into.Append(Digits[code >> 12]).Append(Digits[code >> 8 & 15]).Append(Digits[code >> 4 & 15]).Append(Digits[code & 15]);
        }
    }

    private ushort CodeOf(int codePoint)
    {
        if (_codes.TryGetValue(codePoint, out var code))
            return code;
        // Past some 65 000 different characters, which no language has, the rest share the mark of a missing one.
        if (_used.Count >= LastCode && codePoint != ReplacementCharacter)
            return CodeOf(ReplacementCharacter);
        var glyph = GlyphOf(codePoint);
        code = (ushort)_used.Count;
        _used.Add((codePoint, glyph, _subset.NumberOf(glyph)));
        return _codes[codePoint] = code;
    }

    /// <summary>Never glyph 0, the font's own mark of a missing one: text must not refer to it (PDF/UA-1, 7.21.8).</summary>
    private int GlyphOf(int codePoint) => font.GlyphOf(codePoint) is var glyph and not 0 ? glyph : font.GlyphOf(ReplacementCharacter);

    private int Thousandths(int units) => (int)Math.Round(units * 1000.0 / font.UnitsPerEm, MidpointRounding.AwayFromZero);

    public int Write(PdfFile file)
    {
        var program = _subset.ToBytes();
        var name = $"{Tag(program)}+{font.Name}";
        var programStream = file.WriteStream(program, $"/Length1 {program.Length}");
        var (left, bottom, right, top) = font.Bounds;
        var descriptor = file.Write(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /ItalicAngle 0 /StemV 80"
            + $" /FontBBox [{PdfSyntax.Number(Thousandths(left))} {PdfSyntax.Number(Thousandths(bottom))} {PdfSyntax.Number(Thousandths(right))} {PdfSyntax.Number(Thousandths(top))}]"
            + $" /Ascent {PdfSyntax.Number(Thousandths(font.Ascent))} /Descent {PdfSyntax.Number(Thousandths(font.Descent))} /CapHeight {PdfSyntax.Number(Thousandths(font.CapHeight))}"
            + $" /FontFile2 {programStream} 0 R >>");
        var widths = string.Join(' ', _used.Select(used => Thousandths(font.AdvanceOf(used.Glyph))));
        var glyphs = file.WriteStream([.. _used.SelectMany(used => new[] { (byte)(used.Number >> 8), (byte)used.Number })]);
        var descendant = file.Write(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /FontDescriptor {descriptor} 0 R"
            + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            + $" /CIDToGIDMap {glyphs} 0 R /W [0 [{widths}]] >>");
        var unicode = file.WriteStream(Encoding.ASCII.GetBytes(ToUnicodeMap.Compose(_used.Select(used => used.CodePoint))));
        return file.Write(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
            + $" /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    /// <summary>Six letters that tell this subset from others of the same font (ISO 32000-1, 9.6.4).</summary>
    private static string Tag(byte[] program) =>
        string.Concat(SHA256.HashData(program).Take(6).Select(value => (char)('A' + value % 26)));
}
