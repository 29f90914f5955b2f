namespace CommonGround.Web.Infrastructure.Documents.Pdf;

/// <summary>
/// One element of the logical structure (ISO 32000-1, 14.8): what a screen reader walks through, in this order,
/// wherever the words stand on the pages.
/// </summary>
internal sealed class StructureElement
{
    private readonly List<object> _kids = [];

    public StructureElement(string role, StructureElement? parent)
    {
        Role = role;
        Parent = parent;
        parent?._kids.Add(this);
    }

    public string Role { get; }

    public StructureElement? Parent { get; }

    /// <summary>Words in place of a drawing.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>Attribute dictionary: <c>/O /Table /Scope /Column</c>.</summary>
    public string? Attributes { get; set; }

    /// <summary>Elements, and marks on pages, in reading order.</summary>
    public IReadOnlyList<object> Kids => _kids;

    public void Add(PageMark mark) => _kids.Add(mark);

    public StructureElement Child(string role) => new(role, this);
}

/// <summary>A stretch of one page's content, numbered within the page.</summary>
internal sealed record PageMark(PageCanvas Page, int Number);
