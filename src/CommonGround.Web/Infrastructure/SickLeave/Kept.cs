using CommonGround.Domain.SickLeave;

namespace CommonGround.Web.Infrastructure.SickLeave;

/// <summary>A certificate that was accepted, ready to be kept. The digest tells the same certificate from other content under its number.</summary>
public sealed record AcceptedCertificate(string File, Certificate Certificate)
{
    public string Digest { get; } = CertificateDigest.Of(Certificate);
}

/// <summary>What became of a file.</summary>
public enum ImportStatus
{
    Imported,
    Duplicate,
    Rejected,
}

/// <summary>What keeping a certificate came to, with what is worth a look. Imported, it has an id.</summary>
public sealed record Kept(ImportStatus Status, params IReadOnlyList<CertificateProblem> Notes)
{
    public Guid? Id { get; init; }
}

/// <summary>Keeps certificates, in one step for all: in the database, or only for the length of one import. As many answers as asked.</summary>
public delegate Task<IReadOnlyList<Kept>> KeepCertificates(IReadOnlyList<AcceptedCertificate> accepted, CancellationToken cancel);
