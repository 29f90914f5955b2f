using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Documents;

/// <summary>Numbered only where the order matters or someone will say "point three".</summary>
public sealed record ItemList(InformationKind Kind, IReadOnlyList<InlineText> Items, bool Numbered = false) : Block(Kind);

/// <summary>Short facts, each under its name: who, when, where.</summary>
public sealed record FactList(InformationKind Kind, IReadOnlyList<Fact> Facts) : Block(Kind);

public sealed record Fact(string Term, InlineText Definition);
