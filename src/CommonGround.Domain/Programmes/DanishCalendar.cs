namespace CommonGround.Domain.Programmes;

/// <summary>
/// Danish public holidays (helligdage). The Great Prayer Day, the fourth Friday after Easter, is one until 2023: abolished
/// from 1 January 2024 by lov nr. 214 af 6. marts 2023. Constitution Day, Christmas Eve and New Year's Eve are no public
/// holidays, but a time limit does not run out on them: forældelsesloven § 27, stk. 2, followed here for all deadlines.
/// </summary>
public sealed class DanishCalendar : NationalCalendar
{
    private const int PrayerDayAbolishedFrom = 2024;

    public override bool IsHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (12, 25) or (12, 26) => true,
        _ => FromEaster(day) switch
        {
            -3 or -2 or 0 or 1 or 39 or 49 or 50 => true,
            26 => day.Year < PrayerDayAbolishedFrom,
            _ => false,
        },
    };

    protected override bool IsClosedEve(DateOnly day) => (day.Month, day.Day) is (6, 5) or (12, 24) or (12, 31);
}
