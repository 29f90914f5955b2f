using System.Buffers.Binary;
using System.Text;
using CommonGround.Web.Infrastructure.Documents.Fonts;

namespace CommonGround.Web.Tests.Documents;

public sealed class FontSubsetTests
{
    private static readonly TrueTypeFont Font = DocumentFonts.Regular;

    [Fact]
    public void GlyphOf_SignsOfDocuments_AreAllInBothWeights()
    {
        const string Signs = "åäöæøéÅÄÖÆØÉ–—…✓✗○●→←☐☑•≤≥≈×½§€�";

        Assert.All(Signs, sign => Assert.NotEqual(0, DocumentFonts.Regular.GlyphOf(sign)));
        Assert.All(Signs, sign => Assert.NotEqual(0, DocumentFonts.Bold.GlyphOf(sign)));
    }

    [Theory, InlineData(0x6F22), InlineData(0x1F600), InlineData(0x10FFFF)]
    public void GlyphOf_CharacterTheFontLacks_IsZero(int codePoint) => Assert.Equal(0, Font.GlyphOf(codePoint));

    [Fact]
    public void ToBytes_ComposedLetter_BringsItsPartsUnderTheirNewNumbers()
    {
        var glyph = Font.GlyphOf('å');
        var subset = new FontSubset(Font);
        var number = subset.NumberOf(glyph);

        var (outlines, _) = Read(subset.ToBytes());

        var original = Components(Font.OutlineOf(glyph).ToArray());
        var renumbered = Components(outlines[number]);
        Assert.NotEmpty(original);
        Assert.Equal(original.Count, renumbered.Count);
        foreach (var (before, after) in original.Zip(renumbered))
            Assert.Equal(Font.OutlineOf(before).ToArray(), outlines[after][..Font.OutlineOf(before).Length]);
    }

    [Fact]
    public void ToBytes_KeepsWidths()
    {
        var subset = new FontSubset(Font);
        var numbers = "Mål i✓".Distinct().ToDictionary(letter => letter, letter => subset.NumberOf(Font.GlyphOf(letter)));

        var (_, widths) = Read(subset.ToBytes());

        Assert.All(numbers, pair => Assert.Equal(Font.AdvanceOf(Font.GlyphOf(pair.Key)), widths[pair.Value]));
    }

    [Fact]
    public void ToBytes_HasTheChecksumOfAWholeFont()
    {
        var file = new FontSubset(Font).ToBytes();

        var sum = 0u;
        for (var at = 0; at < file.Length; at += 4)
            sum += BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));

        Assert.Equal(0xB1B0AFBA, sum);
    }

    /// <summary>Outlines and widths by glyph number, read without the code under test.</summary>
    private static (List<byte[]> Outlines, List<int> Widths) Read(byte[] file)
    {
        var tables = Enumerable.Range(0, U16(file, 4)).Select(index => 12 + 16 * index)
            .ToDictionary(at => Encoding.ASCII.GetString(file, at, 4), at => file.AsMemory(U32(file, at + 8), U32(file, at + 12)).ToArray());
        var (glyf, loca, hmtx) = (tables["glyf"], tables["loca"], tables["hmtx"]);
        var count = U16(tables["maxp"], 4);
        return (
            [.. Enumerable.Range(0, count).Select(number => glyf[U32(loca, 4 * number)..U32(loca, 4 * number + 4)])],
            [.. Enumerable.Range(0, count).Select(number => U16(hmtx, 4 * number))]);
    }

    private static List<int> Components(byte[] outline)
    {
        var components = new List<int>();
        if (BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return components;
        for (var (at, more) = (10, true); more;)
        {
            var flags = U16(outline, at);
            components.Add(U16(outline, at + 2));
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            more = (flags & 0x20) != 0;
        }

        return components;
    }

    private static int U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private static int U32(byte[] bytes, int at) => (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
}
