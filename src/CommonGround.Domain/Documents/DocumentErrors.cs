using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Documents;

/// <summary>The document carries kinds of information that its reader may not have.</summary>
public sealed record DocumentHoldsMoreThanPermitted(IReadOnlyList<InformationKind> Beyond) : Error;

/// <summary>Stored bytes that are no document, or one that breaks a rule of it.</summary>
public sealed record DocumentUnreadable : Error;
