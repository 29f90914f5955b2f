using System.Globalization;

namespace CommonGround.Web.Infrastructure.Language;

/// <summary>The languages that every text exists in from its first commit.</summary>
public static class Languages
{
    /// <summary>For whoever asked for none of ours.</summary>
    public const string Fallback = "en";

    private static readonly Dictionary<string, CultureInfo> Cultures = new(StringComparer.Ordinal)
    {
        ["sv"] = CultureInfo.GetCultureInfo("sv-SE"),
        ["da"] = Danish(),
        // British: days before months, as in the two other languages.
        ["en"] = CultureInfo.GetCultureInfo("en-GB"),
    };

    public static IReadOnlyList<string> All { get; } = ["sv", "da", "en"];

    public static bool Knows(string? language) => language is not null && Cultures.ContainsKey(language);

    public static CultureInfo CultureOf(string language) => Cultures[language];

    /// <summary>"2. jul." is Christmas: months of four letters are written out.</summary>
    private static CultureInfo Danish()
    {
        var culture = new CultureInfo("da-DK", useUserOverride: false);
        var dates = culture.DateTimeFormat;
        dates.AbbreviatedMonthNames = dates.AbbreviatedMonthGenitiveNames =
            [.. dates.AbbreviatedMonthNames.Zip(dates.MonthNames, (abbreviated, whole) => whole.Length is > 0 and <= 4 ? whole : abbreviated)];
        return CultureInfo.ReadOnly(culture);
    }

    /// <summary>The language of this request, set by <see cref="LanguageChoice"/>.</summary>
    public static string Current
    {
        get
        {
            var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            return Knows(language) ? language : Fallback;
        }
    }
}
