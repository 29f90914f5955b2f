using System.Text.Json.Serialization;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Documents;

/// <summary>
/// One part of a document. Every block is of exactly one information kind, headings too, so that a copy can be held
/// against what its reader may have. What would be of two kinds is two blocks.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(ItemList), "list")]
[JsonDerivedType(typeof(FactList), "facts")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Callout), "callout")]
[JsonDerivedType(typeof(GradedStepsFigure), "gradedSteps")]
[JsonDerivedType(typeof(Signatures), "signatures")]
[JsonDerivedType(typeof(PageBreak), "pageBreak")]
public abstract record Block
{
    private protected Block(InformationKind kind)
    {
        if (!Enum.IsDefined(kind))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        Kind = kind;
    }

    [JsonPropertyOrder(-1)]
    public InformationKind Kind { get; }
}
