namespace CommonGround.Domain.SickLeave;

/// <summary>
/// Something wrong (or, as a warning, worth a look) in a certificate. The code is stable; the words for it stand in
/// <c>certificates.texts.yaml</c> under <c>certificate.problem.CODE</c>.
/// </summary>
/// <param name="Code">The rule's stable name.</param>
/// <param name="Field">The question or sub-question (<c>32</c>, <c>32.1</c>), or a part of the envelope (<c>patient.id</c>).</param>
/// <param name="Arguments">What the words fill in. Never free text from the certificate: problems are shown and logged.</param>
public sealed record CertificateProblem(string Code, string Field, params IReadOnlyList<string> Arguments)
{
    public bool Equals(CertificateProblem? other) =>
        other is not null && Code == other.Code && Field == other.Field && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Code, Field);

    public override string ToString() => $"{Code} at {Field} ({string.Join(", ", Arguments)})";
}
