namespace CommonGround.Domain.Forms;

/// <summary>
/// A form, read from a FHIR R4 Questionnaire (the subset in docs/programmes.md). Link ids are unique. Every item that can be
/// answered has exactly one information kind; a form where one has none does not load.
/// </summary>
public sealed record Form
{
    /// <summary>The Questionnaire's id.</summary>
    public required string Key { get; init; }

    public required string Version { get; init; }

    /// <summary>Identifies this very definition: <see cref="ContentHash"/> of the file's bytes.</summary>
    public required string Hash { get; init; }

    public required Wording Title { get; init; }

    /// <summary>Shown above the first question.</summary>
    public Wording? Description { get; init; }

    /// <summary>Whose the wording is, and under which licence it may be used.</summary>
    public required string Copyright { get; init; }

    public required IReadOnlyList<FormItem> Items { get; init; }

    /// <summary>Every item, outer before inner, in the order in which they are shown.</summary>
    public IEnumerable<FormItem> AllItems => Items.SelectMany(item => item.WithInner);

    public IEnumerable<FormItem> Questions => AllItems.Where(item => item.CanBeAnswered);

    public FormItem? Find(string linkId) => AllItems.FirstOrDefault(item => item.LinkId == linkId);
}
