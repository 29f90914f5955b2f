using System.Text.RegularExpressions;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>Words that stand nowhere else, each with where it was planted: found again in whatever went out.</summary>
internal sealed partial class Markers
{
    private readonly List<(string Place, InformationKind Kind)> _planted = [];

    public int Count => _planted.Count;

    public IEnumerable<string> Places => _planted.Select(p => p.Place).Distinct();

    /// <summary>A new word for this place; short, so that no line break parts it on paper.</summary>
    public string New(string place, InformationKind kind)
    {
        _planted.Add((place, kind));
        return $"zqx{_planted.Count - 1:00000}";
    }

    /// <summary>What of it a text holds.</summary>
    public IReadOnlyList<(string Place, InformationKind Kind)> In(string text) =>
        [.. Word().Matches(text).Select(m => int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
            .Where(i => i < _planted.Count).Distinct().Select(i => _planted[i])];

    [GeneratedRegex("zqx([0-9]{5})", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
