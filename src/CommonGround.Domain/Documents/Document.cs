using System.Text.Json.Serialization;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Documents;

/// <summary>
/// A plan copy, minutes or letter, composed once on the server and rendered from this one structure to page, PDF and
/// text, so that the server can vouch for every word. Title, subtitle, meta lines, author and classification may carry
/// contact information only (names, dates, versions): everything else is a block with its kind.
/// </summary>
public sealed record Document
{
    private readonly DateTimeOffset _createdAt;

    /// <summary>BCP 47, for example <c>sv</c>. It decides the renderers' own words, whatever language the reader uses.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    /// <summary>For example "Version 2 · 9 December 2026 · copy for Jonas Ek".</summary>
    public IReadOnlyList<string> MetaLines { get; init; } = [];

    /// <summary>Whose document it is: a person and an organisation. To a workplace never a unit whose name tells of health.</summary>
    public required string Author { get; init; }

    /// <summary>How to treat the copy, at the foot of every page: "Confidential: only for the supervisor of Sara Lind".</summary>
    public string? Classification { get; init; }

    /// <summary>Cut to microseconds, as the database keeps it.</summary>
    public required DateTimeOffset CreatedAt
    {
        get => _createdAt;
        init => _createdAt = value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Every kind of information in this document; contact always, because of the title and the names in it.</summary>
    [JsonIgnore]
    public IReadOnlySet<InformationKind> Kinds =>
        new SortedSet<InformationKind>(Blocks.Select(block => block.Kind)) { InformationKind.Contact };

    /// <summary>
    /// This document, unchanged, if its reader may have all of it. Nothing is left out silently: a copy with holes would
    /// be another document than the one that was previewed and released.
    /// </summary>
    public Outcome<Document> For(IReadOnlySet<InformationKind> permitted)
    {
        var beyond = Kinds.Where(kind => !permitted.Contains(kind)).ToList();
        return beyond.Count == 0 ? this : new DocumentHoldsMoreThanPermitted(beyond);
    }
}
