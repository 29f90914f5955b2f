namespace CommonGround.Domain.Programmes;

/// <summary>
/// Which days count as working days in a country. Computed from rules with their dates, so that a deadline of last year and
/// of next year are counted by the law of their own year.
/// </summary>
public abstract class NationalCalendar
{
    private static readonly Dictionary<string, NationalCalendar> ByCountry = new(StringComparer.Ordinal)
    {
        ["se"] = new SwedishCalendar(),
        ["dk"] = new DanishCalendar(),
    };

    /// <summary>Two letters, lower case: the countries that can be counted in.</summary>
    public static IReadOnlyCollection<string> Countries => ByCountry.Keys;

    public static NationalCalendar? For(string country) => ByCountry.GetValueOrDefault(country);

    /// <summary>A public holiday by law, weekends aside.</summary>
    public abstract bool IsHoliday(DateOnly day);

    /// <summary>A day that is no public holiday, but on which a deadline does not run out either.</summary>
    protected abstract bool IsClosedEve(DateOnly day);

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day) && !IsClosedEve(day);

    /// <summary>
    /// The day that lies so many working days after the start (before it, if negative). The start is not counted. Zero gives
    /// the start itself, or the first working day after it.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly start, int count)
    {
        var day = start;
        if (count == 0)
        {
            while (!IsWorkingDay(day))
                day = day.AddDays(1);
            return day;
        }

        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            if (IsWorkingDay(day))
                left--;
        }

        return day;
    }

    /// <summary>Easter Sunday in the Gregorian calendar (the anonymous algorithm, after J. Meeus, Astronomical Algorithms, ch. 8).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }

    /// <summary>Days from Easter Sunday of the same year.</summary>
    protected static int FromEaster(DateOnly day) => day.DayNumber - EasterSunday(day.Year).DayNumber;
}
