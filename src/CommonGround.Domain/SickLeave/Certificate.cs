namespace CommonGround.Domain.SickLeave;

/// <summary>The patient as the certificate names them. Anything but the number may be empty: many systems leave it out.</summary>
public sealed record CertificatePatient(
    PatientId Id, string FirstNames, string MiddleName, string LastName, string Street, string PostalCode, string City);

/// <summary>
/// Who signed, and where. A unit's name and everything that leads to it can tell what someone is treated for,
/// so only the person's name and the care provider are contact information; the rest is health information.
/// </summary>
public sealed record CertificateIssuer(
    string PersonId,
    string Name,
    IReadOnlyList<string> Positions,
    IReadOnlyList<string> Specialities,
    string UnitId,
    string UnitName,
    string WorkplaceCode,
    string UnitStreet,
    string UnitPostalCode,
    string UnitCity,
    string UnitPhone,
    string UnitEmail,
    string CareProviderId,
    string CareProviderName);

/// <summary>
/// A sickness certificate that broke no rule of its issuer. Source: the national contract
/// <c>urn:riv:clinicalprocess:healthcond:certificate</c> and the issuer's rules for each type.
/// </summary>
/// <param name="Type">Which certificate it is.</param>
/// <param name="Version">As written: <c>1</c>, <c>1.0</c>, <c>2.0</c>.</param>
/// <param name="Id">Null for a prefill document, which is not yet a certificate of its own.</param>
/// <param name="SignedAt">Swedish wall-clock time as written; null for a prefill document.</param>
/// <param name="SentAt">When it was sent, in the same clock.</param>
/// <param name="Patient">Null for a prefill document: it names nobody, and someone must say whose it is.</param>
/// <param name="Issuer">Null for a prefill document.</param>
/// <param name="Relation">The earlier certificate that it replaces, extends, complements or copies.</param>
/// <param name="Periods">In order of their first day.</param>
/// <param name="Fields">Everything in it, piece by piece, each with its kind.</param>
/// <param name="IsPrefill">True when it was read from a prefill document: unsigned, and perhaps incomplete.</param>
public sealed record Certificate(
    CertificateType Type,
    string Version,
    CertificateId? Id,
    DateTime? SignedAt,
    DateTime? SentAt,
    CertificatePatient? Patient,
    CertificateIssuer? Issuer,
    CertificateRelation? Relation,
    IReadOnlyList<CertificatePeriod> Periods,
    IReadOnlyList<CertificateField> Fields,
    bool IsPrefill)
{
    /// <summary>The job and its tasks as the doctor wrote them; empty when the certificate names no current work.</summary>
    public string Occupation => Fields.FirstOrDefault(f => f.Id == (Type == CertificateType.Ag114 ? "2.1" : "29.1"))?.Value ?? "";
}
