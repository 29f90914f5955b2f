namespace CommonGround.Web.Persistence;

/// <summary>A published programme, form or rule file, byte for byte, under its hash. Never changed, never deleted while a case needs it.</summary>
public sealed class Definition
{
    public required string Hash { get; init; }

    public required Infrastructure.Programmes.ContentSort Sort { get; init; }

    public required string Key { get; init; }

    public required string Version { get; init; }

    public required byte[] Bytes { get; init; }

    public required DateTime PublishedAt { get; init; }
}
