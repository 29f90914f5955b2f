using CommonGround.Domain.SickLeave;
using static CommonGround.Domain.Tests.SickLeave.CertificateXml;

namespace CommonGround.Domain.Tests.SickLeave;

/// <summary>What each rule lets through, so that none of them is stricter than its issuer.</summary>
public sealed class AcceptedCertificateTests
{
    private const string Kv1 = "KV_FKMU_0001", Kv2 = "KV_FKMU_0002", Kv3 = "KV_FKMU_0003", Kv4 = "KV_FKMU_0004", Kv6 = "KV_FKMU_0006", Kv7 = "KV_FKMU_0007";
    private const string Icd = "1.2.752.116.1.1.1.1.3", Ksh = "1.2.752.116.1.3.1.4.1", Family = "1.2.752.116.1.1.1";

    private static readonly Dictionary<string, Func<CertificateXml>> Cases = new()
    {
        ["LISJP"] = Lisjp,
        ["AG7804"] = Ag7804,
        ["FK7804 2"] = Fk7804,
        ["AG7804 2"] = Ag7804V2,
        ["AG1-14"] = Ag114,
        ["AG1-14 by its other code"] = () => Change(Ag114(), x => x.Type = "AG1-14"),
        ["the second FK 7804 under its first code"] = () => Change(Fk7804(), x => x.Type = "LISJP"),
        ["LISJP 1.3"] = () => Change(Lisjp(), x => x.Version = "1.3"),
        ["infection control alone"] = () => Lisjp().Without("1", "28", "29", "35", "17", "39", "40").YesNo("27", true),
        ["infection control as 1, part-time without uneven hours"] = () => Lisjp().Without("1", "28", "29", "35", "17", "39", "40").Text("27", "27.1", " 1 ").With("32.1", Cv(Kv3, "HALFTEN")),
        ["infection control in version 2"] = () => Fk7804().Without("1", "28", "29", "35", "17", "39").YesNo("27", true),
        ["infection control in AG7804"] = () => Ag7804().Without("1", "28", "29", "35", "17", "39", "40").YesNo("27", true),
        ["all four bases"] = () => Lisjp().Basis("TELEFONKONTAKT", 2).Basis("JOURNALUPPGIFTER", 3).Basis("ANNAT", 4, text: "video"),
        ["all five bases of version 2"] = () => Fk7804().Basis("DIGITALUNDERSOKNING", 2).Basis("TELEFONKONTAKT", 3).Basis("JOURNALUPPGIFTER", 4).Basis("ANNAT", 5, text: "brev"),
        ["all four occupations"] = () => Lisjp().Coded("28", "28.1", Kv2, "STUDIER", 2).Coded("28", "28.1", Kv2, "ARBETSSOKANDE", 3).Coded("28", "28.1", Kv2, "FORALDRALEDIG", 4),
        ["studies without job"] = () => Lisjp().With("28.1", Cv(Kv2, "STUDIER")).Without("29"),
        ["space around codes"] = () => Lisjp().With("1.1", Cv(Kv1, " UNDERSOKNING ")).With("28.1", Cv(Kv2, "\n NUVARANDE_ARBETE\t")),
        ["three diagnoses"] = () => Lisjp().Plus("6", "6.3", "Artros").Plus("6", "6.4", Cv(Icd, "M170")).Plus("6", "6.5", "Stress").Plus("6", "6.6", Cv(Icd, "F438A")),
        ["diagnosis by KSH97-P"] = () => Lisjp().With("6.2", Cv(Ksh, "M54-")),
        ["diagnosis in lower case"] = () => Lisjp().With("6.2", Cv(Icd, "m54")),
        ["Z73 with a fourth character"] = () => Lisjp().With("6.2", Cv(Icd, "Z730")),
        ["Z72 of three characters"] = () => Lisjp().With("6.2", Cv(Icd, "Z72")),
        ["family of ICD-10 in version 2"] = () => Fk7804().With("6.2", Cv(Family, "M545")),
        ["four degrees"] = () => Lisjp().Degree("TRE_FJARDEDEL", "2026-03-16", "2026-03-20", 2).Degree("HALFTEN", "2026-03-21", "2026-03-25", 3).Degree("EN_FJARDEDEL", "2026-03-26", "2026-03-30", 4).YesNo("33", true, "natt"),
        ["full and part-time leave with uneven hours"] = () => Lisjp().Degree("HALFTEN", "2026-03-16", "2026-03-20", 2).YesNo("33", false),
        ["a period of one day"] = () => Lisjp().With("32.2", Days("2026-03-02", "2026-03-02")),
        ["a day with time zone"] = () => Lisjp().With("1.2", "2026-03-02Z"),
        ["space after a day"] = () => Lisjp().With("1.2", "2026-03-02 \n"),
        ["a leap day"] = () => Lisjp().With("1.2", "2024-02-29"),
        ["return after days"] = () => Lisjp().With("39.1", Cv(Kv6, "ATER_X_ANTAL_DGR")).Plus("39", "39.3", Cv(Kv7, "HUNDRAATTIO_DAGAR")),
        ["prognosis unclear"] = () => Lisjp().With("39.1", Cv(Kv6, "PROGNOS_OKLAR")),
        ["no measures"] = () => Lisjp().With("40.1", Cv(Kv4, "EJ_AKTUELLT")),
        ["ten measures"] = () => new[] { "ARBETSTRANING", "SOKA_NYTT_ARBETE", "BESOK_ARBETSPLATS", "ERGONOMISK", "HJALPMEDEL", "KONFLIKTHANTERING", "KONTAKT_FHV", "OMFORDELNING", "OVRIGA_ATGARDER" }.Select((c, i) => (c, i)).Aggregate(Lisjp(), (x, m) => x.Coded("40", "40.1", Kv4, m.c, m.i + 2)),
        ["everything optional"] = () => Lisjp().Text("19", "19.1", "KBT").Text("20", "20.1", "Operation").Text("37", "37.1", "Komplicerat").YesNo("34", true).Text("44", "44.1", "Prova").Text("25", "25.1", "Inget").YesNo("26", true, "Ring"),
        ["contact without reason"] = () => Lisjp().YesNo("26", true),
        ["an added question"] = () => Lisjp().Text("9001", "9001.1", "svar"),
        ["AG7804 without diagnosis"] = () => Ag7804().With("100.1", "false").Without("6"),
        ["AG7804 with contact"] = () => Ag7804().YesNo("103", true, "Planera"),
        ["version 2 after 1 month"] = () => Fk7804().With("39.1", Cv(Kv6, "ATER_X_ANTAL_MANADER")).Plus("39", "39.4", "1"),
        ["version 2 after 99 months"] = () => Fk7804().With("39.1", Cv(Kv6, "ATER_X_ANTAL_MANADER")).Plus("39", "39.4", "99"),
        ["version 2 unclear"] = () => Fk7804().With("39.1", Cv(Kv6, "PROGNOS_OKLAR")).Plus("39", "39.2", "Utreds"),
        ["version 2 with words on measures"] = () => Fk7804().Text("44", "44.1", "Anpassa tempot"),
        ["AG1-14 with three diagnoses"] = () => Enumerable.Range(1, 3).Aggregate(Ag114().With("3.1", "true"), (x, i) => x.Answer("4", i, ("4.1", "Lumbago"), ("4.2", Cv(Icd, "M54" + i)))),
        ["AG1-14 with all four bases"] = () => Ag114().Basis("UNDERSOKNING", 1, question: "10").Basis("TELEFONKONTAKT", 2, question: "10").Basis("JOURNALUPPGIFTER", 3, question: "10").Basis("ANNAT", 4, text: "video", question: "10"),
        ["AG1-14 at 0 percent"] = () => Ag114().With("7.1", Percent("0", "%")),
        ["AG1-14 at 100 percent"] = () => Ag114().With("7.1", Percent("100", "%")),
        ["AG1-14 with ability"] = () => Ag114().With("6.1", "true").Plus("6", "6.2", "Kan sitta"),
        ["AG1-14 with contact"] = () => Ag114().YesNo("9", true, "Chef, om tider"),
        ["AG1-14 with numbered occupation"] = () => Ag114().Instances("1", "1"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_CertificateThatBreaksNoRule_IsAccepted(string name)
    {
        CertificateReading reading = Cases[name]().Read();

        Assert.True(reading.Accepted, string.Join("; ", reading.Problems));
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Warnings);
    }

    private static CertificateXml Change(CertificateXml xml, Action<CertificateXml> change)
    {
        change(xml);
        return xml;
    }
}
