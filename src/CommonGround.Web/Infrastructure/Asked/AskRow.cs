using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Infrastructure.Asked;

/// <summary>Something that is asked of someone, as the database finds it.</summary>
public sealed record AskRow
{
    /// <summary>What is asked: a word of the area's own.</summary>
    public required string What { get; init; }

    public required Guid CaseId { get; init; }

    public required PartyRole Role { get; init; }

    public required Guid ItemId { get; init; }

    public required DateTime Since { get; init; }

    public required DateTime? Until { get; init; }

    /// <summary>The case's country, where the area asks for it.</summary>
    public required string Country { get; init; }
}
