using CommonGround.Domain.SickLeave;

namespace CommonGround.Web.Features.Episodes.ListEpisodes;

/// <summary>One degree of a chain, for as long as it lasts.</summary>
public sealed record ChainLink(int Degree, DateOnly From, DateOnly To, bool Today);

/// <summary>One episode in the list.</summary>
/// <param name="Name">Null where it may not be shown; empty where nobody has named them.</param>
/// <param name="DayToday">Day N today; null on a day that no period covers.</param>
public sealed record EpisodeRow(
    Guid Id, Guid? CaseId, string? Name, string? NationalId, int? DayToday, int Days, IReadOnlyList<ChainLink> Chain, DateOnly From, DateOnly To, bool Over, string? Diagnosis)
{
    public static EpisodeRow Of(Episode episode, IReadOnlyList<EpisodeSpan> spans, DateOnly today, string? diagnosis) => new(
        episode.Id, episode.CaseId, episode.Person?.Name, episode.Person?.NationalId,
        spans.FirstOrDefault(s => s.Covers(today))?.DayNumberOn(today), episode.Days, Links(spans, today), episode.From, episode.To, episode.To < today, diagnosis);

    /// <summary>Certificates that go on with the same degree are one link.</summary>
    public static IReadOnlyList<ChainLink> Links(IEnumerable<EpisodeSpan> spans, DateOnly today)
    {
        var links = new List<ChainLink>();
        foreach (var span in spans)
        {
            if (links.Count > 0 && links[^1] is var last && last.Degree == span.Degree && last.To.DayNumber + 1 >= span.From.DayNumber)
                links[^1] = last with { To = span.To, Today = last.Today || span.Covers(today) };
            else
                links.Add(new ChainLink(span.Degree, span.From, span.To, span.Covers(today)));
        }

        return links;
    }
}
