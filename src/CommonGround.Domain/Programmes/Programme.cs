using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Programmes;

/// <summary>
/// The definition of a process, as data (need N65): stages, steps, who holds what, deadlines and every text. A case keeps
/// the version (by hash) that it started with. Keys are unique within a programme. Made only by a reader that has checked it.
/// </summary>
public sealed record Programme
{
    /// <summary>Names the programme in every version: <c>a-z</c>, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>For people; the hash of the file is what identifies a definition.</summary>
    public required string Version { get; init; }

    /// <summary>Identifies this very definition: <see cref="ContentHash"/> of the file's bytes.</summary>
    public required string Hash { get; init; }

    /// <summary>Two letters (ISO 3166-1), lower case: whose law and calendar apply.</summary>
    public required string Country { get; init; }

    public required Wording Title { get; init; }

    /// <summary>Two or three sentences for the citizen: what this is, how long, whose choice.</summary>
    public required Wording Summary { get; init; }

    /// <summary>The roles that take part, with hat and limits (needs N16, N61).</summary>
    public required IReadOnlyDictionary<PartyRole, Part> Parts { get; init; }

    public required IReadOnlyList<Stage> Stages { get; init; }

    public IEnumerable<Step> Steps => Stages.SelectMany(stage => stage.Steps);

    public Step? Find(string step) => Steps.FirstOrDefault(s => s.Key == step);

    /// <summary>
    /// A text with its <c>{role}</c> places filled: with the person's name where one is known, else with what the role is
    /// called. The first letter is made a capital, because a role's name may stand first.
    /// </summary>
    public string Say(Wording text, string language, IReadOnlyDictionary<PartyRole, string> names) =>
        Placeholders.Fill(text.In(language), role =>
            names.TryGetValue(role, out var name) ? name
            : Parts.TryGetValue(role, out var part) ? part.Called.In(language)
            : StableWord.Of(role));
}
