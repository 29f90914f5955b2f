using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Documents;

/// <summary>Who agreed or received. An empty line where someone still has to sign by hand.</summary>
public sealed record Signatures(InformationKind Kind, IReadOnlyList<SignatureLine> Lines) : Block(Kind);

/// <param name="Label">Who, in which part: "Jonas Ek, supervisor".</param>
/// <param name="Signed">What is known: "Received 9 December 2026, 13:40". Null while the line is to be signed by hand.</param>
public sealed record SignatureLine(string Label, string? Signed = null);
