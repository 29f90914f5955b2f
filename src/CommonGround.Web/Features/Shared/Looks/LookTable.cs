using System.Globalization;
using System.Text;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared.Looks;

/// <summary>
/// Looks as lines of a file: semicolons and a byte order mark, which spreadsheets with a decimal comma open as columns with å and ø whole.
/// </summary>
public static class LookTable
{
    private static readonly string[] Columns = ["day", "time", "name", "role", "place", "what", "for", "kinds", "shown"];

    public static byte[] Of(IEnumerable<Look> looks, Texts t)
    {
        var words = new LookWords(t);
        var lines = looks.Select(look => Line(
            t.LocalDay(look.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), t.Time(look.At), words.Who(look), words.Role(look) ?? "",
            look.Viewer.Place ?? "", look.Permitted ? words.What(look) : words.Did(look).TrimEnd('.'), look.Permitted ? words.For(look) : "",
            words.Showed(look), t[look.Permitted ? "looked.csv.yes" : "looked.csv.no"]));
        var text = string.Concat(lines.Prepend(Line([.. Columns.Select(column => t["looked.csv." + column])])));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    private static string Line(params string[] cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    /// <summary>A name that begins like a formula is text to the spreadsheet too.</summary>
    private static string Cell(string text)
    {
        var harmless = text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
