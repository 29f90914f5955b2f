using System.Globalization;
using System.Xml.Linq;

namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>Everything around the answers: which certificate, of whom, by whom, when, and what came before it.</summary>
internal sealed class Envelope
{
    private readonly List<CertificateProblem> _problems = [];
    private readonly List<CertificateProblem> _warnings = [];

    private Envelope(XElement intyg)
    {
        TypeCode = intyg.Part("typ").TypedText("code");
        Version = intyg.Text("version");
        Type = ReadType();
        Id = ReadId(intyg.Part("intygs-id"), "certificate.id");
        SignedAt = ReadMoment(intyg, "signeringstidpunkt", "signed", needed: true);
        SentAt = ReadMoment(intyg, "skickatTidpunkt", "sent", needed: false);
        Patient = ReadPatient(intyg.Part("patient"));
        Issuer = ReadIssuer(intyg.Part("skapadAv"));
        Relation = ReadRelation(intyg);
    }

    public string TypeCode { get; }

    public string Version { get; }

    public int Major => int.TryParse(Version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major) ? major : 0;

    public CertificateType? Type { get; }

    public CertificateId? Id { get; }

    public DateTime? SignedAt { get; }

    public DateTime? SentAt { get; }

    public CertificatePatient? Patient { get; }

    public CertificateIssuer? Issuer { get; }

    public CertificateRelation? Relation { get; }

    public IReadOnlyList<CertificateProblem> Problems => _problems;

    public IReadOnlyList<CertificateProblem> Warnings => _warnings;

    public static Envelope Of(XElement intyg) => new(intyg);

    private CertificateType? ReadType()
    {
        if (TypeCode.Length == 0)
        {
            _problems.Add(new("type.missing", "type"));
            return null;
        }

        if (!CertificateTypes.Knows(TypeCode))
        {
            _problems.Add(new("type.unknown", "type"));
            return null;
        }

        CertificateType? type = CertificateTypes.Find(TypeCode, Major);
        if (type is null)
        {
            _problems.Add(new(Version.Length == 0 ? "version.missing" : "version.unknown", "version"));
        }

        return type;
    }

    private CertificateId? ReadId(XElement? element, string field)
    {
        var id = new CertificateId(element.TypedText("root"), element.TypedText("extension"));
        if (id.Extension.Length == 0)
        {
            _problems.Add(new("certificate-id.missing", field));
            return null;
        }

        return id;
    }

    private DateTime? ReadMoment(XElement intyg, string name, string field, bool needed)
    {
        string text = intyg.Text(name);
        DateTime? moment = Values.Moment(text);
        if (text.Length == 0 && needed)
        {
            _problems.Add(new("moment.missing", field));
        }
        else if (text.Length > 0 && moment is null)
        {
            _problems.Add(new("moment.unreadable", field));
        }

        return moment;
    }

    private CertificatePatient? ReadPatient(XElement? patient)
    {
        XElement? id = patient.Part("person-id");
        string number = id.TypedText("extension");
        if (number.Length == 0)
        {
            _problems.Add(new("patient-id.missing", "patient.id"));
            return null;
        }

        DateOnly? reference = SignedAt is { } signed ? DateOnly.FromDateTime(signed) : null;
        if (PatientId.Parse(id.TypedText("root"), number, reference) is not { } read)
        {
            _problems.Add(new("patient-id.unreadable", "patient.id"));
            return null;
        }

        if (!read.IsNational)
        {
            _warnings.Add(new("patient-id.reserve-number", "patient.id"));
        }
        else if (!read.HasRightCheckDigit)
        {
            _warnings.Add(new("patient-id.check-digit", "patient.id"));
        }

        return new CertificatePatient(
            read, patient.Text("fornamn"), patient.Text("mellannamn"), patient.Text("efternamn"),
            patient.Text("postadress"), patient.Text("postnummer"), patient.Text("postort"));
    }

    private static CertificateIssuer? ReadIssuer(XElement? issuer)
    {
        if (issuer is null)
        {
            return null;
        }

        XElement? unit = issuer.Part("enhet");
        XElement? provider = unit.Part("vardgivare");
        return new CertificateIssuer(
            issuer.Part("personal-id").TypedText("extension"), issuer.Text("fullstandigtNamn"),
            Coded(issuer, "befattning"), Coded(issuer, "specialistkompetens"),
            unit.Part("enhets-id").TypedText("extension"), unit.Text("enhetsnamn"), unit.Part("arbetsplatskod").TypedText("extension"),
            unit.Text("postadress"), unit.Text("postnummer"), unit.Text("postort"), unit.Text("telefonnummer"), unit.Text("epost"),
            provider.Part("vardgivare-id").TypedText("extension"), provider.Text("vardgivarnamn"));
    }

    private static string[] Coded(XElement issuer, string name) =>
    [
        .. issuer.Elements().Where(e => e.Is(name))
            .Select(e => e.TypedText("displayName") is { Length: > 0 } shown ? shown : e.TypedText("code")).Where(t => t.Length > 0),
    ];

    private CertificateRelation? ReadRelation(XElement intyg)
    {
        XElement[] relations = [.. intyg.Elements().Where(e => e.Is("relation"))];
        if (relations.Length == 0)
        {
            return null;
        }

        RelationKind? kind = relations[0].Part("typ").TypedText("code").ToUpperInvariant() switch
        {
            "ERSATT" => RelationKind.Replaces,
            "FRLANG" => RelationKind.Extends,
            "KOMPLT" => RelationKind.Complements,
            "KOPIA" => RelationKind.Copies,
            _ => null,
        };
        CertificateId? to = ReadId(relations[0].Part("intygs-id"), "relation");
        if (relations.Length > 1)
        {
            _problems.Add(new("relation.several", "relation"));
        }

        if (kind is null)
        {
            _problems.Add(new("relation.unknown", "relation"));
        }

        return kind is { } known && to is { } earlier ? new CertificateRelation(known, earlier) : null;
    }
}
