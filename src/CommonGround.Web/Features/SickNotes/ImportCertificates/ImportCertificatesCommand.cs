using System.CommandLine;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;
using Spectre.Console;

namespace CommonGround.Web.Features.SickNotes.ImportCertificates;

/// <summary><c>import certificates PATH… --report FILE.json</c>: 0 when every file was accepted, 2 when one was not.</summary>
internal static class ImportCertificatesCommand
{
    /// <param name="open">Opens what certificates are kept in, for the length of the import; null where there is no such unit.</param>
    public static Command Create(Func<string?, CancellationToken, Task<ImportSession?>> open)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, or folders with files that end in .xml.", Arity = ArgumentArity.OneOrMore };
        var report = new Option<string?>("--report") { Description = "Where to write what became of each file, as JSON." };
        var most = new Option<int>("--most-bytes")
        {
            Description = "Larger files are not read.",
            DefaultValueFactory = _ => new CertificateReadingSettings().MostBytes,
        };
        var unit = new Option<string?>("--unit")
        {
            Description = "The care unit that takes them in, by the id that certificates name it by; else each goes to the unit that issued it, or to the only one.",
        };
        var command = new Command("certificates", "Imports sickness certificates (LISJP, FK7804, AG7804, AG1-14).") { paths, report, most, unit };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var session = await open(parsed.GetValue(unit), cancel);
            if (session is null)
                return 1;

            var settings = new CertificateReadingSettings { MostBytes = parsed.GetValue(most), Today = session.Today };
            return await Run(CertificateFiles.Find(parsed.GetValue(paths) ?? []), settings, session, parsed.GetValue(report), cancel);
        });
        return command;
    }

    internal static async Task<int> Run(
        IReadOnlyList<FoundFile> files, CertificateReadingSettings settings, ImportSession session, string? report, CancellationToken cancel)
    {
        var texts = session.Texts;
        var results = await WithProgress(texts, files.Count, done => CertificateImport.Run(files, settings, session.Keep, done, cancel));
        if (files.Count == 0)
            Console.WriteLine(texts["certificate.import.nothing"]);
        foreach (var file in results.Where(f => f.Status == ImportStatus.Rejected))
            foreach (var problem in file.Problems)
                Console.WriteLine($"{Printable(file.File)}: {ProblemWords.Say(texts, problem, file.Outline.Type)}");

        int Count(ImportStatus status) => results.Count(r => r.Status == status);
        Console.WriteLine(texts[
            "certificate.import.done", Count(ImportStatus.Imported), Count(ImportStatus.Duplicate), Count(ImportStatus.Rejected)]);
        if (!session.Keeps)
            Console.WriteLine(texts["certificate.import.not-kept"]);
        if (report is not null && !await Report(report, CertificateReport.Of(results, texts), texts, cancel))
            return 1;

        return Count(ImportStatus.Rejected) == 0 ? 0 : 2;
    }

    internal static async Task<bool> Report<T>(string path, T content, Texts texts, CancellationToken cancel)
    {
        var written = await ReportFile.Write(path, content, cancel);
        Console.WriteLine(texts[written ? "certificate.import.report" : "certificate.import.report-unwritable", Printable(path)]);
        return written;
    }

    // A file's name can hold whatever a stranger chose, and a terminal obeys control characters.
    internal static string Printable(string path) => string.Concat(path.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private static async Task<IReadOnlyList<ImportedFile>> WithProgress(
        Texts texts, int count, Func<Action<ImportedFile>, Task<IReadOnlyList<ImportedFile>>> import)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
            return await import(_ => { });

        return await AnsiConsole.Progress().StartAsync(context =>
        {
            var bar = context.AddTask(Markup.Escape(texts["certificate.import.progress"]), maxValue: Math.Max(count, 1));
            return import(_ => bar.Increment(1));
        });
    }
}
