using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>The forms that values take. Null means: not of that form.</summary>
internal static partial class Values
{
    private static readonly char[] XmlSpace = [' ', '\t', '\r', '\n'];

    /// <summary>true, 1, false or 0; space around it does no harm.</summary>
    public static bool? Boolean(XElement element) => element.HasElements ? null : element.Value.Trim(XmlSpace) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    /// <summary>YYYY-MM-DD and a real day. A time zone may follow, as in any XML date; it says nothing about the day.</summary>
    public static DateOnly? Date(XElement element) => element.HasElements ? null : Date(element.Value);

    public static DateOnly? Date(string text) =>
        DayForm().IsMatch(text)
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : null;

    /// <summary>A point in time, kept as the clock that wrote it showed it.</summary>
    public static DateTime? Moment(string text) =>
        MomentForm().Match(text) is { Success: true } match
        && DateTime.TryParseExact(
            match.Groups[1].Value, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime moment)
            ? moment
            : null;

    /// <summary>A whole number, also when written with empty decimals (89.0).</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(
            text.Trim(XmlSpace), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : null;

    /// <summary>An instance number is a number of one or more.</summary>
    public static bool IsInstance(string text) => Number(text) >= 1;

    /// <summary>
    /// A letter, two digits, then letters, digits or hyphens. Codes in F and Z73 need a fourth character: three name a group.
    /// </summary>
    public static bool IsDiagnosis(string code) =>
        DiagnosisForm().IsMatch(code) && (code.Length > 3 || !(code[0] is 'F' or 'f' || code.StartsWith("Z73", StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(Z|[+-]\d{2}:\d{2})?[ \t\r\n]*$", RegexOptions.ECMAScript)]
    private static partial Regex DayForm();

    [GeneratedRegex(@"^\s*(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})?\s*$", RegexOptions.ECMAScript)]
    private static partial Regex MomentForm();

    [GeneratedRegex(@"^[A-Za-z][0-9]{2}[A-Za-z0-9-]*\z", RegexOptions.ECMAScript)]
    private static partial Regex DiagnosisForm();
}
