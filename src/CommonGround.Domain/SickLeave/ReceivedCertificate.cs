using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.SickLeave;

/// <summary>
/// A certificate as a unit received it. What it says stands in its fields and periods, each piece with its own kind; that it exists,
/// and when it was signed, is leave. It is never changed: a later one may take its place.
/// </summary>
public sealed class ReceivedCertificate : IOnCommonGround, IAboutPerson
{
    public required Guid Id { get; init; }

    public Guid? CaseId { get; private set; }

    public required Guid UnitId { get; init; }

    /// <summary>Null until someone says whose a prefill document is.</summary>
    public Guid? PersonId { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Leave;

    public required CertificateType Type { get; init; }

    /// <summary>As written: <c>1</c>, <c>2.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The certificate's own number; null for a prefill document.</summary>
    public string? IdRoot { get; init; }

    public string? IdExtension { get; init; }

    /// <summary>UTC; null for a prefill document, which nobody has signed.</summary>
    public DateTime? SignedAt { get; init; }

    /// <summary>UTC. Certificates that came together follow each other by a microsecond.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary><see cref="CertificateDigest"/>: tells the same certificate from other content under its number.</summary>
    public required string Digest { get; init; }

    public RelationKind? Relation { get; init; }

    public string? RelatedRoot { get; init; }

    public string? RelatedExtension { get; init; }

    /// <summary>The certificate that counts in place of this one.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>When someone said whose it is, UTC.</summary>
    public DateTime? TiedAt { get; private set; }

    Guid? IOnCommonGround.UnitId => UnitId;

    Guid? IOnCommonGround.AuthorPersonId => null;

    // Who looked at a certificate of nobody yet is logged all the same.
    Guid IAboutPerson.PersonId => PersonId ?? Guid.Empty;

    public bool IsPrefill => IdExtension is null;

    public CertificateId? Number => IdExtension is null ? null : new CertificateId(IdRoot ?? "", IdExtension);

    public CertificateId? Replaces =>
        Relation == RelationKind.Replaces && RelatedExtension is not null ? new CertificateId(RelatedRoot ?? "", RelatedExtension) : null;

    /// <summary>From when it counts: when it was signed, or tied to a person, by whoever vouches for it.</summary>
    public DateTime CountsSince => SignedAt ?? TiedAt ?? ReceivedAt;

    public static ReceivedCertificate Of(
        Certificate certificate, string digest, Guid id, Guid unitId, Guid? personId, DateTime? signedAt, DateTime receivedAt) => new()
        {
            Id = id, UnitId = unitId, PersonId = personId, Type = certificate.Type, Version = certificate.Version,
            IdRoot = certificate.Id?.Root, IdExtension = certificate.Id?.Extension, SignedAt = signedAt, ReceivedAt = receivedAt, Digest = digest,
            Relation = certificate.Relation?.Kind, RelatedRoot = certificate.Relation?.To.Root, RelatedExtension = certificate.Relation?.To.Extension,
        };

    /// <summary>Someone says whose it is. Once said it stays: another person's certificate is never moved onto a third.</summary>
    public Outcome<Done> Tie(Guid personId, DateTime at)
    {
        if (PersonId is not null)
            return new CertificateAlreadyTied();

        (PersonId, TiedAt) = (personId, at);
        return default(Done);
    }

    public void SupersedeBy(Guid? other) => SupersededById = other;

    public void JoinCase(Guid caseId) => CaseId ??= caseId;
}

/// <summary>The certificate is a named person's already.</summary>
public sealed record CertificateAlreadyTied : Error;
