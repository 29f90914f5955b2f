using System.Security.Cryptography;
using System.Text;

namespace CommonGround.Domain;

/// <summary>
/// What identifies a published definition (programme, form, rules): SHA-256 over the stored bytes, in lower-case hex.
/// A case keeps the hash that it started with, so a corrected comma is a new definition and nothing changes in silence.
/// </summary>
public static class ContentHash
{
    /// <summary>Of words that someone was shown: whether they are still the same.</summary>
    public static string Of(string words) => Of(Encoding.UTF8.GetBytes(words));

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
