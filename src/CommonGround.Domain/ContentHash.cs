using System.Security.Cryptography;

namespace CommonGround.Domain;

/// <summary>
/// What identifies a published definition (programme, form, rules): SHA-256 over the stored bytes, in lower-case hex.
/// A case keeps the hash that it started with, so a corrected comma is a new definition and nothing changes in silence.
/// </summary>
public static class ContentHash
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
