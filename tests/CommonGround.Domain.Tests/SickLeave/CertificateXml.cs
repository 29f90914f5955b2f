using System.Text;
using System.Xml.Linq;
using CommonGround.Domain.SickLeave;

namespace CommonGround.Domain.Tests.SickLeave;

/// <summary>
/// Makes sickness certificates for tests: whole ones by <see cref="Lisjp"/> and its like, then changed one answer at a time.
/// Everyone in them is made up; the personal numbers are from the tax agency's range for tests.
/// </summary>
internal sealed class CertificateXml
{
    public const string Tolvan = "191212121212";
    private const string Contract = "urn:riv:clinicalprocess:healthcond:certificate:";
    private const string Icd10 = "1.2.752.116.1.1.1.1.3";
    private static readonly XNamespace Rg = Contract + "RegisterCertificateResponder:3";
    private static readonly XNamespace Gn = Contract + "3";
    private static readonly XNamespace Tp = Contract + "types:3";
    private static readonly XNamespace Fill = Contract + "3.3";

    private readonly List<XElement> _answers = [];
    private readonly bool _prefill;

    private CertificateXml(string type, string version, bool prefill = false)
    {
        Type = type;
        Version = version;
        _prefill = prefill;
    }

    public string Type { get; set; }

    public string Version { get; set; }

    public string Id { get; set; } = "8f1c8e0a-0001";

    public string Signed { get; set; } = "2026-03-02T10:15:00";

    public string PersonRoot { get; set; } = PatientId.PersonalRoot;

    public string Person { get; set; } = Tolvan;

    public string FirstNames { get; set; } = "Tolvan";

    public string LastName { get; set; } = "Tolvansson";

    public (string Kind, string Id)? Relation { get; set; }

    public static CertificateXml Lisjp() => Shared(new CertificateXml("LISJP", "1"), "UNDERSOKNING").Diagnosis("M545", "Lumbago")
        .Coded("39", "39.1", "KV_FKMU_0006", "STOR_SANNOLIKHET")
        .Coded("40", "40.1", "KV_FKMU_0004", "ARBETSANPASSNING", 1);

    public static CertificateXml Ag7804() => Shared(new CertificateXml("AG7804", "1"), "UNDERSOKNING").YesNo("100", true).Diagnosis("M545", "Lumbago")
        .Coded("39", "39.1", "KV_FKMU_0006", "STOR_SANNOLIKHET")
        .Coded("40", "40.1", "KV_FKMU_0004", "ARBETSANPASSNING", 1);

    public static CertificateXml Fk7804() => Shared(new CertificateXml("FK7804", "2.0"), "FYSISKUNDERSOKNING").Diagnosis("M545", "Lumbago")
        .Coded("39", "39.1", "KV_FKMU_0006", "STOR_SANNOLIKHET");

    public static CertificateXml Ag7804V2() => Shared(new CertificateXml("AG7804", "2.0"), "DIGITALUNDERSOKNING").YesNo("100", true)
        .Diagnosis("M545", "Lumbago").Coded("39", "39.1", "KV_FKMU_0006", "SANNOLIKT_INTE");

    public static CertificateXml Ag114() => new CertificateXml("AG114", "1")
        .Coded("1", "1.1", "KV_FKMU_0002", "NUVARANDE_ARBETE")
        .Text("2", "2.1", "Bagare").YesNo("3", false).Text("5", "5.1", "Kan inte lyfta").YesNo("6", false)
        .Answer("7", null, ("7.1", Percent("50.0", "%")), ("7.2", Days("2026-03-02", "2026-03-08")));

    public static CertificateXml Prefill() => Shared(new CertificateXml("", "", prefill: true), "FYSISKUNDERSOKNING").Diagnosis("M545", "Lumbago")
        .Coded("39", "39.1", "KV_FKMU_0006", "STOR_SANNOLIKHET");

    public CertificateXml Answer(string id, int? instance, params (string Id, object Value)[] parts)
    {
        _answers.Add(new XElement(
            (_prefill ? Fill : Gn) + "svar",
            new XAttribute("id", id),
            instance is { } number ? new XElement(Gn + "instans", number) : null,
            parts.Select(p => new XElement(Gn + "delsvar", new XAttribute("id", p.Id), p.Value))));
        return this;
    }

    public CertificateXml Text(string id, string part, string text) => Answer(id, null, (part, text));

    public CertificateXml YesNo(string id, bool yes, string? reason = null) =>
        reason is null ? Text(id, id + ".1", yes ? "true" : "false") : Answer(id, null, (id + ".1", yes ? "true" : "false"), (id + ".2", reason));

    public CertificateXml Coded(string id, string part, string system, string code, int? instance = null) =>
        Answer(id, instance, (part, Cv(system, code)));

    public CertificateXml Basis(string code, int instance, string day = "2026-03-02", string? text = null, string question = "1") =>
        text is null
            ? Answer(question, instance, (question + ".1", Cv("KV_FKMU_0001", code)), (question + ".2", day))
            : Answer(question, instance, (question + ".1", Cv("KV_FKMU_0001", code)), (question + ".2", day), (question + ".3", text));

    public CertificateXml Diagnosis(string code, string text, string system = Icd10) =>
        Answer("6", null, ("6.1", text), ("6.2", Cv(system, code)));

    public CertificateXml Degree(string code, string from, string to, int instance) =>
        Answer("32", instance, ("32.1", Cv("KV_FKMU_0003", code)), ("32.2", Days(from, to)));

    /// <summary>Takes out all answers to a question.</summary>
    public CertificateXml Without(params string[] ids)
    {
        _answers.RemoveAll(a => ids.Contains((string)a.Attribute("id")!));
        return this;
    }

    /// <summary>Puts another value in place of a part's.</summary>
    public CertificateXml With(string part, params object[] value)
    {
        _answers.Elements(Gn + "delsvar").First(d => (string)d.Attribute("id")! == part).ReplaceNodes(value);
        return this;
    }

    /// <summary>Adds a part to the first answer of a question.</summary>
    public CertificateXml Plus(string id, string part, object value)
    {
        _answers.First(a => (string)a.Attribute("id")! == id).Add(new XElement(Gn + "delsvar", new XAttribute("id", part), value));
        return this;
    }

    /// <summary>Takes a part out of the first answer of its question.</summary>
    public CertificateXml Minus(string part)
    {
        _answers.Elements(Gn + "delsvar").First(d => (string)d.Attribute("id")! == part).Remove();
        return this;
    }

    /// <summary>Changes the instance numbers of the first answer to a question.</summary>
    public CertificateXml Instances(string id, params string[] numbers)
    {
        XElement answer = _answers.First(a => (string)a.Attribute("id")! == id);
        answer.Elements(Gn + "instans").Remove();
        answer.AddFirst(numbers.Select(n => new XElement(Gn + "instans", n)));
        return this;
    }

    public static XElement Cv(string system, string code, string? name = null) => new(
        Tp + "cv", new XElement(Tp + "code", code), new XElement(Tp + "codeSystem", system),
        name is null ? null : new XElement(Tp + "displayName", name));

    public static XElement Days(string from, string to) =>
        new(Tp + "datePeriod", new XElement(Tp + "start", from), new XElement(Tp + "end", to));

    public static XElement Percent(string value, string unit) =>
        new(Tp + "pq", new XElement(Tp + "value", value), new XElement(Tp + "unit", unit));

    public static XElement Typed(string name, params object[] content) => new(Tp + name, content);

    public XElement Element() => _prefill ? new XElement(Fill + "forifyllnad", _answers) : new XElement(
        Rg + "RegisterCertificate",
        new XElement(
            Rg + "intyg",
            IdOf("intygs-id", "SE165565594230-X", Id),
            new XElement(Gn + "typ", new XElement(Tp + "code", Type), new XElement(Tp + "codeSystem", "b64ea353-e8f6-4832-b563-fc7d46f29548")),
            new XElement(Gn + "version", Version),
            new XElement(Gn + "signeringstidpunkt", Signed),
            new XElement(Gn + "skickatTidpunkt", Signed),
            new XElement(
                Gn + "patient",
                IdOf("person-id", PersonRoot, Person),
                new XElement(Gn + "fornamn", FirstNames),
                new XElement(Gn + "efternamn", LastName),
                new XElement(Gn + "postadress", "Storgatan 1"),
                new XElement(Gn + "postnummer", "123 45"),
                new XElement(Gn + "postort", "Småmåla")),
            new XElement(
                Gn + "skapadAv",
                IdOf("personal-id", "1.2.752.129.2.1.4.1", "SE165565594230-L1"),
                new XElement(Gn + "fullstandigtNamn", "Lena Läkare"),
                new XElement(Gn + "befattning", new XElement(Tp + "code", "203010"), new XElement(Tp + "displayName", "Specialist i psykiatri")),
                new XElement(
                    Gn + "enhet",
                    IdOf("enhets-id", "1.2.752.129.2.1.4.1", "SE165565594230-E1"),
                    IdOf("arbetsplatskod", "1.2.752.29.4.71", "45312"),
                    new XElement(Gn + "enhetsnamn", "Psykiatriska mottagningen"),
                    new XElement(Gn + "postadress", "Lasarettsgatan 2"),
                    new XElement(Gn + "telefonnummer", "0801234"),
                    new XElement(Gn + "epost", "psykiatri@region.example"),
                    new XElement(
                        Gn + "vardgivare", IdOf("vardgivare-id", "1.2.752.129.2.1.4.1", "SE165565594230-V1"),
                        new XElement(Gn + "vardgivarnamn", "Region Mitt")))),
            Relation is { } relation
                ? new XElement(
                    Gn + "relation",
                    new XElement(Gn + "typ", new XElement(Tp + "code", relation.Kind)),
                    IdOf("intygs-id", "SE165565594230-X", relation.Id))
                : null,
            _answers));

    public byte[] Bytes() => Encoding.UTF8.GetBytes(Element().ToString());

    public CertificateReading Read(DateOnly? today = null) =>
        CertificateReader.Read(Bytes(), new CertificateReadingSettings { Today = today });

    private static CertificateXml Shared(CertificateXml xml, string basis) => xml
        .Basis(basis, 1)
        .Coded("28", "28.1", "KV_FKMU_0002", "NUVARANDE_ARBETE", 1)
        .Text("29", "29.1", "Bagare, lyfter tungt")
        .Text("35", "35.1", "Observerat: rör sig med möda")
        .Text("17", "17.1", "Kan inte stå länge")
        .Degree("HELT_NEDSATT", "2026-03-02", "2026-03-15", 1);

    private static XElement IdOf(string name, string root, string extension) =>
        new(Gn + name, new XElement(Tp + "root", root), new XElement(Tp + "extension", extension));
}
