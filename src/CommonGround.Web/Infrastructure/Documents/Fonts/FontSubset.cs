using System.Buffers.Binary;

namespace CommonGround.Web.Infrastructure.Documents.Fonts;

/// <summary>
/// The glyphs of a font that one document uses, numbered anew in the order they were first used. Number 0 is the
/// font's own "no such glyph". Accented letters are often composed of others, which come along.
/// </summary>
internal sealed class FontSubset(TrueTypeFont font)
{
    private const int ArgumentsAreWords = 0x0001, HasScale = 0x0008, MoreComponents = 0x0020, HasTwoScales = 0x0040, HasMatrix = 0x0080;

    private readonly List<int> _glyphs = [0];
    private readonly Dictionary<int, int> _numbers = new() { [0] = 0 };

    /// <summary>The number in the subset of a glyph of the font.</summary>
    public int NumberOf(int glyph)
    {
        if (_numbers.TryGetValue(glyph, out var number))
            return number;
        _numbers[glyph] = number = _glyphs.Count;
        _glyphs.Add(glyph);
        return number;
    }

    /// <summary>A complete TrueType file of the glyphs asked for so far and their components.</summary>
    public byte[] ToBytes()
    {
        var outlines = new MemoryStream();
        var ends = new List<int> { 0 };
        // The list grows while it is walked: a component met for the first time is appended.
        for (var number = 0; number < _glyphs.Count; number++)
        {
            outlines.Write(Renumbered(font.OutlineOf(_glyphs[number])));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            ends.Add((int)outlines.Length);
        }

        return TrueTypeFile.Compose(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = Head(),
            ["hhea"] = Patched("hhea", 34, _glyphs.Count),
            ["hmtx"] = Metrics(),
            ["loca"] = Locations(ends),
            ["maxp"] = Patched("maxp", 4, _glyphs.Count),
        });
    }

    private byte[] Renumbered(ReadOnlySpan<byte> outline)
    {
        var copy = outline.ToArray();
        var isComposite = copy.Length >= 10 && BinaryPrimitives.ReadInt16BigEndian(copy) < 0;
        for (var at = 10; isComposite;)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            var component = copy.AsSpan(at + 2);
            BinaryPrimitives.WriteUInt16BigEndian(component, (ushort)NumberOf(BinaryPrimitives.ReadUInt16BigEndian(component)));
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2)
                + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
            isComposite = (flags & MoreComponents) != 0;
        }

        return copy;
    }

    private byte[] Head()
    {
        var head = Patched("head", 50, 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        return head;
    }

    private byte[] Metrics()
    {
        var metrics = new byte[4 * _glyphs.Count];
        for (var number = 0; number < _glyphs.Count; number++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * number), (ushort)font.AdvanceOf(_glyphs[number]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(4 * number + 2), (short)font.LeftBearingOf(_glyphs[number]));
        }

        return metrics;
    }

    private static byte[] Locations(List<int> ends)
    {
        var locations = new byte[4 * ends.Count];
        for (var i = 0; i < ends.Count; i++)
            BinaryPrimitives.WriteUInt32BigEndian(locations.AsSpan(4 * i), (uint)ends[i]);
        return locations;
    }

    private byte[] Patched(string table, int at, int value)
    {
        var copy = font.Table(table).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)value);
        return copy;
    }
}
