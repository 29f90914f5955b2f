using System.Text.RegularExpressions;

namespace CommonGround.Web.Tests.Programmes;

/// <summary>
/// How easy a text is to read. LIX (Björnsson 1968): words per sentence plus percentage of words longer than six letters; up to
/// 25 reads like a children's book, 30–35 like easy fiction. Flesch reading ease for English: above 65 is plain English.
/// </summary>
internal static partial class Readability
{
    public static double Lix(string text)
    {
        var words = Words(text);
        return words.Count / (double)Sentences(text) + 100.0 * words.Count(w => w.Length > 6) / words.Count;
    }

    public static double Flesch(string text)
    {
        var words = Words(text);
        return 206.835 - 1.015 * words.Count / Sentences(text) - 84.6 * words.Sum(Syllables) / words.Count;
    }

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    private static int Sentences(string text) => Math.Max(1, SentenceEnd().Count(text));

    private static int Syllables(string word) =>
        Math.Max(1, Vowels().Count(word) - (word.EndsWith('e') && !word.EndsWith("le", StringComparison.Ordinal) ? 1 : 0));

    [GeneratedRegex(@"\p{L}+(-\p{L}+)*|\d+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?:]+(?=\s|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[aeiouy]+", RegexOptions.IgnoreCase)]
    private static partial Regex Vowels();
}
