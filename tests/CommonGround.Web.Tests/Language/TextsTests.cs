using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Tests.Language;

public sealed class TextsTests
{
    private static readonly OrganisationTime Stockholm = new(Options.Create(new HouseUiOptions()));

    private static Texts In(string language) => new(Store([.. TextStore.Embedded()], strict: true), Stockholm, language);

    private static TextStore Store(IReadOnlyList<TextFile> files, bool strict) => new(files, strict, NullLogger<TextStore>.Instance);

    [Theory]
    [InlineData("en", "24 November 2026", "Tuesday 24 November", "24 Nov")]
    [InlineData("sv", "24 november 2026", "tisdag 24 november", "24 nov")]
    [InlineData("da", "24. november 2026", "tirsdag 24. november", "24. nov.")]
    public void Dates_AreWrittenAsPeopleWriteThem(string language, string date, string day, string brief)
    {
        var t = In(language);
        var at = new DateOnly(2026, 11, 24);
        Assert.Equal((date, day, brief), (t.Date(at), t.Day(at), t.ShortDate(at)));
    }

    [Theory]
    [InlineData("en", "9 Dec", "1 May", "15 Sept")]
    [InlineData("sv", "9 dec", "1 maj", "15 sep")]
    [InlineData("da", "9. dec.", "1. maj", "15. sep.")]
    public void ShortDates_OtherMonths_KeepTheirAbbreviation(string language, string december, string may, string september)
    {
        var t = In(language);
        Assert.Equal(
            (december, may, september),
            (t.ShortDate(new(2026, 12, 9)), t.ShortDate(new(2026, 5, 1)), t.ShortDate(new(2026, 9, 15))));
    }

    [Theory]
    [InlineData("en", "24 November 2026, 10:00")]
    [InlineData("sv", "24 november 2026 kl. 10.00")]
    [InlineData("da", "24. november 2026 kl. 10.00")]
    public void Moment_IsTheClockOnTheWall(string language, string expected) =>
        Assert.Equal(expected, In(language).Moment(new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc)));

    [Fact]
    public void Moment_InSummer_IsTwoHoursAhead() =>
        Assert.Equal("10:00", In("en").Time(new DateTime(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc)));

    [Fact]
    public void LocalDay_LateInTheEvening_IsTheDayThere() =>
        Assert.Equal(new DateOnly(2026, 6, 2), In("sv").LocalDay(new DateTime(2026, 6, 1, 22, 30, 0, DateTimeKind.Utc)));

    [Fact]
    public void Utc_HourThatDoesNotExist_IsTheOneAfter() =>
        Assert.Equal(new DateTime(2026, 3, 29, 1, 30, 0), Stockholm.Utc(new DateTime(2026, 3, 29, 2, 30, 0)));

    [Theory]
    [InlineData("2027-01-12", "2027-01-26", "12–26 January 2027")]
    [InlineData("2027-01-28", "2027-02-03", "28 January – 3 February 2027")]
    [InlineData("2026-12-28", "2027-01-03", "28 December 2026 – 3 January 2027")]
    [InlineData("2027-01-12", "2027-01-12", "12 January 2027")]
    public void Range_SaysNothingTwice(string from, string to, string expected) =>
        Assert.Equal(expected, In("en").Range(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    [Fact]
    public void Range_Danish_KeepsTheDotsOfDays() =>
        Assert.Equal("12.-26. januar 2027", In("da").Range(new DateOnly(2027, 1, 12), new DateOnly(2027, 1, 26)));

    [Fact]
    public void In_AnotherLanguage_LeavesThePageInItsOwn()
    {
        var page = In("sv");
        Assert.Equal("Sprog", page.In("da")["language.choose"]);
        Assert.Equal("Språk", page["language.choose"]);
    }

    [Fact]
    public void Count_ChoosesTheForm()
    {
        var t = new Texts(Store([Days()], strict: true), Stockholm, "en");
        Assert.Equal(("1 day", "0 days", "3 days"), (t.Count("days", 1), t.Count("days", 0), t.Count("days", 3)));
    }

    [Fact]
    public void Missing_WhereStrict_Throws()
    {
        Assert.Throws<KeyNotFoundException>(() => In("sv")["no.such"]);
        Assert.Throws<KeyNotFoundException>(() => new Texts(Store([OnlyEnglish()], strict: true), Stockholm, "sv")["a"]);
    }

    [Fact]
    public void Missing_InProduction_ShowsTheNextBest()
    {
        var t = new Texts(Store([OnlyEnglish()], strict: false), Stockholm, "sv");
        Assert.Equal(("Hello", "no.such"), (t["a"], t["no.such"]));
    }

    private static TextFile Days() => TextFile.Read("days", new StringReader(
        "days.one: { en: '{0} day', sv: '{0} dag', da: '{0} dag' }\ndays.other: { en: '{0} days', sv: '{0} dagar', da: '{0} dage' }"));

    private static TextFile OnlyEnglish() => TextFile.Read("en", new StringReader("a: { en: Hello }"));
}
