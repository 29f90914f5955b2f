using System.Globalization;
using System.Text;
using CommonGround.Domain.Cases;

namespace CommonGround.Web.Infrastructure.Language;

/// <summary>
/// Keys by which names are found and sorted alike on both databases: SQLite folds ASCII only, and PostgreSQL sorts as its locale says.
/// </summary>
public static class PersonNames
{
    private static readonly CompareInfo Swedish = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;
    private static readonly CompareInfo Danish = CultureInfo.GetCultureInfo("da-DK").CompareInfo;

    /// <summary>Sets the keys from the name; to be called whenever a name is set.</summary>
    public static Person WithKeys(Person person)
    {
        person.SearchKey = Fold($"{person.GivenName} {person.FamilyName} {person.GivenName}");
        var sorted = $"{person.FamilyName}, {person.GivenName}";
        person.SortKeySv = Convert.ToHexString(Swedish.GetSortKey(sorted, CompareOptions.IgnoreCase).KeyData);
        person.SortKeyDa = Convert.ToHexString(Danish.GetSortKey(sorted, CompareOptions.IgnoreCase).KeyData);
        return person;
    }

    /// <summary>Calls someone by another name, with its keys.</summary>
    public static void Call(Person person, string givenName, string familyName)
    {
        (person.GivenName, person.FamilyName) = (givenName, familyName);
        WithKeys(person);
    }

    /// <summary>Lower case without marks: Öberg, öberg and oberg fold alike; æ and ø fold to ae and o, ß to ss.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            switch (c)
            {
                case 'ø': folded.Append('o'); break;
                case 'æ': folded.Append("ae"); break;
                case 'ß': folded.Append("ss"); break;
                default:
                    if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                        folded.Append(c);
                    break;
            }
        }

        return folded.ToString();
    }
}
