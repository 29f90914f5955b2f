using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.SickLeave;

/// <summary>Days with one degree, by a certificate or typed by someone where there is none.</summary>
public sealed class LeavePeriod : IOnCommonGround, IAboutPerson
{
    public required Guid Id { get; init; }

    public Guid? CaseId { get; private set; }

    public required Guid UnitId { get; init; }

    public Guid? PersonId { get; private set; }

    /// <summary>Null when it was typed.</summary>
    public Guid? CertificateId { get; init; }

    public InformationKind Kind { get; private set; } = InformationKind.Leave;

    /// <summary>Who typed it.</summary>
    public Guid? AuthorPersonId { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>Percent, as in <see cref="CertificatePeriod.Degree"/>.</summary>
    public required int Degree { get; init; }

    public required DateTime CreatedAt { get; init; }

    Guid? IOnCommonGround.UnitId => UnitId;

    Guid IAboutPerson.PersonId => PersonId ?? Guid.Empty;

    public CertificatePeriod Days => new(From, To, Degree);

    public static LeavePeriod Of(CertificatePeriod period, Guid id, ReceivedCertificate certificate) => new()
    {
        Id = id, UnitId = certificate.UnitId, PersonId = certificate.PersonId, CertificateId = certificate.Id,
        From = period.From, To = period.To, Degree = period.Degree, CreatedAt = certificate.ReceivedAt,
    };

    public static LeavePeriod Typed(CertificatePeriod period, Guid id, Guid unitId, Guid personId, Guid authorPersonId, DateTime at) => new()
    {
        Id = id, UnitId = unitId, PersonId = personId, AuthorPersonId = authorPersonId,
        From = period.From, To = period.To, Degree = period.Degree, CreatedAt = at,
    };

    public void Tie(Guid personId) => PersonId ??= personId;

    public void JoinCase(Guid caseId) => CaseId ??= caseId;
}
