using System.Buffers;
using System.Buffers.Binary;
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

    private const int AtMostOnStack = 1024;

    /// <summary>What the first link follows.</summary>
    public static byte[] Origin { get; } = new byte[HashBytes];

    /// <param name="position">1 for the first link.</param>
    public static byte[] Hash(ReadOnlySpan<byte> previous, long position, ReadOnlySpan<byte> entry)
    {
        var hash = new byte[HashBytes];
        Hash(previous, position, entry, hash);
        return hash;
    }

    /// <summary>The same into a place of the caller's, which may be where the link before stands.</summary>
    public static void Hash(ReadOnlySpan<byte> previous, long position, ReadOnlySpan<byte> entry, Span<byte> hash)
    {
        // One call on bytes that lie together takes half the time of three calls on parts.
        var length = previous.Length + sizeof(long) + entry.Length;
        var rented = length <= AtMostOnStack ? null : ArrayPool<byte>.Shared.Rent(length);
        var together = rented is null ? stackalloc byte[length] : rented.AsSpan(0, length);
        previous.CopyTo(together);
        BinaryPrimitives.WriteInt64BigEndian(together[previous.Length..], position);
        entry.CopyTo(together[(previous.Length + sizeof(long))..]);
        SHA256.HashData(together, hash);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>The digest that stands in the chain for a text beside it. Without the key it tells nothing, not even to a guess.</summary>
    public static byte[] Digest(ReadOnlySpan<byte> key, ReadOnlySpan<byte> text) => HMACSHA256.HashData(key, text);
}
