using System.Globalization;

namespace CommonGround.Domain.SickLeave;

/// <summary>
/// A Swedish personal identity number or coordination number in twelve digits, or another number in use where neither
/// exists, as written. Source: the person-id types of the national certificate contract (RIV-TA).
/// </summary>
public sealed record PatientId(string Root, string Number)
{
    public const string PersonalRoot = "1.2.752.129.2.1.3.1";
    public const string CoordinationRoot = "1.2.752.129.2.1.3.3";

    /// <summary>True when the number is a personal or coordination number; reserve numbers follow no common form.</summary>
    public bool IsNational => Root is PersonalRoot or CoordinationRoot;

    /// <summary>Coordination numbers add 60 to the day of birth.</summary>
    public bool IsCoordination => IsNational && Number[6] >= '6';

    /// <summary>The last digit is a check digit. Test data breaks it, so a wrong one is a warning and never a refusal.</summary>
    public bool HasRightCheckDigit => !IsNational || Luhn(Number.AsSpan(2));

    /// <summary>
    /// Reads the number as people and systems write it: twelve digits, or ten with a century that follows from
    /// <paramref name="reference"/> (a plus sign means a hundred years or more). Null when it is no such number.
    /// </summary>
    public static PatientId? Parse(string root, string text, DateOnly? reference)
    {
        root = root.Trim();
        text = text.Trim();
        if (root is not (PersonalRoot or CoordinationRoot))
        {
            return text.Length == 0 ? null : new PatientId(root, text);
        }

        string? twelve = Normalise(text, reference);
        return twelve is not null && IsDay(twelve) ? new PatientId(root, twelve) : null;
    }

    /// <summary>Reads a number whose root is not given, as in the unit's export.</summary>
    public static PatientId? Parse(string text, DateOnly? reference)
    {
        PatientId? id = Parse(PersonalRoot, text, reference);
        return id is { IsCoordination: true } ? id with { Root = CoordinationRoot } : id;
    }

    private static string? Normalise(string text, DateOnly? reference)
    {
        if (text.Length is 11 or 13 && text[^5] is '-' or '+')
        {
            bool past100 = text[^5] == '+';
            string digits = text.Remove(text.Length - 5, 1);
            return digits.Length == 12 ? Digits(digits) : WithCentury(digits, past100, reference);
        }

        return text.Length == 10 ? WithCentury(text, false, reference) : text.Length == 12 ? Digits(text) : null;
    }

    private static string? WithCentury(string ten, bool past100, DateOnly? reference)
    {
        if (Digits(ten) is null || reference is not { } day)
        {
            return null;
        }

        int year = (day.Year / 100 * 100) + int.Parse(ten.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        year -= year > day.Year ? 100 : 0;
        year -= past100 ? 100 : 0;
        return year.ToString("0000", CultureInfo.InvariantCulture) + ten[2..];
    }

    private static string? Digits(string text) => text.All(char.IsAsciiDigit) ? text : null;

    private static bool IsDay(string twelve)
    {
        int year = int.Parse(twelve.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        int month = int.Parse(twelve.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        int day = int.Parse(twelve.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        day -= day > 60 ? 60 : 0;
        return year >= 1800 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool Luhn(ReadOnlySpan<char> ten)
    {
        int sum = 0;
        for (int i = 0; i < ten.Length; i++)
        {
            int product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += (product / 10) + (product % 10);
        }

        return sum % 10 == 0;
    }
}
