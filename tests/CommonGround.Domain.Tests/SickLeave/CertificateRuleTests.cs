using CommonGround.Domain.SickLeave;
using static CommonGround.Domain.Tests.SickLeave.CertificateXml;

namespace CommonGround.Domain.Tests.SickLeave;

/// <summary>A test for every rule: each starts from a whole certificate, breaks one rule, and must find that rule and no other.</summary>
public sealed class CertificateRuleTests
{
    private const string Kv1 = "KV_FKMU_0001", Kv2 = "KV_FKMU_0002", Kv3 = "KV_FKMU_0003", Kv4 = "KV_FKMU_0004", Kv6 = "KV_FKMU_0006", Kv7 = "KV_FKMU_0007";
    private const string Icd = "1.2.752.116.1.1.1.1.3", Ksh = "1.2.752.116.1.3.1.4.1", Family = "1.2.752.116.1.1.1";

    private static readonly Dictionary<string, (string Expected, Func<CertificateXml> Broken)> Cases = new()
    {
        ["no basis"] = ("answer.missing 1", () => Lisjp().Without("1")),
        ["no occupation"] = ("answer.missing 28, answer.not-allowed 29", () => Lisjp().Without("28")),
        ["no function"] = ("answer.missing 35", () => Lisjp().Without("35")),
        ["no activity"] = ("answer.missing 17", () => Lisjp().Without("17")),
        ["no prognosis"] = ("answer.missing 39", () => Lisjp().Without("39")),
        ["no measures"] = ("answer.missing 40", () => Lisjp().Without("40")),
        ["no diagnosis"] = ("answer.missing 6", () => Lisjp().Without("6")),
        ["no degree"] = ("answer.missing 32", () => Lisjp().Without("32")),
        ["infection control said no, nothing else"] = ("answer.missing 1, answer.missing 28, answer.not-allowed 29, answer.missing 35", () => Lisjp().Without("1", "28", "35").YesNo("27", false)),
        ["infection control without part"] = ("part.missing 27.1", () => Lisjp().Answer("27", null)),
        ["infection control twice"] = ("answer.too-many 27", () => Lisjp().YesNo("27", false).YesNo("27", false)),
        ["function twice"] = ("answer.too-many 35", () => Lisjp().Text("35", "35.1", "mer")),
        ["five bases"] = ("answer.too-many 1, code.repeated 1.1", () => Lisjp().Basis("TELEFONKONTAKT", 2).Basis("JOURNALUPPGIFTER", 3).Basis("ANNAT", 4, text: "video").Basis("ANNAT", 5, text: "mer")),
        ["same basis twice"] = ("code.repeated 1.1", () => Lisjp().Basis("UNDERSOKNING", 2)),
        ["other basis without text"] = ("part.missing 1.3", () => Lisjp().Basis("ANNAT", 2)),
        ["text without other basis"] = ("part.not-allowed 1.3", () => Lisjp().Basis("TELEFONKONTAKT", 2, text: "samtal")),
        ["basis without day"] = ("part.missing 1.2", () => Lisjp().Minus("1.2")),
        ["basis on no real day"] = ("value.not-a-day 1.2", () => Lisjp().With("1.2", "2026-02-30")),
        ["basis with a time"] = ("value.not-a-day 1.2", () => Lisjp().With("1.2", "2026-03-02T10:00:00")),
        ["basis day in another form"] = ("value.not-a-day 1.2", () => Lisjp().With("1.2", "20260302")),
        ["space before the day"] = ("value.not-a-day 1.2", () => Lisjp().With("1.2", " 2026-03-02")),
        ["day wrapped"] = ("value.wrapped 1.2", () => Lisjp().With("1.2", Typed("date", "2026-03-02"))),
        ["unknown basis"] = ("code.unknown 1.1", () => Lisjp().With("1.1", Cv(Kv1, "FYSISKUNDERSOKNING"))),
        ["basis from another system"] = ("code.other-system 1.1", () => Lisjp().With("1.1", Cv(Kv2, "UNDERSOKNING"))),
        ["basis without cv"] = ("code.missing 1.1", () => Lisjp().With("1.1", "UNDERSOKNING")),
        ["two cv"] = ("code.missing 1.1", () => Lisjp().With("1.1", Cv(Kv1, "UNDERSOKNING"), Cv(Kv1, "ANNAT"))),
        ["cv without system"] = ("code.not-whole 1.1", () => Lisjp().With("1.1", Typed("cv", Typed("code", "UNDERSOKNING")))),
        ["cv with two codes"] = ("code.not-whole 1.1", () => Lisjp().With("1.1", Typed("cv", Typed("code", "UNDERSOKNING"), Typed("code", "UNDERSOKNING"), Typed("codeSystem", Kv1)))),
        ["cv with two names"] = ("code.not-whole 1.1", () => Lisjp().With("1.1", Typed("cv", Typed("code", "UNDERSOKNING"), Typed("codeSystem", Kv1), Typed("displayName", "a"), Typed("displayName", "b")))),
        ["code wrapped"] = ("code.not-whole 1.1", () => Lisjp().With("1.1", Typed("cv", Typed("code", Typed("b", "UNDERSOKNING")), Typed("codeSystem", Kv1)))),
        ["no instance number"] = ("instance.missing 1", () => Lisjp().Instances("1")),
        ["two instance numbers"] = ("instance.too-many 1", () => Lisjp().Instances("1", "1", "2")),
        ["instance number zero"] = ("instance.not-a-number 1", () => Lisjp().Instances("1", "0")),
        ["instance number in letters"] = ("instance.not-a-number 1", () => Lisjp().Instances("1", "ett")),
        ["no instance number of a degree"] = ("instance.missing 32", () => Lisjp().Instances("32")),
        ["no instance number of an occupation"] = ("instance.missing 28", () => Lisjp().Instances("28")),
        ["no instance number of a measure"] = ("instance.missing 40", () => Lisjp().Instances("40")),
        ["five occupations"] = ("answer.too-many 28, code.repeated 28.1", () => Lisjp().Coded("28", "28.1", Kv2, "STUDIER", 2).Coded("28", "28.1", Kv2, "ARBETSSOKANDE", 3).Coded("28", "28.1", Kv2, "FORALDRALEDIG", 4).Coded("28", "28.1", Kv2, "STUDIER", 5)),
        ["unknown occupation"] = ("code.unknown 28.1", () => Lisjp().Coded("28", "28.1", Kv2, "PROGRAM", 2)),
        ["current work without job"] = ("answer.missing 29", () => Lisjp().Without("29")),
        ["job without current work"] = ("answer.not-allowed 29", () => Lisjp().With("28.1", Cv(Kv2, "STUDIER"))),
        ["blank job"] = ("value.blank 29.1", () => Lisjp().With("29.1", " \n\t ")),
        ["job of no-break spaces"] = ("value.blank 29.1", () => Lisjp().With("29.1", "\u00A0\u00A0")),
        ["job wrapped"] = ("value.wrapped 29.1", () => Lisjp().With("29.1", Typed("p", "Bagare"))),
        ["diagnosis without text"] = ("part.missing 6.1", () => Lisjp().Minus("6.1")),
        ["diagnosis without code"] = ("part.missing 6.2", () => Lisjp().Minus("6.2")),
        ["diagnosis code of two characters"] = ("diagnosis.code-form 6.2", () => Lisjp().With("6.2", Cv(Icd, "M5"))),
        ["diagnosis code without letter"] = ("diagnosis.code-form 6.2", () => Lisjp().With("6.2", Cv(Icd, "545"))),
        ["diagnosis code with a full stop"] = ("diagnosis.code-form 6.2", () => Lisjp().With("6.2", Cv(Icd, "M54.5"))),
        ["mental diagnosis of three characters"] = ("diagnosis.code-form 6.2", () => Lisjp().With("6.2", Cv(Icd, "F43"))),
        ["mental diagnosis in lower case"] = ("diagnosis.code-form 6.2", () => Lisjp().With("6.2", Cv(Icd, "f43"))),
        ["Z73 of three characters"] = ("diagnosis.code-form 6.2", () => Lisjp().With("6.2", Cv(Icd, "Z73"))),
        ["diagnosis code of six characters"] = ("diagnosis.code-too-long 6.2", () => Lisjp().With("6.2", Cv(Icd, "M54512"))),
        ["diagnosis from another system"] = ("diagnosis.other-system 6.2", () => Lisjp().With("6.2", Cv("1.2.3", "M545"))),
        ["family of ICD-10 in version 1"] = ("diagnosis.other-system 6.2", () => Lisjp().With("6.2", Cv(Family, "M545"))),
        ["second diagnosis without code"] = ("diagnosis.text-and-code 6.4", () => Lisjp().Plus("6", "6.3", "Artros")),
        ["second diagnosis without text"] = ("diagnosis.text-and-code 6.3", () => Lisjp().Plus("6", "6.4", Cv(Icd, "M170"))),
        ["third diagnosis without second"] = ("diagnosis.second-missing 6.3", () => Lisjp().Plus("6", "6.5", "Artros").Plus("6", "6.6", Cv(Icd, "M170"))),
        ["two diagnosis systems"] = ("diagnosis.several-systems 6.2", () => Lisjp().Plus("6", "6.3", "Artros").Plus("6", "6.4", Cv(Ksh, "M170"))),
        ["two codes of one diagnosis"] = ("part.too-many 6.2", () => Lisjp().Plus("6", "6.2", Cv(Icd, "M170"))),
        ["blank function"] = ("value.blank 35.1", () => Lisjp().With("35.1", "")),
        ["blank activity"] = ("value.blank 17.1", () => Lisjp().With("17.1", "  ")),
        ["blank ongoing treatment"] = ("value.blank 19.1", () => Lisjp().Text("19", "19.1", " ")),
        ["blank planned treatment"] = ("value.blank 20.1", () => Lisjp().Text("20", "20.1", " ")),
        ["five degrees"] = ("answer.missing 33, answer.too-many 32, code.repeated 32.1", () => Lisjp().Degree("HALFTEN", "2026-03-16", "2026-03-17", 2).Degree("EN_FJARDEDEL", "2026-03-18", "2026-03-19", 3).Degree("TRE_FJARDEDEL", "2026-03-20", "2026-03-21", 4).Degree("HELT_NEDSATT", "2026-03-22", "2026-03-23", 5)),
        ["the same degree twice"] = ("code.repeated 32.1", () => Lisjp().Degree("HELT_NEDSATT", "2026-03-20", "2026-03-25", 2)),
        ["unknown degree"] = ("code.unknown 32.1", () => Lisjp().With("32.1", Cv(Kv3, "HALV"))),
        ["degree without period"] = ("part.missing 32.2", () => Lisjp().Minus("32.2")),
        ["period without its element"] = ("period.missing 32.2", () => Lisjp().With("32.2", "2026-03-02")),
        ["period without start"] = ("period.no-start 32.2", () => Lisjp().With("32.2", Typed("datePeriod", Typed("end", "2026-03-15")))),
        ["period without end"] = ("period.no-end 32.2", () => Lisjp().With("32.2", Typed("datePeriod", Typed("start", "2026-03-15")))),
        ["period that starts on no day"] = ("period.start-not-a-day 32.2", () => Lisjp().With("32.2", Days("2026-02-29", "2026-03-15"))),
        ["period that ends on no day"] = ("period.end-not-a-day 32.2", () => Lisjp().With("32.2", Days("2026-03-02", "snart"))),
        ["period with a wrapped day"] = ("value.wrapped 32.2", () => Lisjp().With("32.2", Typed("datePeriod", Typed("start", Typed("d", "2026-03-02")), Typed("end", "2026-03-15")))),
        ["period backwards"] = ("period.backwards 32.2", () => Lisjp().With("32.2", Days("2026-03-15", "2026-03-02"))),
        ["periods overlap"] = ("period.overlap 32.2", () => Lisjp().Degree("HALFTEN", "2026-03-10", "2026-03-20", 2).YesNo("33", false)),
        ["a period inside another"] = ("period.overlap 32.2", () => Lisjp().Degree("HALFTEN", "2026-03-05", "2026-03-06", 2).YesNo("33", false)),
        ["part-time without uneven hours"] = ("answer.missing 33", () => Lisjp().With("32.1", Cv(Kv3, "HALFTEN"))),
        ["uneven hours with full leave"] = ("answer.not-allowed 33", () => Lisjp().YesNo("33", false)),
        ["uneven hours without reason"] = ("part.missing 33.2", () => Lisjp().With("32.1", Cv(Kv3, "HALFTEN")).YesNo("33", true)),
        ["a reason without uneven hours"] = ("part.not-allowed 33.2", () => Lisjp().With("32.1", Cv(Kv3, "HALFTEN")).YesNo("33", false, "natt")),
        ["blank reason for uneven hours"] = ("value.blank 33.2", () => Lisjp().With("32.1", Cv(Kv3, "HALFTEN")).YesNo("33", true, " ")),
        ["uneven hours neither yes nor no"] = ("value.not-yes-or-no 33.1", () => Lisjp().With("32.1", Cv(Kv3, "HALFTEN")).Text("33", "33.1", "ja")),
        ["travel in capitals"] = ("value.not-yes-or-no 34.1", () => Lisjp().Text("34", "34.1", "TRUE")),
        ["travel wrapped"] = ("value.wrapped 34.1", () => Lisjp().Answer("34", null, ("34.1", Typed("b", "true")))),
        ["blank reason for longer than guidance"] = ("value.blank 37.1", () => Lisjp().Text("37", "37.1", " ")),
        ["return after days without number"] = ("part.missing 39.3", () => Lisjp().With("39.1", Cv(Kv6, "ATER_X_ANTAL_DGR"))),
        ["days without return after days"] = ("part.not-allowed 39.3", () => Lisjp().Plus("39", "39.3", Cv(Kv7, "SEXTIO_DGR"))),
        ["unknown number of days"] = ("code.unknown 39.3", () => Lisjp().With("39.1", Cv(Kv6, "ATER_X_ANTAL_DGR")).Plus("39", "39.3", Cv(Kv7, "SJU_DGR"))),
        ["months in version 1"] = ("code.unknown 39.1, part.unknown 39", () => Lisjp().With("39.1", Cv(Kv6, "ATER_X_ANTAL_MANADER")).Plus("39", "39.4", "3")),
        ["unknown prognosis"] = ("code.unknown 39.1", () => Lisjp().With("39.1", Cv(Kv6, "BRA"))),
        ["no measures beside a measure"] = ("measure.none-stands-alone 40.1", () => Lisjp().Coded("40", "40.1", Kv4, "EJ_AKTUELLT", 2)),
        ["no measures but words on measures"] = ("answer.not-allowed 44", () => Lisjp().With("40.1", Cv(Kv4, "EJ_AKTUELLT")).Text("44", "44.1", "Prova")),
        ["the same measure twice"] = ("code.repeated 40.1", () => Lisjp().Coded("40", "40.1", Kv4, "ARBETSANPASSNING", 2)),
        ["unknown measure"] = ("code.unknown 40.1", () => Lisjp().With("40.1", Cv(Kv4, "VILA"))),
        ["blank words on measures"] = ("value.blank 44.1", () => Lisjp().Text("44", "44.1", " ")),
        ["blank other information"] = ("value.blank 25.1", () => Lisjp().Text("25", "25.1", " ")),
        ["a reason without wish for contact"] = ("part.not-allowed 26.2", () => Lisjp().YesNo("26", false, "ring")),
        ["blank reason for contact"] = ("value.blank 26.2", () => Lisjp().YesNo("26", true, "  ")),
        ["an unknown question"] = ("answer.unknown 30", () => Lisjp().Text("30", "30.1", "program")),
        ["the employer's question in LISJP"] = ("answer.unknown 103", () => Lisjp().YesNo("103", true)),
        ["an unknown part"] = ("part.unknown 35", () => Lisjp().Plus("35", "35.2", "mer")),
        ["an added question twice"] = ("answer.too-many 9001", () => Lisjp().Text("9001", "9001.1", "a").Text("9001", "9001.1", "b")),
        ["an added question left blank"] = ("value.blank 9001.1", () => Lisjp().Text("9001", "9001.1", " ")),
        ["an added question in AG7804"] = ("answer.unknown 9001", () => Ag7804().Text("9001", "9001.1", "a")),

        ["AG7804 without wish about diagnosis"] = ("answer.missing 100, diagnosis.not-wanted 6", () => Ag7804().Without("100")),
        ["AG7804 diagnosis wanted but absent"] = ("answer.missing 6", () => Ag7804().Without("6")),
        ["AG7804 diagnosis not wanted but there"] = ("diagnosis.not-wanted 6", () => Ag7804().With("100.1", "false")),
        ["AG7804 with a measure for the agency"] = ("code.unknown 40.1", () => Ag7804().With("40.1", Cv(Kv4, "SOKA_NYTT_ARBETE"))),
        ["AG7804 with nine measures"] = ("answer.too-many 40, code.repeated 40.1", () => new[] { "ARBETSTRANING", "BESOK_ARBETSPLATS", "ERGONOMISK", "HJALPMEDEL", "KONTAKT_FHV", "OMFORDELNING", "OVRIGA_ATGARDER", "OVRIGA_ATGARDER" }.Select((c, i) => (c, i)).Aggregate(Ag7804(), (x, m) => x.Coded("40", "40.1", Kv4, m.c, m.i + 2))),
        ["AG7804 with the agency's contact question"] = ("answer.unknown 26", () => Ag7804().YesNo("26", true)),
        ["AG7804 reason without wish for contact"] = ("part.not-allowed 103.2", () => Ag7804().YesNo("103", false, "ring")),
        ["AG7804 without function"] = ("answer.missing 35", () => Ag7804().Without("35")),

        ["version 2 with measures"] = ("answer.unknown 40", () => Fk7804().Coded("40", "40.1", Kv4, "ARBETSTRANING", 1)),
        ["version 2 with the old examination"] = ("code.unknown 1.1", () => Fk7804().With("1.1", Cv(Kv1, "UNDERSOKNING"))),
        ["version 2 months missing"] = ("part.missing 39.4", () => Fk7804().With("39.1", Cv(Kv6, "ATER_X_ANTAL_MANADER"))),
        ["version 2 a hundred months"] = ("months.out-of-range 39.4", () => Fk7804().With("39.1", Cv(Kv6, "ATER_X_ANTAL_MANADER")).Plus("39", "39.4", "100")),
        ["version 2 no months"] = ("months.out-of-range 39.4", () => Fk7804().With("39.1", Cv(Kv6, "ATER_X_ANTAL_MANADER")).Plus("39", "39.4", "0")),
        ["version 2 half a month"] = ("months.out-of-range 39.4", () => Fk7804().With("39.1", Cv(Kv6, "ATER_X_ANTAL_MANADER")).Plus("39", "39.4", "1.5")),
        ["version 2 months in letters"] = ("months.out-of-range 39.4", () => Fk7804().With("39.1", Cv(Kv6, "ATER_X_ANTAL_MANADER")).Plus("39", "39.4", "tre")),
        ["version 2 months without return"] = ("part.not-allowed 39.4", () => Fk7804().Plus("39", "39.4", "3")),
        ["version 2 unclear without reason"] = ("part.missing 39.2", () => Fk7804().With("39.1", Cv(Kv6, "PROGNOS_OKLAR"))),
        ["version 2 reason though clear"] = ("part.not-allowed 39.2", () => Fk7804().Plus("39", "39.2", "utreds")),
        ["version 2 unclear with blank reason"] = ("value.blank 39.2", () => Fk7804().With("39.1", Cv(Kv6, "PROGNOS_OKLAR")).Plus("39", "39.2", " ")),
        ["version 2 with days"] = ("code.unknown 39.1, part.unknown 39", () => Fk7804().With("39.1", Cv(Kv6, "ATER_X_ANTAL_DGR")).Plus("39", "39.3", Cv(Kv7, "SEXTIO_DGR"))),
        ["version 2 without prognosis"] = ("answer.missing 39", () => Fk7804().Without("39")),
        ["AG7804 2 diagnosis not wanted but there"] = ("diagnosis.not-wanted 6", () => Ag7804V2().With("100.1", "0")),

        ["AG1-14 without occupation"] = ("answer.missing 1", () => Ag114().Without("1")),
        ["AG1-14 with another occupation"] = ("code.unknown 1.1", () => Ag114().With("1.1", Cv(Kv2, "STUDIER"))),
        ["AG1-14 with blank job"] = ("value.blank 2.1", () => Ag114().With("2.1", " ")),
        ["AG1-14 without job"] = ("answer.missing 2", () => Ag114().Without("2")),
        ["AG1-14 without wish about diagnosis"] = ("answer.missing 3", () => Ag114().Without("3")),
        ["AG1-14 wish without answer"] = ("part.missing 3.1", () => Ag114().Minus("3.1")),
        ["AG1-14 diagnosis wanted but absent"] = ("answer.missing 4", () => Ag114().With("3.1", "1")),
        ["AG1-14 diagnosis without text"] = ("part.missing 4.1", () => Ag114().With("3.1", "true").Answer("4", 1, ("4.2", Cv(Icd, "M545")))),
        ["AG1-14 diagnosis without code"] = ("part.missing 4.2", () => Ag114().With("3.1", "true").Answer("4", 1, ("4.1", "Lumbago"))),
        ["AG1-14 diagnosis without instance number"] = ("instance.missing 4", () => Ag114().With("3.1", "true").Answer("4", null, ("4.1", "Lumbago"), ("4.2", Cv(Icd, "M545")))),
        ["AG1-14 four diagnoses"] = ("answer.too-many 4", () => Enumerable.Range(1, 4).Aggregate(Ag114().With("3.1", "true"), (x, i) => x.Answer("4", i, ("4.1", "Lumbago"), ("4.2", Cv(Icd, "M54" + i))))),
        ["AG1-14 two diagnosis systems"] = ("diagnosis.several-systems 4.2", () => Ag114().With("3.1", "true").Answer("4", 1, ("4.1", "Lumbago"), ("4.2", Cv(Icd, "M545"))).Answer("4", 2, ("4.1", "Artros"), ("4.2", Cv(Ksh, "M170")))),
        ["AG1-14 diagnosis code too long"] = ("diagnosis.code-too-long 4.2", () => Ag114().With("3.1", "true").Answer("4", 1, ("4.1", "Lumbago"), ("4.2", Cv(Icd, "M545123")))),
        ["AG1-14 without how work is affected"] = ("answer.missing 5", () => Ag114().Without("5")),
        ["AG1-14 blank how work is affected"] = ("value.blank 5.1", () => Ag114().With("5.1", " ")),
        ["AG1-14 without ability"] = ("answer.missing 6", () => Ag114().Without("6")),
        ["AG1-14 ability without words"] = ("part.missing 6.2", () => Ag114().With("6.1", "true")),
        ["AG1-14 words without ability"] = ("part.not-allowed 6.2", () => Ag114().Plus("6", "6.2", "kan sitta")),
        ["AG1-14 without degree"] = ("answer.missing 7", () => Ag114().Without("7")),
        ["AG1-14 degree over 100"] = ("percent.out-of-range 7.1", () => Ag114().With("7.1", Percent("150.0", "%"))),
        ["AG1-14 degree below 0"] = ("percent.out-of-range 7.1", () => Ag114().With("7.1", Percent("-1", "%"))),
        ["AG1-14 degree not whole"] = ("percent.out-of-range 7.1", () => Ag114().With("7.1", Percent("50.5", "%"))),
        ["AG1-14 degree without unit"] = ("percent.no-value-and-unit 7.1", () => Ag114().With("7.1", Typed("pq", Typed("value", "50")))),
        ["AG1-14 degree as plain number"] = ("percent.no-value-and-unit 7.1", () => Ag114().With("7.1", "50")),
        ["AG1-14 period backwards"] = ("period.backwards 7.2", () => Ag114().With("7.2", Days("2026-03-08", "2026-03-02"))),
        ["AG1-14 two degrees"] = ("answer.too-many 7", () => Ag114().Answer("7", null, ("7.1", Percent("50", "%")), ("7.2", Days("2026-03-09", "2026-03-10")))),
        ["AG1-14 blank other information"] = ("value.blank 8.1", () => Ag114().Text("8", "8.1", "\n")),
        ["AG1-14 contact without reason"] = ("part.missing 9.2", () => Ag114().YesNo("9", true)),
        ["AG1-14 reason without contact"] = ("part.not-allowed 9.2", () => Ag114().YesNo("9", false, "ring")),
        ["AG1-14 same basis twice"] = ("code.repeated 10.1", () => Ag114().Basis("UNDERSOKNING", 1, question: "10").Basis("UNDERSOKNING", 2, question: "10")),
        ["AG1-14 other basis without text"] = ("part.missing 10.3", () => Ag114().Basis("ANNAT", 1, question: "10")),
        ["AG1-14 basis without instance number"] = ("instance.missing 10", () => Ag114().Basis("UNDERSOKNING", 1, question: "10").Instances("10")),
        ["AG1-14 with LISJP's question"] = ("answer.unknown 32", () => Ag114().Degree("HALFTEN", "2026-03-02", "2026-03-03", 1)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_CertificateThatBreaksOneRule_NamesThatRuleAndNoOther(string name)
    {
        var (expected, broken) = Cases[name];

        CertificateReading reading = broken().Read();

        Assert.False(reading.Accepted);
        Assert.Null(reading.Certificate);
        Assert.Equal(
            expected.Split(", ").Order(), reading.Problems.Select(p => $"{p.Code} {p.Field}").Order());
    }

    [Fact]
    public void Read_SeveralRulesBroken_NamesThemAll()
    {
        CertificateReading reading = Lisjp().Without("35", "17").With("29.1", " ").Read();

        Assert.Equal(3, reading.Problems.Count);
    }
}
