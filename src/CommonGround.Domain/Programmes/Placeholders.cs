using System.Text;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Programmes;

/// <summary>
/// Places in a programme's text where a person's name goes: <c>{coordinator}</c>. Only roles are allowed, so a text can
/// never draw anything else from a case.
/// </summary>
public static class Placeholders
{
    /// <summary>The words between braces, also those that are no role.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            yield return close < 0 ? text[(open + 1)..] : text[(open + 1)..close];
        }
    }

    public static string Fill(string text, Func<PartyRole, string> name)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
            return text;

        var filled = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var close = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (close > at && StableWord.Read<PartyRole>(text[(at + 1)..close]) is { } role)
            {
                filled.Append(name(role));
                at = close;
            }
            else
            {
                filled.Append(text[at]);
            }
        }

        if (filled.Length > 0)
            filled[0] = char.ToUpperInvariant(filled[0]);
        return filled.ToString();
    }
}
