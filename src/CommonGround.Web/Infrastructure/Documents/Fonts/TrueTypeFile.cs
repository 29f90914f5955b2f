using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace CommonGround.Web.Infrastructure.Documents.Fonts;

/// <summary>Puts tables together to a font file, with directory and checksums (OpenType specification, "Font file").</summary>
internal static class TrueTypeFile
{
    private const int DirectoryEntry = 16, Header = 12, AdjustmentInHead = 8;
    private const uint WholeFile = 0xB1B0AFBA;

    public static byte[] Compose(SortedDictionary<string, byte[]> tables)
    {
        var offset = Header + DirectoryEntry * tables.Count;
        var file = new byte[offset + tables.Values.Sum(table => Padded(table.Length))];
        var powers = BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        WriteUInt16(file, 4, tables.Count);
        WriteUInt16(file, 6, DirectoryEntry << powers);
        WriteUInt16(file, 8, powers);
        WriteUInt16(file, 10, DirectoryEntry * (tables.Count - (1 << powers)));

        var entry = Header;
        var head = 0;
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(file, offset);
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Checksum(file.AsSpan(offset, Padded(table.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 8), (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 12), (uint)table.Length);
            if (tag == "head")
                head = offset;
            entry += DirectoryEntry;
            offset += Padded(table.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + AdjustmentInHead), WholeFile - Checksum(file));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static void WriteUInt16(byte[] file, int at, int value) =>
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(at), (ushort)value);

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var at = 0; at < bytes.Length; at += 4)
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        return sum;
    }
}
