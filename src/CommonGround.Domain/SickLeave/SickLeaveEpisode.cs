namespace CommonGround.Domain.SickLeave;

/// <summary>
/// Certificates of one person, chained while the days between them are at most a set number. Gap days belong to no
/// certificate and are not counted as sick days. Invariant: at least one span, in order, none overlapping.
/// </summary>
/// <param name="Certificates">In order of their first day in the episode; those that count on no day are left out only if replaced.</param>
/// <param name="Spans">The degree chain: what counts day by day.</param>
public sealed record SickLeaveEpisode(IReadOnlyList<CertificateId> Certificates, IReadOnlyList<DegreeSpan> Spans)
{
    public DateOnly From => Spans[0].From;

    public DateOnly To => Spans[^1].To;

    /// <summary>Days that a certificate covers, each counted once.</summary>
    public int Days => Spans.Sum(s => s.Days);

    /// <summary>An episode is ongoing on a day that one of its periods covers; on a gap day it is not.</summary>
    public bool IsOngoingOn(DateOnly day) => Spans.Any(s => s.Covers(day));

    /// <summary>The degree in percent; null on a day that no period covers.</summary>
    public int? DegreeOn(DateOnly day) => Spans.FirstOrDefault(s => s.Covers(day))?.Degree;

    /// <summary>Day N of the certificate episode, from 1; null on a day that no period covers.</summary>
    public int? DayNumberOn(DateOnly day) =>
        IsOngoingOn(day) ? Spans.Where(s => s.From <= day).Sum(s => (s.To < day ? s.To : day).DayNumber - s.From.DayNumber + 1) : null;
}
