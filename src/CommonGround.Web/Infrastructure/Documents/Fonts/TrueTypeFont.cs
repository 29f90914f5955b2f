using System.Buffers.Binary;
using System.Text;

namespace CommonGround.Web.Infrastructure.Documents.Fonts;

/// <summary>
/// What is needed of a TrueType font with outlines in <c>glyf</c>: which glyph a character has, how wide it is, and its
/// outline. Reads our own font files only, so a broken one is a bug and throws.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly CharacterMap _characters;
    private readonly int _measuredGlyphs;
    private readonly bool _longLocations;

    public TrueTypeFont(byte[] file, string name)
    {
        _file = file;
        Name = name;
        for (var i = 0; i < UInt16(4); i++)
        {
            var record = 12 + 16 * i;
            _tables[Encoding.ASCII.GetString(file, record, 4)] = ((int)UInt32(record + 8), (int)UInt32(record + 12));
        }

        var head = _tables["head"].Offset;
        UnitsPerEm = UInt16(head + 18);
        Bounds = (Int16(head + 36), Int16(head + 38), Int16(head + 40), Int16(head + 42));
        _longLocations = Int16(head + 50) == 1;
        GlyphCount = UInt16(_tables["maxp"].Offset + 4);
        _measuredGlyphs = UInt16(_tables["hhea"].Offset + 34);
        Ascent = Int16(_tables["OS/2"].Offset + 68);
        Descent = Int16(_tables["OS/2"].Offset + 70);
        CapHeight = Int16(_tables["OS/2"].Offset + 88);
        _characters = new CharacterMap(Table("cmap"));
    }

    public string Name { get; }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    public int Ascent { get; }

    /// <summary>Below zero.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    public (int Left, int Bottom, int Right, int Top) Bounds { get; }

    /// <summary>The glyph of a character; 0 where the font has none.</summary>
    public int GlyphOf(int codePoint) => _characters.GlyphOf(codePoint);

    /// <summary>In font units.</summary>
    public int AdvanceOf(int glyph) => UInt16(_tables["hmtx"].Offset + 4 * Math.Min(glyph, _measuredGlyphs - 1));

    public int LeftBearingOf(int glyph) => glyph < _measuredGlyphs
        ? Int16(_tables["hmtx"].Offset + 4 * glyph + 2)
        : Int16(_tables["hmtx"].Offset + 4 * _measuredGlyphs + 2 * (glyph - _measuredGlyphs));

    /// <summary>Empty for a space.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var from = LocationOf(glyph);
        return _file.AsSpan(_tables["glyf"].Offset + from, LocationOf(glyph + 1) - from);
    }

    public ReadOnlySpan<byte> Table(string tag) => _file.AsSpan(_tables[tag].Offset, _tables[tag].Length);

    private int LocationOf(int glyph) =>
        _longLocations ? (int)UInt32(_tables["loca"].Offset + 4 * glyph) : 2 * UInt16(_tables["loca"].Offset + 2 * glyph);

    private int UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private int Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    private uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at));
}
