namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>
/// A published programme, form or rule file, byte for byte, under its hash. Never changed (the database refuses), never deleted while a case needs it:
/// a case keeps the definition that it began with, also when the file is long gone.
/// </summary>
public sealed class Definition
{
    /// <summary>SHA-256 of <see cref="Bytes"/> in lower-case hex.</summary>
    public required string Hash { get; init; }

    public required ContentSort Sort { get; init; }

    public required string Key { get; init; }

    public required string Version { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>When this database first saw it, UTC.</summary>
    public required DateTime StoredAt { get; init; }
}
