using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.SickNotes.ImportSickLeave;

/// <summary>The report of an export. The names are an agreement with whoever reads it: they do not change.</summary>
public sealed record SickLeaveReport(IReadOnlyList<ReportedEpisode> Episodes, IReadOnlyList<ReportedRow> Problems)
{
    /// <summary>True when a row is left out. A row that came twice is counted once, so nothing is left out by that.</summary>
    public bool AnyRejected() => Problems.Any(p => p.Code != "export.row-repeated");

    public static SickLeaveReport Of(SickLeaveRows file, MaxGap maxGap, DateOnly day, Texts texts)
    {
        var reading = SickLeaveExport.Read(file.Rows);
        var episodes =
            from leave in reading.Leaves
            group leave.Leave by leave.Person.Number into person
            orderby person.Key
            from episode in Domain.SickLeave.Episodes.Chain([.. person], maxGap)
            select new ReportedEpisode(
                person.Key, episode.From, episode.To, [.. episode.Certificates.Select(c => c.Extension)], episode.Days,
                episode.IsOngoingOn(day));
        var problems = file.Problems.Concat(reading.Problems).OrderBy(p => p.Row)
            .Select(p => new ReportedRow(p.Row, p.Problem.Code, p.Problem.Field, ProblemWords.Say(texts, p.Problem)));
        return new SickLeaveReport([.. episodes], [.. problems]);
    }
}

public sealed record ReportedEpisode(
    string PersonId, DateOnly From, DateOnly To, IReadOnlyList<string> Certificates, int Days, bool Ongoing);

public sealed record ReportedRow(int Row, string Code, string Field, string Message);
