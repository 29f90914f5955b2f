using CommonGround.Domain.Programmes;
using FsCheck;
using FsCheck.Fluent;

namespace CommonGround.Domain.Tests.Programmes;

public sealed class NationalCalendarTests
{
    private static readonly NationalCalendar Sweden = NationalCalendar.For("se")!;
    private static readonly NationalCalendar Denmark = NationalCalendar.For("dk")!;

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    // From the published tables of Easter; 1954, 1981 and 2049 catch the algorithm's exceptions.
    [Theory]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    public void EasterSunday_IsTheOneOfTheTables(string day) =>
        Assert.Equal(Day(day), NationalCalendar.EasterSunday(Day(day).Year));

    [Theory]
    [InlineData("2026-01-06", true)] // Epiphany
    [InlineData("2026-04-02", true, true)] // Maundy Thursday works in Sweden
    [InlineData("2026-04-03", true)] // Good Friday
    [InlineData("2026-05-14", true)] // Ascension
    [InlineData("2025-06-06", true)] // National day
    [InlineData("2004-06-06", true, true)] // a Sunday anyhow; no holiday by itself before 2005
    [InlineData("2004-05-31", true)] // Whit Monday, until 2004
    [InlineData("2005-05-16", false)] // Whit Monday after it was abolished
    [InlineData("2026-06-20", true)] // Midsummer Day
    [InlineData("2026-10-31", true)] // All Saints' Day
    [InlineData("2026-11-07", false)]
    public void Sweden_Holidays(string day, bool holiday, bool notByItself = false) =>
        Assert.Equal(holiday && !notByItself, Sweden.IsHoliday(Day(day)));

    [Theory]
    [InlineData("2026-06-19")] // Midsummer's Eve
    [InlineData("2026-12-24")]
    [InlineData("2026-12-31")]
    public void Sweden_EvesEqualToSundays_AreNoWorkingDays(string day) => Assert.False(Sweden.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-04-02", true)] // Maundy Thursday
    [InlineData("2023-05-05", true)] // Great Prayer Day, for the last time
    [InlineData("2024-04-26", false)] // the same day after it was abolished
    [InlineData("2026-05-25", true)] // Whit Monday
    [InlineData("2026-01-06", false)]
    [InlineData("2026-05-01", false)]
    public void Denmark_Holidays(string day, bool holiday) => Assert.Equal(holiday, Denmark.IsHoliday(Day(day)));

    [Fact]
    public void Denmark_ConstitutionDay_IsNoWorkingDay() => Assert.False(Denmark.IsWorkingDay(Day("2026-06-05")));

    [Fact]
    public void AddWorkingDays_OverEaster_SkipsIt()
    {
        Assert.Equal(Day("2026-04-07"), Sweden.AddWorkingDays(Day("2026-04-02"), 1));
        Assert.Equal(Day("2026-04-07"), Denmark.AddWorkingDays(Day("2026-04-01"), 1));
    }

    [Fact]
    public void AddWorkingDays_Negative_CountsBack() =>
        Assert.Equal(Day("2026-03-27"), Sweden.AddWorkingDays(Day("2026-04-01"), -3));

    [Fact]
    public void AddWorkingDays_Zero_StaysOrMovesToTheFirstWorkingDay()
    {
        Assert.Equal(Day("2026-03-02"), Sweden.AddWorkingDays(Day("2026-03-02"), 0));
        Assert.Equal(Day("2026-03-02"), Sweden.AddWorkingDays(Day("2026-02-28"), 0));
    }

    [Fact]
    public void AddWorkingDays_AlwaysEndsOnAWorkingDayAndCountsRight() => Prop.ForAll(
        Gen.Choose(730_000, 750_000).ToArbitrary(), Gen.Choose(-40, 40).ToArbitrary(), Gen.Elements(Sweden, Denmark).ToArbitrary(),
        (day, count, calendar) =>
        {
            var from = DateOnly.FromDayNumber(day);
            var end = calendar.AddWorkingDays(from, count);
            var (low, high) = count < 0 ? (end.DayNumber, day - 1) : (day + 1, end.DayNumber);
            var between = Enumerable.Range(low, Math.Max(0, high - low + 1)).Count(d => calendar.IsWorkingDay(DateOnly.FromDayNumber(d)));
            return calendar.IsWorkingDay(end) && (count == 0 || between == Math.Abs(count));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void For_CountryWithoutCalendar_IsNone() => Assert.Null(NationalCalendar.For("no"));
}
