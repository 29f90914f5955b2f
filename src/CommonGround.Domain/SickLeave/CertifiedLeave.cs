namespace CommonGround.Domain.SickLeave;

/// <summary>
/// What episodes need to know of one certificate of one person. <paramref name="SignedAt"/> decides which degree counts where
/// certificates overlap; <paramref name="Replaces"/> is the certificate that no longer counts because of this one.
/// </summary>
public sealed record CertifiedLeave(
    CertificateId Id, DateTime SignedAt, IReadOnlyList<CertificatePeriod> Periods, CertificateId? Replaces = null)
{
    /// <summary>Null for a prefill document: it is not signed, and nobody is on sick leave by it.</summary>
    public static CertifiedLeave? From(Certificate certificate) =>
        certificate is { Id: { } id, SignedAt: { } signed }
            ? new CertifiedLeave(
                id, signed, certificate.Periods, certificate.Relation is { Kind: RelationKind.Replaces } r ? r.To : null)
            : null;
}
