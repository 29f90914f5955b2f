namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>Code systems of the certificates and the codes that each version knows. Source: the issuer's published rules.</summary>
internal static class CodeSystems
{
    public const string Icd10 = "1.2.752.116.1.1.1.1.3";
    public const string Ksh97P = "1.2.752.116.1.3.1.4.1";

    /// <summary>The family that ICD-10-SE belongs to: the newer systems name it instead of the edition.</summary>
    public const string Icd10Family = "1.2.752.116.1.1.1";

    public const string Basis = "KV_FKMU_0001";
    public const string Occupation = "KV_FKMU_0002";
    public const string Degree = "KV_FKMU_0003";
    public const string Measure = "KV_FKMU_0004";
    public const string Prognosis = "KV_FKMU_0006";
    public const string PrognosisDays = "KV_FKMU_0007";

    public const string Other = "ANNAT";
    public const string CurrentWork = "NUVARANDE_ARBETE";
    public const string NoMeasure = "EJ_AKTUELLT";
    public const string ReturnAfterDays = "ATER_X_ANTAL_DGR";
    public const string ReturnAfterMonths = "ATER_X_ANTAL_MANADER";
    public const string PrognosisUnclear = "PROGNOS_OKLAR";

    public static readonly string[] BasisV1 = ["UNDERSOKNING", "TELEFONKONTAKT", "JOURNALUPPGIFTER", Other];

    public static readonly string[] BasisV2 =
        ["FYSISKUNDERSOKNING", "DIGITALUNDERSOKNING", "TELEFONKONTAKT", "JOURNALUPPGIFTER", Other];

    public static readonly string[] Occupations = [CurrentWork, "ARBETSSOKANDE", "FORALDRALEDIG", "STUDIER"];

    public static readonly string[] PrognosisV1 = ["STOR_SANNOLIKHET", ReturnAfterDays, "SANNOLIKT_INTE", PrognosisUnclear];

    public static readonly string[] PrognosisV2 = ["STOR_SANNOLIKHET", ReturnAfterMonths, "SANNOLIKT_INTE", PrognosisUnclear];

    public static readonly string[] Days =
        ["TRETTIO_DGR", "SEXTIO_DGR", "NITTIO_DGR", "HUNDRAATTIO_DAGAR", "TREHUNDRASEXTIOFEM_DAGAR"];

    /// <summary>What an employer can do. The insurance certificate adds the two that an employer has no part in.</summary>
    public static readonly string[] MeasuresAtWork =
    [
        NoMeasure, "ARBETSTRANING", "ARBETSANPASSNING", "BESOK_ARBETSPLATS", "ERGONOMISK", "HJALPMEDEL", "KONTAKT_FHV",
        "OMFORDELNING", "OVRIGA_ATGARDER",
    ];

    public static readonly string[] Measures = [.. MeasuresAtWork, "SOKA_NYTT_ARBETE", "KONFLIKTHANTERING"];

    public static readonly IReadOnlyDictionary<string, int> Degrees = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["HELT_NEDSATT"] = 100,
        ["TRE_FJARDEDEL"] = 75,
        ["HALFTEN"] = 50,
        ["EN_FJARDEDEL"] = 25,
    };
}
