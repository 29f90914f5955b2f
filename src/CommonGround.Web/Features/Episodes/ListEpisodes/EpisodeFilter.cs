using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Episodes.ListEpisodes;

/// <summary>What the list is narrowed to and sorted by: all of it is done by the database.</summary>
public sealed record EpisodeFilter(string? Find, string? Length, string? Degree, string? Ends, string? Sort)
{
    /// <summary>Bands of days, as the address names them; the last has no end.</summary>
    public static IReadOnlyList<string> Lengths { get; } = ["1-14", "15-30", "31-60", "61-90", "91-180", "181-365", "366-"];

    public static IReadOnlyList<string> Degrees { get; } = ["25", "50", "75", "100"];

    /// <summary>Ongoing; ending within so many days; over.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["ongoing", "14", "30", "over"];

    public bool Narrows => Find is { Length: > 0 } || Lengths.Contains(Length) || Degrees.Contains(Degree) || Endings.Contains(Ends);

    public IQueryable<Episode> Narrow(IQueryable<Episode> episodes, DateOnly today) =>
        ByEnd(ByDegree(ByLength(ByName(episodes), today), today), today);

    /// <param name="danish">The reader's alphabet ends in æ ø å; else in å ä ö.</param>
    public IOrderedQueryable<Episode> Order(IQueryable<Episode> episodes, DateOnly today, bool danish)
    {
        var number = today.DayNumber;
        var sorted = (Sort, danish) switch
        {
            ("name", true) => episodes.OrderBy(e => e.Person!.SortKeyDa ?? ""),
            ("name", false) => episodes.OrderBy(e => e.Person!.SortKeySv ?? ""),
            ("-name", true) => episodes.OrderByDescending(e => e.Person!.SortKeyDa ?? ""),
            ("-name", false) => episodes.OrderByDescending(e => e.Person!.SortKeySv ?? ""),
            ("days", _) => episodes.OrderBy(e => e.Spans.Where(s => s.From <= today && s.To >= today).Select(s => (int?)(number + 1 - s.CountsFrom)).FirstOrDefault() ?? e.Days),
            ("-days", _) => episodes.OrderByDescending(e => e.Spans.Where(s => s.From <= today && s.To >= today).Select(s => (int?)(number + 1 - s.CountsFrom)).FirstOrDefault() ?? e.Days),
            ("end", _) => episodes.OrderBy(e => e.To),
            ("-end", _) => episodes.OrderByDescending(e => e.To),
            // Those who are on sick leave come first.
            (_, true) => episodes.OrderBy(e => e.To < today).ThenBy(e => e.Person!.SortKeyDa ?? ""),
            _ => episodes.OrderBy(e => e.To < today).ThenBy(e => e.Person!.SortKeySv ?? ""),
        };
        return sorted.ThenBy(e => e.Id);
    }

    private IQueryable<Episode> ByName(IQueryable<Episode> episodes)
    {
        foreach (var word in PersonNames.Fold(Find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var digits = word.Replace("-", "", StringComparison.Ordinal);
            episodes = digits.All(char.IsAsciiDigit) && digits.Length >= 4
                ? episodes.Where(e => e.Person!.NationalId != null && e.Person.NationalId.Contains(digits))
                : episodes.Where(e => e.Person!.SearchKey.Contains(word));
        }

        return episodes;
    }

    private IQueryable<Episode> ByLength(IQueryable<Episode> episodes, DateOnly today)
    {
        if (!Lengths.Contains(Length))
            return episodes;

        var ends = Length!.Split('-');
        var (least, most) = (int.Parse(ends[0], System.Globalization.CultureInfo.InvariantCulture), ends[1].Length == 0 ? int.MaxValue : int.Parse(ends[1], System.Globalization.CultureInfo.InvariantCulture));
        var number = today.DayNumber;
        return episodes
            .Where(e => (e.Spans.Where(s => s.From <= today && s.To >= today).Select(s => (int?)(number + 1 - s.CountsFrom)).FirstOrDefault() ?? e.Days) >= least)
            .Where(e => (e.Spans.Where(s => s.From <= today && s.To >= today).Select(s => (int?)(number + 1 - s.CountsFrom)).FirstOrDefault() ?? e.Days) <= most);
    }

    private IQueryable<Episode> ByDegree(IQueryable<Episode> episodes, DateOnly today)
    {
        if (!Degrees.Contains(Degree))
            return episodes;

        var degree = int.Parse(Degree!, System.Globalization.CultureInfo.InvariantCulture);
        return episodes.Where(e => e.Spans.Any(s => s.From <= today && s.To >= today && s.Degree == degree));
    }

    private IQueryable<Episode> ByEnd(IQueryable<Episode> episodes, DateOnly today) => Ends switch
    {
        "ongoing" => episodes.Where(e => e.From <= today && e.To >= today),
        "14" => Within(episodes, today, today.AddDays(14)),
        "30" => Within(episodes, today, today.AddDays(30)),
        "over" => episodes.Where(e => e.To < today),
        _ => episodes,
    };

    private static IQueryable<Episode> Within(IQueryable<Episode> episodes, DateOnly today, DateOnly last) =>
        episodes.Where(e => e.To >= today && e.To <= last);
}
