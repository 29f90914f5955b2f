namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>What sort of content a file holds.</summary>
public enum ContentSort
{
    Programme = 1,
    Form = 2,
    Rules = 3,
}

/// <summary>A definition as it lies on disk, byte for byte, so that it can be stored under its hash and read again unchanged.</summary>
public sealed record PublishedContent(ContentSort Sort, string Key, string Version, string Hash, ReadOnlyMemory<byte> Bytes);
