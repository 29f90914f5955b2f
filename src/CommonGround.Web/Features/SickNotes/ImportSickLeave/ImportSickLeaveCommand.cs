using System.CommandLine;
using System.Globalization;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.SickNotes.ImportCertificates;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.SickNotes.ImportSickLeave;

/// <summary>
/// <c>import sickleave FILE.csv --max-gap 5 --on YYYY-MM-DD --report FILE.json</c>: the episodes of a unit's export; 0 when every
/// row was used, 2 when one was not.
/// </summary>
internal static class ImportSickLeaveCommand
{
    // An export of a whole region for ten years stays under this.
    private const int MostBytes = 256 * 1024 * 1024;

    public static Command Create(Func<CancellationToken, Task<ImportSession>> open)
    {
        var path = new Argument<string>("FILE") { Description = "The unit's export, as CSV." };
        var gap = new Option<int>("--max-gap") { Description = "Days that may lie between certificates of one episode, 0 to 90.", DefaultValueFactory = _ => MaxGap.Default.Days };
        var on = new Option<DateOnly?>("--on")
        {
            Description = "The day on which an episode is ongoing or not, as YYYY-MM-DD; today unless given.",
            CustomParser = given =>
            {
                if (DateOnly.TryParseExact(given.Tokens.Single().Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    return day;
                given.AddError($"{given.Tokens.Single().Value}: YYYY-MM-DD");
                return null;
            },
        };
        var report = new Option<string?>("--report") { Description = "Where to write the episodes and what was wrong, as JSON." };
        var command = new Command("sickleave", "Imports sick-leave rows that a unit exported.") { path, gap, on, report };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var session = await open(cancel);
            var maxGap = MaxGap.Of(parsed.GetValue(gap));
            if (!maxGap.Succeeded)
            {
                await Console.Error.WriteLineAsync(session.Texts["sickleave.import.gap"]);
                return 1;
            }

            return await Run(
                parsed.GetValue(path)!, maxGap.Value, parsed.GetValue(on) ?? session.Today, parsed.GetValue(report), session.Texts, cancel);
        });
        return command;
    }

    internal static async Task<int> Run(string path, MaxGap maxGap, DateOnly on, string? report, Texts texts, CancellationToken cancel)
    {
        var (bytes, unreadable) = await CertificateFiles.Read(path, MostBytes, cancel);
        if (bytes is null || bytes.Length > MostBytes)
        {
            var problem = unreadable ?? new CertificateProblem("file.too-large", "file", $"{MostBytes}");
            await Console.Error.WriteLineAsync(
                $"{ImportCertificatesCommand.Printable(path)}: {ProblemWords.Say(texts, problem)}");
            return 2;
        }

        var rows = SickLeaveCsv.Read(bytes);
        var result = SickLeaveReport.Of(rows, maxGap, on, texts);
        foreach (var problem in result.Problems)
            Console.WriteLine($"{ImportCertificatesCommand.Printable(path)}:{problem.Row}: {problem.Message}");
        var unused = result.Problems.Select(p => p.Row).Distinct().Count();
        Console.WriteLine(texts.Count("sickleave.import.done", result.Episodes.Count, rows.Rows.Count, unused));
        if (report is not null && !await ImportCertificatesCommand.Report(report, result, texts, cancel))
            return 1;

        return result.AnyRejected() ? 2 : 0;
    }
}
