using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.SickLeave;

/// <summary>One piece of a received certificate, a row of its own with its one kind: what may not be seen is not loaded.</summary>
public sealed class ReceivedField : IOnCommonGround, IAboutPerson
{
    public required Guid Id { get; init; }

    public Guid? CaseId { get; private set; }

    public required Guid UnitId { get; init; }

    public Guid? PersonId { get; private set; }

    public required Guid CertificateId { get; init; }

    public required InformationKind Kind { get; init; }

    /// <summary>The issuer's number of the question, or a part of the envelope, as in <see cref="CertificateField.Id"/>.</summary>
    public required string FieldId { get; init; }

    /// <summary>1 for the first answer to a question.</summary>
    public required int Row { get; init; }

    /// <summary>Its place in the document.</summary>
    public required int Ordinal { get; init; }

    public required string Value { get; init; }

    public string? Code { get; init; }

    public string? CodeSystem { get; init; }

    Guid? IOnCommonGround.UnitId => UnitId;

    Guid? IOnCommonGround.AuthorPersonId => null;

    Guid IAboutPerson.PersonId => PersonId ?? Guid.Empty;

    public static ReceivedField Of(CertificateField field, int ordinal, Guid id, ReceivedCertificate certificate) => new()
    {
        Id = id, UnitId = certificate.UnitId, PersonId = certificate.PersonId, CertificateId = certificate.Id, Kind = field.Kind,
        FieldId = field.Id, Row = field.Row, Ordinal = ordinal, Value = field.Value, Code = field.Code, CodeSystem = field.CodeSystem,
    };

    public void Tie(Guid personId) => PersonId ??= personId;

    public void JoinCase(Guid caseId) => CaseId ??= caseId;
}
