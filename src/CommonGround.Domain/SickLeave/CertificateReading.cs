namespace CommonGround.Domain.SickLeave;

/// <summary>What could be told of a document whether or not it was accepted; each part null or empty when unreadable.</summary>
public sealed record CertificateOutline(
    string? Type, string? Version, CertificateId? Id, PatientId? Patient, IReadOnlyList<CertificatePeriod> Periods)
{
    public static CertificateOutline Nothing { get; } = new(null, null, null, null, []);
}

/// <summary>
/// What came of reading a document. Invariant: there is a certificate if and only if there is no problem,
/// so nothing that broke a rule can be stored by mistake.
/// </summary>
public sealed record CertificateReading(
    Certificate? Certificate,
    CertificateOutline Outline,
    IReadOnlyList<CertificateProblem> Problems,
    IReadOnlyList<CertificateProblem> Warnings)
{
    public bool Accepted => Certificate is not null;
}

/// <summary>The limits that a document is read within.</summary>
public sealed record CertificateReadingSettings
{
    public const int UsualMostBytes = 1024 * 1024;

    /// <summary>Larger documents are refused unread. Bytes; 1 MiB unless set.</summary>
    public int MostBytes { get; init; } = UsualMostBytes;

    /// <summary>Deeper documents are refused. Certificates are about eight levels deep, a SOAP envelope included.</summary>
    public int MostDepth { get; init; } = 32;

    /// <summary>Today's date, to find examinations that are said to have taken place in the future; null to leave that unchecked.</summary>
    public DateOnly? Today { get; init; }
}
