using System.Globalization;
using System.Text;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>
/// Text as it can be set: accents composed with their letters, spaces run together as on a web page, line feeds kept,
/// and nothing that has no shape (controls, direction marks, joiners, variation selectors).
/// </summary>
internal static class Typesettable
{
    private const int ZeroWidthSpace = 0x200B;

    public static IEnumerable<int> CodePoints(string text)
    {
        var afterSpace = false;
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            var codePoint = rune.Value is '\t' or '\u2028' or '\u2029' ? ' ' : rune.Value;
            if (codePoint is not (' ' or '\n' or ZeroWidthSpace) && HasNoShape(rune))
                continue;
            if (codePoint == ' ' && afterSpace)
                continue;
            afterSpace = codePoint is ' ' or '\n';
            yield return codePoint;
        }
    }

    /// <summary>For a line set by itself.</summary>
    public static string Line(string text) =>
        string.Concat(CodePoints(text).Select(codePoint => new Rune(codePoint == '\n' ? ' ' : codePoint).ToString()));

    private static string Composed(string text)
    {
        if (IsPlain(text))
            return text;
        // Normalising refuses lone halves of surrogate pairs, so they are made into � first.
        var whole = string.Concat(text.EnumerateRunes().Where(rune => (rune.Value & 0xFFFE) != 0xFFFE).Select(rune => rune.ToString()));
        return whole.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Below U+0300 there is nothing to compose.</summary>
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF');

    private static bool HasNoShape(Rune rune) => rune.Value is < ' ' or > '~' &&
        (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        || rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF);
}
