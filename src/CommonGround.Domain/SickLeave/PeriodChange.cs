namespace CommonGround.Domain.SickLeave;

/// <summary>Consecutive days whose degree changed. Null means: no sick leave on those days.</summary>
public sealed record PeriodChange(DateOnly From, DateOnly To, int? Before, int? After);

/// <summary>What moved when a certificate was replaced, or a new one came.</summary>
public static class PeriodChanges
{
    /// <summary>The days whose degree is not the same before and after, in order; days that kept their degree are left out.</summary>
    public static IReadOnlyList<PeriodChange> Between(
        IReadOnlyCollection<CertificatePeriod> before, IReadOnlyCollection<CertificatePeriod> after) =>
        Between(Episodes.Spans([Alone(before)]), Episodes.Spans([Alone(after)]));

    /// <summary>The same for a person's certificates: those that counted before, and those that count with the new one.</summary>
    public static IReadOnlyList<PeriodChange> Between(
        IReadOnlyCollection<CertifiedLeave> before, IReadOnlyCollection<CertifiedLeave> after) =>
        Between(Episodes.Spans(Episodes.Counting(before)), Episodes.Spans(Episodes.Counting(after)));

    private static List<PeriodChange> Between(IReadOnlyList<DegreeSpan> before, IReadOnlyList<DegreeSpan> after)
    {
        int[] borders = [.. before.Concat(after).SelectMany(s => new[] { s.From.DayNumber, s.To.DayNumber + 1 }).Distinct().Order()];
        var changes = new List<PeriodChange>();
        for (int i = 0; i + 1 < borders.Length; i++)
        {
            DateOnly from = DateOnly.FromDayNumber(borders[i]);
            var change = new PeriodChange(from, DateOnly.FromDayNumber(borders[i + 1] - 1), DegreeOn(before, from), DegreeOn(after, from));
            if (change.Before == change.After)
            {
                continue;
            }

            if (changes.Count > 0 && changes[^1] is var last && last.To.DayNumber + 1 == borders[i]
                && last.Before == change.Before && last.After == change.After)
            {
                changes[^1] = last with { To = change.To };
            }
            else
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    private static int? DegreeOn(IReadOnlyList<DegreeSpan> spans, DateOnly day) => spans.FirstOrDefault(s => s.Covers(day))?.Degree;

    private static CertifiedLeave Alone(IReadOnlyCollection<CertificatePeriod> periods) => new(default, default, [.. periods]);
}
