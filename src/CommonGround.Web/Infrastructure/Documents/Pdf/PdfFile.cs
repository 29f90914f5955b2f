using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CommonGround.Web.Infrastructure.Documents.Pdf;

/// <summary>Numbered objects, in the order they are written, and the table that finds them again. The same objects give the same bytes.</summary>
internal sealed class PdfFile : IDisposable
{
    private const int NotWritten = -1;

    private readonly MemoryStream _bytes = new();
    private readonly List<long> _offsets = [0];

    public PdfFile()
    {
        Append("%PDF-1.7\n%");
        // Four bytes above 127 tell transfer programs that this is no text (ISO 32000-1, 7.5.2).
        _bytes.Write([0xE5, 0xE4, 0xF6, 0xE9]);
        Append("\n");
    }

    /// <summary>A number for an object that others point at before it is written.</summary>
    public int Reserve()
    {
        _offsets.Add(NotWritten);
        return _offsets.Count - 1;
    }

    public int Write(string body)
    {
        var number = Reserve();
        Write(number, body);
        return number;
    }

    public void Write(int number, string body)
    {
        Begin(number);
        Append($"{body}\nendobj\n");
    }

    /// <summary>A stream, compressed. The entries go into its dictionary: <c>/Type /XObject</c>.</summary>
    public int WriteStream(ReadOnlySpan<byte> content, string entries = "")
    {
        var number = Reserve();
        var compressed = Compress(content);
        Stream(number, compressed, $"/Filter /FlateDecode {entries}");
        return number;
    }

    /// <summary>A stream that must be readable without decompression, as metadata must.</summary>
    public int WritePlainStream(ReadOnlySpan<byte> content, string entries)
    {
        var number = Reserve();
        Stream(number, content, entries);
        return number;
    }

    /// <summary>The finished file. Its identity is taken from its content, so it is the same for the same document.</summary>
    public byte[] Finish(int catalog, int information)
    {
        var identity = Convert.ToHexString(SHA256.HashData(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length)).AsSpan(0, 16));
        var start = _bytes.Length;
        Append($"xref\n0 {_offsets.Count}\n0000000000 65535 f \n");
        foreach (var offset in _offsets.Skip(1))
        {
            if (offset == NotWritten)
                throw new InvalidOperationException("An object was reserved and never written.");
            Append(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        }

        Append($"trailer\n<< /Size {_offsets.Count} /Root {catalog} 0 R /Info {information} 0 R /ID [<{identity}> <{identity}>] >>\n");
        Append($"startxref\n{start}\n%%EOF\n");
        return _bytes.ToArray();
    }

    public void Dispose() => _bytes.Dispose();

    private void Stream(int number, ReadOnlySpan<byte> content, string entries)
    {
        Begin(number);
        Append($"<< /Length {content.Length} {entries} >>\nstream\n");
        _bytes.Write(content);
        Append("\nendstream\nendobj\n");
    }

    private void Begin(int number)
    {
        _offsets[number] = _bytes.Length;
        Append($"{number} 0 obj\n");
    }

    private void Append(string ascii) => _bytes.Write(Encoding.ASCII.GetBytes(ascii));

    private static byte[] Compress(ReadOnlySpan<byte> content)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
            zlib.Write(content);
        return compressed.ToArray();
    }
}
