using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Documents;

/// <summary>A hint: what follows begins a page where there are pages. Says nothing, so it has the kind that every title has.</summary>
public sealed record PageBreak() : Block(InformationKind.Contact);
