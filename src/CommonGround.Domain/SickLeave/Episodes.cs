namespace CommonGround.Domain.SickLeave;

/// <summary>Chains the certificates of one person into sick-leave episodes.</summary>
public static class Episodes
{
    /// <summary>
    /// Episodes in order of their first day. Replaced certificates do not count. A day that several certificates cover is counted
    /// once, and the one signed last decides its degree; within one certificate the period that starts last does.
    /// A degree of 0 (AG1-14 allows it) is no sick leave and covers no day. The order of the input does not matter.
    /// </summary>
    public static IReadOnlyList<SickLeaveEpisode> Chain(IReadOnlyCollection<CertifiedLeave> ofOnePerson, MaxGap maxGap)
    {
        IReadOnlyList<CertifiedLeave> counting = Counting(ofOnePerson);
        IReadOnlyList<DegreeSpan> spans = Spans(counting);
        var episodes = new List<SickLeaveEpisode>();
        int start = 0;
        for (int i = 1; i <= spans.Count; i++)
        {
            if (i == spans.Count || spans[i].From.DayNumber - spans[i - 1].To.DayNumber - 1 > maxGap.Days)
            {
                DegreeSpan[] chain = [.. spans.Skip(start).Take(i - start)];
                episodes.Add(new SickLeaveEpisode(Within(counting, chain[0].From, chain[^1].To), chain));
                start = i;
            }
        }

        return episodes;
    }

    /// <summary>What counts day by day, in order and without overlap, whatever episode it belongs to.</summary>
    internal static IReadOnlyList<DegreeSpan> Spans(IReadOnlyCollection<CertifiedLeave> counting)
    {
        Claim[] claims =
        [
            .. counting.SelectMany(l => l.Periods.Where(p => p.Degree > 0).Select(p => new Claim(l, p)))
                .OrderBy(c => c.Leave.SignedAt).ThenBy(c => c.Leave.Id).ThenBy(c => c.Period.From).ThenBy(c => c.Period.Degree),
        ];

        // Every claim starts or ends at a border; between two borders the same claims hold throughout.
        int[] borders = [.. claims.SelectMany(c => new[] { c.First, c.End }).Distinct().Order()];
        var winners = new Claim?[borders.Length];
        foreach (Claim claim in claims)
        {
            int first = Array.BinarySearch(borders, claim.First);
            int end = Array.BinarySearch(borders, claim.End);
            Array.Fill(winners, claim, first, end - first);
        }

        var spans = new List<DegreeSpan>();
        for (int i = 0; i < winners.Length; i++)
        {
            if (winners[i] is { } winner)
            {
                Append(spans, new DegreeSpan(
                    DateOnly.FromDayNumber(borders[i]), DateOnly.FromDayNumber(borders[i + 1] - 1), winner.Period.Degree, winner.Leave.Id));
            }
        }

        return spans;
    }

    internal static IReadOnlyList<CertifiedLeave> Counting(IReadOnlyCollection<CertifiedLeave> ofOnePerson)
    {
        IReadOnlySet<CertificateId> superseded = Replacements.Superseded(ofOnePerson);
        return [.. ofOnePerson.Where(l => !superseded.Contains(l.Id)).DistinctBy(l => l.Id)];
    }

    private static void Append(List<DegreeSpan> spans, DegreeSpan next)
    {
        if (spans.Count > 0 && spans[^1] is var last && last.To.DayNumber + 1 == next.From.DayNumber
            && last.Degree == next.Degree && last.Certificate == next.Certificate)
        {
            spans[^1] = last with { To = next.To };
        }
        else
        {
            spans.Add(next);
        }
    }

    private static CertificateId[] Within(IReadOnlyList<CertifiedLeave> counting, DateOnly from, DateOnly to) =>
    [
        .. counting
            .Select(l => (l.Id, Days: l.Periods.Where(p => p.Degree > 0 && p.From <= to && p.To >= from).Select(p => p.From).ToArray()))
            .Where(l => l.Days.Length > 0)
            .OrderBy(l => l.Days.Min()).ThenBy(l => l.Id)
            .Select(l => l.Id),
    ];

    private sealed record Claim(CertifiedLeave Leave, CertificatePeriod Period)
    {
        public int First => Period.From.DayNumber;

        public int End => Period.To.DayNumber + 1;
    }
}
