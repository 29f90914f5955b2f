using System.Security.Cryptography;

namespace CommonGround.Domain.Journal;

/// <summary>
/// Hash chains over stored bytes: each link's hash covers the link before it, its position and its own bytes, so that an edit, a
/// deletion, a new order or a cut is seen. Texts about people stand beside the chain, behind a keyed digest, so that erasing them
/// leaves the chain whole.
/// </summary>
public static class Chain
{
    public const int HashBytes = 32;

    /// <summary>What the first link follows.</summary>
    public static byte[] Origin { get; } = new byte[HashBytes];

    /// <param name="position">1 for the first link.</param>
    public static byte[] Hash(ReadOnlySpan<byte> previous, long position, ReadOnlySpan<byte> entry)
    {
        Span<byte> at = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(at, position);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(at);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }

    /// <summary>The digest that stands in the chain for a text beside it. Without the key it tells nothing, not even to a guess.</summary>
    public static byte[] Digest(ReadOnlySpan<byte> key, ReadOnlySpan<byte> text) => HMACSHA256.HashData(key, text);
}
