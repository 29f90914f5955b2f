using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using static CommonGround.Domain.Sharing.InformationKind;
using static CommonGround.Domain.Tests.SickLeave.CertificateXml;

namespace CommonGround.Domain.Tests.SickLeave;

/// <summary>What each field is about: the guard against someone's illness reaching their employer.</summary>
public sealed class FieldKindTests
{
    private const string Icd = "1.2.752.116.1.1.1.1.3";

    private static readonly CertificateXml[] Full =
    [
        Lisjp().Degree("HALFTEN", "2026-03-16", "2026-03-20", 2).YesNo("33", true, "natt").YesNo("34", true).YesNo("27", false)
            .Text("19", "19.1", "KBT").Text("20", "20.1", "Operation").Text("37", "37.1", "Komplicerat").Text("44", "44.1", "Prova")
            .Text("25", "25.1", "Annat").YesNo("26", true, "Ring").Text("9001", "9001.1", "tillägg")
            .Plus("6", "6.3", "Stress").Plus("6", "6.4", Cv(Icd, "F438")),
        Ag7804().YesNo("103", true, "Planera"),
        Fk7804().With("39.1", Cv("KV_FKMU_0006", "PROGNOS_OKLAR")).Plus("39", "39.2", "Utreds"),
        Ag7804V2().With("39.1", Cv("KV_FKMU_0006", "ATER_X_ANTAL_MANADER")).Plus("39", "39.4", "3"),
        Ag114().With("3.1", "true").Answer("4", 1, ("4.1", "Lumbago"), ("4.2", Cv(Icd, "M545"))).With("6.1", "true").Plus("6", "6.2", "Kan sitta")
            .Text("8", "8.1", "Annat").YesNo("9", true, "Chef").Basis("UNDERSOKNING", 1, question: "10"),
    ];

    /// <summary>Everything that anyone outside care can come to see by a kind of its own. Nothing joins these lists by accident.</summary>
    private static readonly string[] Envelope =
    [
        "patient.id Contact", "patient.first-names Contact", "patient.middle-name Contact", "patient.last-name Contact",
        "patient.street Contact", "patient.postal-code Contact", "patient.city Contact",
        "issuer.name Contact", "issuer.care-provider Contact", "issuer.care-provider-id Contact",
    ];

    private static readonly string[] Fk7804Family =
        [.. Envelope, "28.1 Work", "29.1 Work", "32.1 Leave", "32.2 Leave", "26.1 Contact", "103.1 Contact"];

    private static readonly string[] FirstDays = [.. Envelope, "1.1 Work", "2.1 Work", "7.1 Leave", "7.2 Leave", "9.1 Contact"];

    public static TheoryData<int> Documents => [.. Enumerable.Range(0, Full.Length)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Fields_OfAWholeCertificate_AreOutsideCareOnlyByTheList(int document)
    {
        Certificate certificate = Full[document].Read().Certificate!;

        string[] outside = certificate.Type == CertificateType.Ag114 ? FirstDays : Fk7804Family;
        Assert.All(certificate.Fields, f => Assert.True(
            f.Kind is Health or Function or Assessment || outside.Contains($"{f.Id} {f.Kind}"), $"{f.Id} must not be {f.Kind}"));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Fields_OfAWholeCertificate_HoldEveryAnswerOnce(int document)
    {
        Certificate certificate = Full[document].Read().Certificate!;
        IEnumerable<string> inDocument = Full[document].Element().Descendants()
            .Where(e => e.Name.LocalName == "delsvar").Select(e => (string)e.Attribute("id")!);

        Assert.Equal(inDocument.Order(), certificate.Fields.Where(f => char.IsAsciiDigit(f.Id[0])).Select(f => f.Id).Order());
    }

    [Theory]
    [InlineData("27.1", Health)]
    [InlineData("1.1", Health)]
    [InlineData("6.1", Health)]
    [InlineData("6.4", Health)]
    [InlineData("35.1", Function)]
    [InlineData("17.1", Function)]
    [InlineData("19.1", Health)]
    [InlineData("33.2", Health)]
    [InlineData("34.1", Health)]
    [InlineData("37.1", Health)]
    [InlineData("39.1", Health)]
    [InlineData("40.1", Assessment)]
    [InlineData("44.1", Assessment)]
    [InlineData("25.1", Health)]
    [InlineData("26.2", Health)]
    [InlineData("9001.1", Health)]
    [InlineData("issuer.unit", Health)]
    [InlineData("issuer.unit-email", Health)]
    [InlineData("issuer.positions", Health)]
    [InlineData("issuer.name", Contact)]
    public void Field_HasItsKind(string id, InformationKind kind) =>
        Assert.Equal([kind], Full[0].Read().Certificate!.Fields.Where(f => f.Id == id).Select(f => f.Kind).Distinct());

    [Fact]
    public void Fields_ThatNameTheUnit_AreHealth() =>
        Assert.All(
            Lisjp().Read().Certificate!.Fields.Where(f => f.Value.Contains("psykiatri", StringComparison.OrdinalIgnoreCase)),
            f => Assert.Equal(Health, f.Kind));

    [Fact]
    public void Fields_OfADiagnosisThatIsNotWanted_AreNotKept()
    {
        CertificateReading reading = Ag114().Answer("4", 1, ("4.1", "Depression"), ("4.2", Cv(Icd, "F329"))).Read();

        Assert.Equal("diagnosis.not-wanted", Assert.Single(reading.Warnings).Code);
        Assert.DoesNotContain(reading.Certificate!.Fields, f => f.Id.StartsWith("4.", StringComparison.Ordinal) || f.Value.Contains("Depr", StringComparison.Ordinal));
    }

    [Fact]
    public void Problems_NeverRepeatWhatTheCertificateSays()
    {
        CertificateReading reading = Lisjp().With("29.1", Typed("b", "Bagare")).Plus("6", "6.3", "Depression").With("32.1", Cv("KV_FKMU_0003", "Schizofreni"))
            .Coded("40", "40.1", "KV_FKMU_0004", "Psykos", 2).Coded("40", "40.1", "KV_FKMU_0004", "Psykos", 3).Read();

        Assert.DoesNotContain(reading.Problems, p => p.Arguments.Any(a => a is "Bagare" or "Depression" or "Schizofreni" or "Psykos"));
    }

    [Fact]
    public void Field_OfACode_HasItsNameAndCode()
    {
        Certificate certificate = Lisjp().With("40.1", Cv("KV_FKMU_0004", "ARBETSTRANING", "Arbetsträning")).Read().Certificate!;

        Assert.Contains(new CertificateField("40.1", 1, Assessment, "Arbetsträning", "ARBETSTRANING", "KV_FKMU_0004"), certificate.Fields);
        Assert.Contains(new CertificateField("32.2", 1, Leave, "2026-03-02/2026-03-15"), certificate.Fields);
    }
}
