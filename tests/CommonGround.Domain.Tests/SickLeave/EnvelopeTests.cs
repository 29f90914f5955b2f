using CommonGround.Domain.SickLeave;

namespace CommonGround.Domain.Tests.SickLeave;

public sealed class EnvelopeTests
{
    [Fact]
    public void Read_WholeCertificate_TellsWhoseItIsByWhomAndForWhen()
    {
        Certificate certificate = CertificateXml.Lisjp().Read().Certificate!;

        Assert.Equal(CertificateType.Lisjp, certificate.Type);
        Assert.Equal("1", certificate.Version);
        Assert.Equal(new CertificateId("SE165565594230-X", "8f1c8e0a-0001"), certificate.Id);
        Assert.Equal(new DateTime(2026, 3, 2, 10, 15, 0), certificate.SignedAt);
        Assert.Equal(new PatientId(PatientId.PersonalRoot, CertificateXml.Tolvan), certificate.Patient!.Id);
        Assert.Equal(("Tolvan", "Tolvansson", "123 45"), (certificate.Patient.FirstNames, certificate.Patient.LastName, certificate.Patient.PostalCode));
        Assert.Equal(("Lena Läkare", "Psykiatriska mottagningen", "Region Mitt"), (certificate.Issuer!.Name, certificate.Issuer.UnitName, certificate.Issuer.CareProviderName));
        Assert.Equal("Bagare, lyfter tungt", certificate.Occupation);
        Assert.Equal([new CertificatePeriod(new(2026, 3, 2), new(2026, 3, 15), 100)], certificate.Periods);
        Assert.Null(certificate.Relation);
        Assert.False(certificate.IsPrefill);
    }

    [Theory]
    [InlineData("HELT_NEDSATT", 100)]
    [InlineData("TRE_FJARDEDEL", 75)]
    [InlineData("HALFTEN", 50)]
    [InlineData("EN_FJARDEDEL", 25)]
    public void Read_Degree_IsInPercent(string code, int percent)
    {
        CertificateReading reading = CertificateXml.Lisjp().With("32.1", CertificateXml.Cv("KV_FKMU_0003", code)).YesNo("33", false).Read();

        Assert.Equal(percent, Assert.Single(reading.Outline.Periods).Degree);
    }

    [Fact]
    public void Read_PeriodsInAnyOrder_AreInOrderOfTheirDays()
    {
        Certificate certificate = CertificateXml.Lisjp().With("32.2", CertificateXml.Days("2026-03-10", "2026-03-20"))
            .Degree("HALFTEN", "2026-03-01", "2026-03-09", 2).YesNo("33", false).Read().Certificate!;

        Assert.Equal([50, 100], certificate.Periods.Select(p => p.Degree));
    }

    [Theory]
    [InlineData("ERSATT", RelationKind.Replaces)]
    [InlineData("FRLANG", RelationKind.Extends)]
    [InlineData("KOMPLT", RelationKind.Complements)]
    [InlineData("KOPIA", RelationKind.Copies)]
    public void Read_Relation_PointsToTheEarlierCertificate(string code, RelationKind kind)
    {
        CertificateXml xml = CertificateXml.Lisjp();
        xml.Relation = (code, "earlier-1");

        Assert.Equal(new CertificateRelation(kind, new CertificateId("SE165565594230-X", "earlier-1")), xml.Read().Certificate!.Relation);
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "type", "type.missing type" },
        { "other type", "type.unknown type" },
        { "version", "version.missing version" },
        { "other version", "version.unknown version" },
        { "AG1-14 version 2", "version.unknown version" },
        { "id", "certificate-id.missing certificate.id" },
        { "signed", "moment.missing signed" },
        { "signed in words", "moment.unreadable signed, moment.unreadable sent" },
        { "person", "patient-id.missing patient.id" },
        { "person in letters", "patient-id.unreadable patient.id" },
        { "person born on no day", "patient-id.unreadable patient.id" },
        { "relation of no kind", "relation.unknown relation" },
        { "relation to nothing", "certificate-id.missing relation" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Read_EnvelopeThatLacksSomething_NamesIt(string what, string expected)
    {
        CertificateXml xml = CertificateXml.Lisjp();
        switch (what)
        {
            case "type": xml.Type = " "; break;
            case "other type": xml.Type = "LUSE"; break;
            case "version": xml.Version = ""; break;
            case "other version": xml.Version = "3.0"; break;
            case "AG1-14 version 2": xml.Type = "AG114"; xml.Version = "2.0"; break;
            case "id": xml.Id = ""; break;
            case "signed": xml.Signed = ""; break;
            case "signed in words": xml.Signed = "i går"; break;
            case "person": xml.Person = ""; break;
            case "person in letters": xml.Person = "Tolvan"; break;
            case "person born on no day": xml.Person = "191202301212"; break;
            case "relation of no kind": xml.Relation = ("ANNAN", "x"); break;
            case "relation to nothing": xml.Relation = ("ERSATT", ""); break;
        }

        CertificateReading reading = xml.Read();

        Assert.Equal(expected.Split(", ").Order(), reading.Problems.Select(p => $"{p.Code} {p.Field}").Order());
    }

    [Fact]
    public void Read_BrokenCertificate_StillTellsWhatCouldBeRead()
    {
        CertificateReading reading = CertificateXml.Ag7804().Without("17").Read();

        Assert.Equal(
            ("AG7804", "1", "8f1c8e0a-0001", CertificateXml.Tolvan),
            (reading.Outline.Type, reading.Outline.Version, reading.Outline.Id?.Extension, reading.Outline.Patient?.Number));
        Assert.Single(reading.Outline.Periods);
    }

    [Theory]
    [InlineData("2026-03-09T10:00:00", 0)]
    [InlineData("2026-03-10T10:00:00", 1)]
    public void Read_StartMoreThanSevenDaysBeforeSigning_Warns(string signed, int warnings)
    {
        CertificateXml xml = CertificateXml.Lisjp();
        xml.Signed = signed;

        CertificateReading reading = xml.Read();

        Assert.True(reading.Accepted);
        Assert.Equal(warnings, reading.Warnings.Count(w => w.Code == "period.starts-early"));
    }

    [Fact]
    public void Read_PeriodsThatShareADay_Warns()
    {
        CertificateReading reading = CertificateXml.Lisjp().Degree("HALFTEN", "2026-03-15", "2026-03-20", 2).YesNo("33", false).Read();

        Assert.True(reading.Accepted);
        Assert.Equal(new CertificateProblem("period.shared-day", "32.2", "2026-03-15"), Assert.Single(reading.Warnings));
    }

    [Theory]
    [InlineData("AG7804", "2026-03-01", false)]
    [InlineData("AG7804", "2026-03-02", true)]
    [InlineData("LISJP", "2026-03-01", true)]
    public void Read_ExaminationInTheFuture_IsRefusedInAg7804(string type, string today, bool accepted)
    {
        CertificateXml xml = type == "LISJP" ? CertificateXml.Lisjp() : CertificateXml.Ag7804();

        Assert.Equal(accepted, xml.Read(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Accepted);
    }

    [Theory]
    [InlineData(PatientId.PersonalRoot, "191212121213", "patient-id.check-digit")]
    [InlineData("1.2.752.74.9.1", "R-4711", "patient-id.reserve-number")]
    public void Read_NumberWorthALook_Warns(string root, string number, string code)
    {
        CertificateXml xml = CertificateXml.Lisjp();
        xml.PersonRoot = root;
        xml.Person = number;

        CertificateReading reading = xml.Read();

        Assert.True(reading.Accepted);
        Assert.Equal(code, Assert.Single(reading.Warnings).Code);
    }
}
