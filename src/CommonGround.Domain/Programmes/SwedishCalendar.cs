namespace CommonGround.Domain.Programmes;

/// <summary>
/// Swedish public holidays: lag (1989:253) om allmänna helgdagar. The national day took the place of Whit Monday from 2005
/// (lag 2004:1320). Midsummer's Eve, Christmas Eve and New Year's Eve are equal to Sundays when time by law runs out:
/// lag (1930:173) om beräkning av lagstadgad tid, 2 §.
/// </summary>
public sealed class SwedishCalendar : NationalCalendar
{
    private const int NationalDayIsHolidayFrom = 2005;

    public override bool IsHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (1, 6) or (5, 1) or (12, 25) or (12, 26) => true,
        (6, 6) when day.Year >= NationalDayIsHolidayFrom => true,
        _ => IsMidsummerDay(day) || IsAllSaintsDay(day) || FromEaster(day) switch
        {
            -2 or 0 or 1 or 39 or 49 => true,
            50 => day.Year < NationalDayIsHolidayFrom,
            _ => false,
        },
    };

    protected override bool IsClosedEve(DateOnly day) =>
        (day.Month, day.Day) is (12, 24) or (12, 31) || IsMidsummerDay(day.AddDays(1));

    /// <summary>The Saturday of 20–26 June.</summary>
    private static bool IsMidsummerDay(DateOnly day) =>
        day is { Month: 6, Day: >= 20 and <= 26, DayOfWeek: DayOfWeek.Saturday };

    /// <summary>The Saturday of 31 October–6 November.</summary>
    private static bool IsAllSaintsDay(DateOnly day) =>
        day.DayOfWeek == DayOfWeek.Saturday && (day is { Month: 10, Day: 31 } || day is { Month: 11, Day: <= 6 });
}
