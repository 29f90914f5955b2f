using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Sharing.InformationKind;
using static CommonGround.Domain.SickLeave.Reading.ValueForm;

namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>
/// The questions of each certificate with the kind of each part. Where a text may say anything (other, reasons, why longer
/// than guidance) its kind is health: whoever may not read about someone's health must not read those either.
/// </summary>
internal static class QuestionSets
{
    public static QuestionSet Lisjp { get; } = new(
        CertificateType.Lisjp,
        [
            .. Shared(CodeSystems.BasisV1, 4),
            One("6", Needed.Always, Diagnoses),
            One("20", Needed.No, Free("20.1", Health)),
            PrognosisInDays,
            MeasuresOf(CodeSystems.Measures, 10),
            ContactWish("26"),
        ],
        [.. SharedRules.All, SharedRules.PrognosisDays, SharedRules.Measures, SharedRules.ContactReason("26")])
    {
        AllowsAddedQuestions = true,
    };

    public static QuestionSet Ag7804 { get; } = new(
        CertificateType.Ag7804,
        [
            .. Shared(CodeSystems.BasisV1, 4),
            One("6", Needed.No, Diagnoses),
            One("20", Needed.No, Free("20.1", Health)),
            PrognosisInDays,
            MeasuresOf(CodeSystems.MeasuresAtWork, 8),
            WantsDiagnosisPassedOn("100"),
            // Dropped long ago, but still among the numbers that the issuer lets through.
            One("101", Needed.No, new SubQuestion("101.1", YesNo, Function)),
            ContactWish("103"),
        ],
        [
            .. SharedRules.All, SharedRules.PrognosisDays, SharedRules.Measures, SharedRules.ContactReason("103"),
            EmployerRules.DiagnosisOnlyIfWanted, EmployerRules.NoFutureBasis,
        ]);

    public static QuestionSet Fk7804V2 { get; } = new(
        CertificateType.Fk7804,
        [
            .. Shared(CodeSystems.BasisV2, 5),
            One("6", Needed.Always, Diagnoses),
            One("20", Needed.No, Free("20.1", Health)),
            PrognosisInMonths,
            ContactWish("26"),
        ],
        [.. SharedRules.All, SharedRules.PrognosisMonths, SharedRules.ContactReason("26")])
    {
        DiagnosisSystems = [CodeSystems.Icd10, CodeSystems.Ksh97P, CodeSystems.Icd10Family],
    };

    public static QuestionSet Ag7804V2 { get; } = new(
        CertificateType.Ag7804,
        [
            .. Shared(CodeSystems.BasisV2, 5),
            One("6", Needed.No, Diagnoses),
            One("20", Needed.No, Free("20.1", Health)),
            PrognosisInMonths,
            WantsDiagnosisPassedOn("100"),
            ContactWish("103"),
        ],
        [
            .. SharedRules.All, SharedRules.PrognosisMonths, SharedRules.ContactReason("103"),
            EmployerRules.DiagnosisOnlyIfWanted, EmployerRules.NoFutureBasis,
        ])
    {
        DiagnosisSystems = [CodeSystems.Icd10, CodeSystems.Ksh97P, CodeSystems.Icd10Family],
    };

    public static QuestionSet Ag114 { get; } = new(
        CertificateType.Ag114,
        [
            BasisOf("10", CodeSystems.BasisV1, Needed.No, 4),
            One("1", Needed.Always, Chosen("1.1", Work, CodeSystems.Occupation, CodeSystems.CurrentWork)),
            One("2", Needed.Always, Free("2.1", Work)),
            WantsDiagnosisPassedOn("3"),
            new Question("4", Needed.No, 3, Free("4.1", Health), new SubQuestion("4.2", Diagnosis, Health, true)) { Numbered = true },
            One("5", Needed.Always, Free("5.1", Function)),
            One("6", Needed.Always, new SubQuestion("6.1", YesNo, Function, true), new SubQuestion("6.2", Text, Function)),
            One("7", Needed.Always, new SubQuestion("7.1", Percent, Leave, true), new SubQuestion("7.2", Period, Leave, true)),
            One("8", Needed.No, Free("8.1", Health)),
            ContactWish("9"),
        ],
        [
            SharedRules.BasisText("10"), EmployerRules.DiagnosesOfFirstDays, EmployerRules.AbilityText,
            SharedRules.ContactReason("9"), EmployerRules.ContactReasonNeeded,
        ]);

    /// <summary>The questions for a type in a major version.</summary>
    public static QuestionSet For(CertificateType type, int major) => (type, major) switch
    {
        (CertificateType.Lisjp, _) => Lisjp,
        (CertificateType.Fk7804, _) => Fk7804V2,
        (CertificateType.Ag7804, 1) => Ag7804,
        (CertificateType.Ag7804, _) => Ag7804V2,
        _ => Ag114,
    };

    private static SubQuestion[] Diagnoses =>
    [
        Free("6.1", Health), new SubQuestion("6.2", Diagnosis, Health, true),
        new SubQuestion("6.3", Text, Health), new SubQuestion("6.4", Diagnosis, Health),
        new SubQuestion("6.5", Text, Health), new SubQuestion("6.6", Diagnosis, Health),
    ];

    private static Question PrognosisInDays => One(
        "39",
        Needed.UnlessInfectionControl,
        Chosen("39.1", Health, CodeSystems.Prognosis, CodeSystems.PrognosisV1),
        Chosen("39.3", Health, CodeSystems.PrognosisDays, CodeSystems.Days) with { Needed = false });

    private static Question PrognosisInMonths => One(
        "39",
        Needed.UnlessInfectionControl,
        Chosen("39.1", Health, CodeSystems.Prognosis, CodeSystems.PrognosisV2),
        new SubQuestion("39.2", Text, Health),
        new SubQuestion("39.4", Months, Health));

    private static Question[] Shared(string[] basis, int mostBasis) =>
    [
        One("27", Needed.No, new SubQuestion("27.1", YesNo, Health, true)),
        BasisOf("1", basis, Needed.UnlessInfectionControl, mostBasis),
        new Question("28", Needed.UnlessInfectionControl, 4, Chosen("28.1", Work, CodeSystems.Occupation, CodeSystems.Occupations))
        {
            Numbered = true,
            EachCodeOnce = true,
        },
        One("29", Needed.No, Free("29.1", Work)),
        One("35", Needed.UnlessInfectionControl, Free("35.1", Function)),
        One("17", Needed.UnlessInfectionControl, Free("17.1", Function)),
        One("19", Needed.No, Free("19.1", Health)),
        new Question(
            "32",
            Needed.Always,
            4,
            Chosen("32.1", Leave, CodeSystems.Degree, [.. CodeSystems.Degrees.Keys]),
            new SubQuestion("32.2", Period, Leave, true))
        {
            Numbered = true,
            EachCodeOnce = true,
        },
        One("33", Needed.No, new SubQuestion("33.1", YesNo, Health, true), new SubQuestion("33.2", Text, Health)),
        One("34", Needed.No, new SubQuestion("34.1", YesNo, Health, true)),
        One("37", Needed.No, Free("37.1", Health)),
        One("44", Needed.No, Free("44.1", Assessment)),
        One("25", Needed.No, Free("25.1", Health)),
    ];

    private static Question BasisOf(string id, string[] codes, Needed needed, int most) => new(
        id,
        needed,
        most,
        Chosen(id + ".1", Health, CodeSystems.Basis, codes),
        new SubQuestion(id + ".2", Day, Health, true),
        new SubQuestion(id + ".3", Text, Health))
    {
        Numbered = true,
        EachCodeOnce = true,
    };

    private static Question MeasuresOf(string[] codes, int most) =>
        new("40", Needed.UnlessInfectionControl, most, Chosen("40.1", Assessment, CodeSystems.Measure, codes))
        {
            Numbered = true,
            EachCodeOnce = true,
        };

    private static Question WantsDiagnosisPassedOn(string id) => One(id, Needed.Always, new SubQuestion(id + ".1", YesNo, Health, true));

    // The wish for contact is contact information; why it is wished is free text about someone's illness.
    private static Question ContactWish(string id) =>
        One(id, Needed.No, new SubQuestion(id + ".1", YesNo, Contact, true), new SubQuestion(id + ".2", Text, Health));

    private static Question One(string id, Needed needed, params SubQuestion[] parts) => new(id, needed, 1, parts);

    private static SubQuestion Free(string id, InformationKind kind) => new(id, Text, kind, true);

    private static SubQuestion Chosen(string id, InformationKind kind, string system, params string[] codes) =>
        new(id, Coded, kind, true) { System = system, Codes = codes };
}
