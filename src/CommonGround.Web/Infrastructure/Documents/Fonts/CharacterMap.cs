using System.Buffers.Binary;

namespace CommonGround.Web.Infrastructure.Documents.Fonts;

/// <summary>The <c>cmap</c> table: character to glyph. Format 4, which holds the basic plane; our fonts have nothing beyond it.</summary>
internal sealed class CharacterMap
{
    private readonly ushort[] _glyphs = new ushort[0x10000];

    public CharacterMap(ReadOnlySpan<byte> table)
    {
        for (var i = 0; i < UInt16(table, 2); i++)
        {
            var subtable = table[(int)BinaryPrimitives.ReadUInt32BigEndian(table[(8 + 8 * i)..])..];
            if (UInt16(subtable, 0) != 4)
                continue;
            ReadSegments(subtable);
            return;
        }

        throw new InvalidDataException("The font has no character map of format 4.");
    }

    public int GlyphOf(int codePoint) => codePoint < _glyphs.Length ? _glyphs[codePoint] : 0;

    private void ReadSegments(ReadOnlySpan<byte> table)
    {
        var doubled = UInt16(table, 6);
        for (var segment = 0; segment < doubled; segment += 2)
        {
            var last = UInt16(table, 14 + segment);
            var first = UInt16(table, 16 + doubled + segment);
            var delta = UInt16(table, 16 + 2 * doubled + segment);
            var rangeAt = 16 + 3 * doubled + segment;
            var range = UInt16(table, rangeAt);
            for (var code = first; code <= last && code != 0xFFFF; code++)
            {
                var glyph = range == 0 ? code : UInt16(table, rangeAt + range + 2 * (code - first));
                _glyphs[code] = (ushort)(glyph == 0 && range != 0 ? 0 : glyph + delta);
            }
        }
    }

    private static int UInt16(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);
}
