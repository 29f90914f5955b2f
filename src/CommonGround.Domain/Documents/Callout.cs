using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Documents;

/// <summary>A boxed note: what to do if it gets worse, whom to call, what this copy may be used for.</summary>
public sealed record Callout(InformationKind Kind, string? Title, IReadOnlyList<InlineText> Paragraphs) : Block(Kind);
