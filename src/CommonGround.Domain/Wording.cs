namespace CommonGround.Domain;

/// <summary>
/// One text in every language of the product. A text that lacks a language does not load, so reading never falls back
/// in silence to a language that the reader may not know.
/// </summary>
public sealed record Wording(string En, string Sv, string Da)
{
    /// <summary>The languages that every text must have, as BCP 47 primary tags.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "sv", "da"];

    /// <summary>The text in a language; a regional tag (<c>sv-SE</c>) counts as its language, an unknown one as English.</summary>
    public string In(string language) => Primary(language) switch
    {
        "sv" => Sv,
        "da" => Da,
        _ => En,
    };

    private static string Primary(string language)
    {
        var dash = language.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? language : language[..dash];
    }
}
