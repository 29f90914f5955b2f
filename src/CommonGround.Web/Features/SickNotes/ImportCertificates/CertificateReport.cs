using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;

namespace CommonGround.Web.Features.SickNotes.ImportCertificates;

/// <summary>One file in the report. The names are an agreement with whoever reads it: they do not change.</summary>
public sealed record ReportedFile(
    string File, string Status, string? Type, string? Version, string? CertificateId, string? PersonId,
    IReadOnlyList<ReportedPeriod> Periods, IReadOnlyList<ReportedProblem> Problems, IReadOnlyList<ReportedProblem> Warnings);

public sealed record ReportedPeriod(DateOnly From, DateOnly To, int Degree);

public sealed record ReportedProblem(string Code, string Field, string Message);

/// <summary>Puts what became of the files into words and names that can be read by people and programs.</summary>
public static class CertificateReport
{
    public static IReadOnlyList<ReportedFile> Of(IEnumerable<ImportedFile> files, Texts texts) => [.. files.Select(f => Of(f, texts))];

    public static string Word(ImportStatus status) => status switch
    {
        ImportStatus.Imported => "imported",
        ImportStatus.Duplicate => "duplicate",
        _ => "rejected",
    };

    private static ReportedFile Of(ImportedFile file, Texts texts) => new(
        file.File,
        Word(file.Status),
        file.Outline.Type,
        file.Outline.Version,
        file.Outline.Id?.Extension,
        file.Outline.Patient?.Number,
        [.. file.Outline.Periods.Select(p => new ReportedPeriod(p.From, p.To, p.Degree))],
        [.. file.Problems.Select(p => Of(p, file, texts))],
        [.. file.Warnings.Select(p => Of(p, file, texts))]);

    private static ReportedProblem Of(CertificateProblem problem, ImportedFile file, Texts texts) =>
        new(problem.Code, problem.Field, ProblemWords.Say(texts, problem, file.Outline.Type));
}
