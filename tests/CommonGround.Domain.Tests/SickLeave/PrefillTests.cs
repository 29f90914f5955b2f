using CommonGround.Domain.SickLeave;
using static CommonGround.Domain.Tests.SickLeave.CertificateXml;

namespace CommonGround.Domain.Tests.SickLeave;

/// <summary>A prefill document has answers but no envelope: whose it is, and that it is signed, is not known.</summary>
public sealed class PrefillTests
{
    [Fact]
    public void Read_Prefill_IsVersionTwoOfNobody()
    {
        CertificateReading reading = Prefill().Read();

        Certificate certificate = reading.Certificate!;
        Assert.Equal((CertificateType.Fk7804, "2.0", true), (certificate.Type, certificate.Version, certificate.IsPrefill));
        Assert.Null(certificate.Id);
        Assert.Null(certificate.Patient);
        Assert.Null(certificate.SignedAt);
        Assert.Null(CertifiedLeave.From(certificate));
        Assert.Equal(["document.prefill"], reading.Warnings.Select(w => w.Code));
        Assert.Equal(("FK7804", "2.0"), (reading.Outline.Type, reading.Outline.Version));
        Assert.Equal([new CertificatePeriod(new(2026, 3, 2), new(2026, 3, 15), 100)], certificate.Periods);
    }

    [Fact]
    public void Read_PrefillThatAsksAboutTheDiagnosis_IsTheEmployersCopy() =>
        Assert.Equal(CertificateType.Ag7804, Prefill().YesNo("100", true).Read().Certificate!.Type);

    [Fact]
    public void Read_PrefillForTheFirstDays_IsNotReadInThisVersion()
    {
        CertificateReading reading = Prefill().Without("32").Answer("7", null, ("7.1", "50"), ("7.2", Days("2026-03-02", "2026-03-03"))).Read();

        Assert.Equal("version.unknown", Assert.Single(reading.Problems).Code);
        Assert.Equal("AG114", reading.Outline.Type);
    }

    public static TheoryData<string, string> Incomplete => new()
    {
        { "no function", "answer.missing 35" },
        { "no instance number", "instance.missing 28" },
        { "a code without text", "diagnosis.text-and-code 6.3" },
        { "months that are not asked for", "part.not-allowed 39.4" },
        { "a question that is not asked", "answer.unknown 40" },
        { "a job without current work", "answer.not-allowed 29" },
        { "a part that is not asked for", "part.unknown 35" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Read_IncompletePrefill_IsAcceptedAndWarnsOfIt(string what, string warning)
    {
        CertificateReading reading = (what switch
        {
            "no function" => Prefill().Without("35"),
            "no instance number" => Prefill().Instances("28"),
            "a code without text" => Prefill().Plus("6", "6.4", Cv("1.2.752.116.1.1.1.1.3", "M170")),
            "months that are not asked for" => Prefill().Plus("39", "39.4", "12"),
            "a question that is not asked" => Prefill().Coded("40", "40.1", "KV_FKMU_0004", "ARBETSTRANING", 1),
            "a job without current work" => Prefill().Without("28"),
            _ => Prefill().Plus("35", "35.2", "mer"),
        }).Read();

        Assert.True(reading.Accepted, string.Join("; ", reading.Problems));
        Assert.Contains(warning, reading.Warnings.Select(w => $"{w.Code} {w.Field}"));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "a blank text", "value.blank 35.1" },
        { "an old code", "code.unknown 1.1" },
        { "a hundred months", "months.out-of-range 39.4" },
        { "no degree", "answer.missing 32" },
        { "a degree without number", "instance.missing 32" },
        { "a period backwards", "period.backwards 32.2" },
        { "a diagnosis code that is none", "diagnosis.code-form 6.2" },
        { "a diagnosis that is not wanted", "diagnosis.not-wanted 6" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_PrefillWithAValueThatCannotBeRight_IsRefused(string what, string problem)
    {
        CertificateReading reading = (what switch
        {
            "a blank text" => Prefill().With("35.1", " "),
            "an old code" => Prefill().With("1.1", Cv("KV_FKMU_0001", "UNDERSOKNING")),
            "a hundred months" => Prefill().Plus("39", "39.4", "100"),
            "no degree" => Prefill().Without("32"),
            "a degree without number" => Prefill().Instances("32"),
            "a period backwards" => Prefill().With("32.2", Days("2026-03-15", "2026-03-02")),
            "a diagnosis code that is none" => Prefill().With("6.2", Cv("1.2.752.116.1.1.1", "ont")),
            _ => Prefill().YesNo("100", false),
        }).Read();

        Assert.False(reading.Accepted);
        Assert.Equal(problem, Assert.Single(reading.Problems) is var only ? $"{only.Code} {only.Field}" : "");
    }

    [Fact]
    public void Read_PrefillWithAnUnknownQuestion_KeepsNoFieldOfIt() =>
        Assert.DoesNotContain(Prefill().Text("77", "77.1", "hemligt").Read().Certificate!.Fields, f => f.Value == "hemligt");
}
