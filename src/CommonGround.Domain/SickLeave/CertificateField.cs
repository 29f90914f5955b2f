using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.SickLeave;

/// <summary>
/// One piece of a certificate, with exactly one information kind: who may see it follows from that alone.
/// </summary>
/// <param name="Id">The issuer's question number (<c>32.1</c>), or <c>patient.…</c> and <c>issuer.…</c> for the envelope.</param>
/// <param name="Row">1 for the first answer to a question, 2 for the second.</param>
/// <param name="Kind">What the piece is about.</param>
/// <param name="Value">Free text, a day (ISO), two days with a slash between, <c>true</c>, <c>false</c>, a number, or a code's name.</param>
/// <param name="Code">The code, where the answer was coded.</param>
/// <param name="CodeSystem">The system that the code comes from.</param>
public sealed record CertificateField(
    string Id, int Row, InformationKind Kind, string Value, string? Code = null, string? CodeSystem = null);
