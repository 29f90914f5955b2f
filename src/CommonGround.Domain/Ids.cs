namespace CommonGround.Domain;

/// <summary>Identifiers: UUID version 7, so that rows sort by when they came.</summary>
public static class Ids
{
    /// <param name="at">UTC.</param>
    public static Guid New(DateTime at) => Guid.CreateVersion7(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)));
}
