using System.Security.Cryptography;
using System.Text;

namespace CommonGround.Domain;

/// <summary>Identifiers: UUID version 7, so that rows sort by when they came.</summary>
public static class Ids
{
    /// <param name="at">UTC.</param>
    public static Guid New(DateTime at) => Guid.CreateVersion7(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)));

    /// <summary>The same id for the same words, each time: what is done under it has one effect, wherever it is begun.</summary>
    public static Guid Of(string words) => new(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 16), bigEndian: true);
}
