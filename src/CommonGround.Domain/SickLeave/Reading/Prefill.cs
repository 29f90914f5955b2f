namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>
/// A prefill document is what a record system hands to the certificate system before the doctor has written anything:
/// answers without an envelope, often incomplete, sometimes to questions that are not asked. What is missing or out of place
/// is therefore worth a warning; a value that cannot be right is still wrong, and so is a document without a period.
/// </summary>
internal static class Prefill
{
    public const string Version = "2.0";

    private static readonly string[] Tolerated =
    [
        "answer.missing", "answer.not-allowed", "answer.unknown", "part.missing", "part.not-allowed", "part.unknown",
        "instance.missing", "diagnosis.text-and-code", "diagnosis.second-missing",
    ];

    /// <summary>Null for AG1-14, which is read in its first version only, and has no prefill there.</summary>
    public static CertificateType? TypeOf(Answers answers) =>
        !answers.Has("32") && (answers.Has("7") || answers.Has("10")) ? null
        : answers.Has("100") || answers.Has("103") ? CertificateType.Ag7804
        : CertificateType.Fk7804;

    public static bool Tolerates(CertificateProblem problem) =>
        Tolerated.Contains(problem.Code) && problem.Field is not ("32" or "32.1" or "32.2");
}
