using System.Globalization;

namespace CommonGround.Web.Infrastructure.Language;

/// <summary>
/// The words of a page, in the language of the request: <c>T["episodes.title"]</c>, <c>T.Count("episodes.days", 3)</c>.
/// <see cref="In"/> gives the same in another language, for a document or a message to someone else.
/// Razor encodes what comes out; nothing here is markup.
/// </summary>
public sealed class Texts(TextStore store, OrganisationTime time, string? language = null)
{
    public string Language => language ?? Languages.Current;

    public CultureInfo Culture => Languages.CultureOf(Language);

    public string this[string key] => store.Raw(Language, key);

    public string this[string key, params object?[] arguments] => store.Format(Language, key, arguments);

    public bool Has(string key) => store.Has(key);

    /// <summary>The form for one or for several; the count is <c>{0}</c>, further arguments follow.</summary>
    public string Count(string key, int count, params object?[] arguments) =>
        store.Format(Language, count == 1 ? key + ".one" : key + ".other", [count, .. arguments]);

    public Texts In(string otherLanguage) =>
        Languages.Knows(otherLanguage)
            ? new Texts(store, time, otherLanguage)
            : throw new ArgumentOutOfRangeException(nameof(otherLanguage), otherLanguage, "No such language.");

    /// <summary>A title as it stands inside a sentence; what is written in capitals stays so.</summary>
    public string LowerFirst(string text) =>
        text.Length == 0 || (text.Length > 1 && char.IsUpper(text[1])) ? text : char.ToLower(text[0], Culture) + text[1..];

    /// <summary>24 November 2026.</summary>
    public string Date(DateOnly date) => date.ToString(Pattern("date"), Culture);

    /// <summary>Tuesday 24 November: a day near enough that its year goes without saying.</summary>
    public string Day(DateOnly date) => date.ToString(Pattern("day"), Culture);

    /// <summary>24 Nov: in maps and tables.</summary>
    public string ShortDate(DateOnly date) => date.ToString(Pattern("short"), Culture).Replace(".", ShortDot, StringComparison.Ordinal);

    /// <summary>10:00, in the organisation's time.</summary>
    public string Time(DateTime utc) => time.Local(utc).ToString(Pattern("time"), Culture);

    public string Time(TimeOnly local) => local.ToString(Pattern("time"), Culture);

    /// <summary>24 November 2026, 10:00, in the organisation's time.</summary>
    public string Moment(DateTime utc) => time.Local(utc).ToString(Pattern("moment"), Culture);

    /// <summary>The day of an instant, in the organisation's time.</summary>
    public DateOnly LocalDay(DateTime utc) => DateOnly.FromDateTime(time.Local(utc));

    /// <inheritdoc cref="OrganisationTime.LastDayBefore" />
    public DateOnly LastDayBefore(DateTime utc) => time.LastDayBefore(utc);

    /// <summary>12–26 January 2027, or 28 December 2026 – 3 January 2027: no month or year said twice.</summary>
    public string Range(DateOnly from, DateOnly to)
    {
        if (from == to)
        {
            return Date(from);
        }

        if (from.Year != to.Year)
        {
            return this["time.range", Date(from), Date(to)];
        }

        return from.Month == to.Month
            ? this["time.range-days", from.ToString(Pattern("day-of-month"), Culture), Date(to)]
            : this["time.range", from.ToString(Pattern("day-and-month"), Culture), Date(to)];
    }

    /// <summary>25–50, or 25 where both are the same.</summary>
    public string Range(int from, int to) =>
        from == to ? from.ToString(Culture) : this["time.range-numbers", from, to];

    private string Pattern(string of) => this["time.pattern." + of];

    // Danish abbreviates with a full stop that the calendar data also puts after the day.
    private string ShortDot => Language == "da" ? "." : string.Empty;
}
