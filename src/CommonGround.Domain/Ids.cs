using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CommonGround.Domain;

/// <summary>Identifiers: UUID version 7, so that rows sort by when they came.</summary>
public static class Ids
{
    /// <param name="at">UTC.</param>
    public static Guid New(DateTime at) => Guid.CreateVersion7(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)));

    /// <summary>When it was made; null for one that was not made by <see cref="New"/>.</summary>
    public static DateTime? TimeOf(Guid id)
    {
        if (id.Version != 7)
            return null;

        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var at = DateTime.UnixEpoch.AddMilliseconds(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
        // One in many of those made from words looks like one of these, of a year that nobody has written in.
        return at.Year is >= 2020 and < 2200 ? at : null;
    }

    /// <summary>The same id for the same words, each time: what is done under it has one effect, wherever it is begun.</summary>
    public static Guid Of(string words) => new(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 16), bigEndian: true);
}
