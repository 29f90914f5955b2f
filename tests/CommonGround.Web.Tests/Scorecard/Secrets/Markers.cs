using System.Text.RegularExpressions;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>A word that stands nowhere else, and who may meet it.</summary>
/// <param name="Place">Table and column.</param>
internal sealed record Marker(string Place, InformationKind Kind, IReadOnlySet<string> MayRead);

/// <summary>Words that stand nowhere else, each with where it was planted: found again in whatever went out.</summary>
internal sealed partial class Markers
{
    private readonly List<Marker> _planted = [];

    public int Count => _planted.Count;

    public IReadOnlyList<Marker> All => _planted;

    public IEnumerable<string> Places => _planted.Select(p => p.Place).Distinct();

    /// <summary>A new word for this place; short, so that no line break parts it on paper.</summary>
    public string New(string place, InformationKind kind, params IEnumerable<string> mayRead)
    {
        _planted.Add(new Marker(place, kind, mayRead.ToHashSet()));
        return $"zqx{_planted.Count - 1:00000}";
    }

    /// <summary>What of it a text holds.</summary>
    public IReadOnlyList<Marker> In(string text) =>
        [.. Word().Matches(text).Select(m => int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
            .Where(i => i < _planted.Count).Distinct().Select(i => _planted[i])];

    /// <summary>What of it a text holds that this reader may not meet.</summary>
    public IEnumerable<Marker> Leaked(string text, string reader) => In(text).Where(m => !m.MayRead.Contains(reader));

    [GeneratedRegex("zqx([0-9]{5})", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
