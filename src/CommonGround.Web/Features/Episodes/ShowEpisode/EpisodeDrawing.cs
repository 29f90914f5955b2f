using CommonGround.Domain.SickLeave;

namespace CommonGround.Web.Features.Episodes.ShowEpisode;

/// <summary>Where an episode's spans stand in its drawing: days across, degree upwards.</summary>
public sealed class EpisodeDrawing
{
    public const int Ground = 130;

    private const int Tall = 100;
    private const int Across = 640;

    private readonly DateOnly _first;
    private readonly double _perDay;

    public EpisodeDrawing(IReadOnlyList<EpisodeSpan> spans, DateOnly today)
    {
        _first = spans[0].From;
        _perDay = (double)Across / (spans[^1].To.DayNumber - _first.DayNumber + 1);
        Bars = [.. spans.Select(s => new Bar(X(s.From), Math.Max(2, (int)(_perDay * s.Days)), Ground - Math.Max(2, s.Degree * Tall / 100), s.Degree, s.Covers(today)))];
        Today = _first <= today && today <= spans[^1].To ? X(today) + (int)(_perDay / 2) : null;
    }

    public static int Width => Across;

    public IReadOnlyList<Bar> Bars { get; }

    public int? Today { get; }

    private int X(DateOnly day) => (int)((day.DayNumber - _first.DayNumber) * _perDay);

    public sealed record Bar(int X, int Width, int Y, int Degree, bool Now)
    {
        public int Height => Ground - Y;
    }
}
