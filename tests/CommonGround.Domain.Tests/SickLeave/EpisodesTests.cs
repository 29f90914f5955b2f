using CommonGround.Domain.SickLeave;

namespace CommonGround.Domain.Tests.SickLeave;

public sealed class EpisodesTests
{
    private static readonly DateOnly First = new(2026, 3, 1);

    [Fact]
    public void Chain_NoCertificates_GivesNoEpisodes() => Assert.Empty(Episodes.Chain([], MaxGap.Default));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    public void Chain_ByDefault_BridgesFiveDays(int gap, int episodes) =>
        Assert.Equal(episodes, Episodes.Chain([Leave("a", 0, (0, 9, 100)), Leave("b", 1, (10 + gap, 20 + gap, 50))], MaxGap.Default).Count);

    [Fact]
    public void Chain_GapDays_AreNotSickDays()
    {
        SickLeaveEpisode episode = Assert.Single(Episodes.Chain([Leave("a", 0, (0, 9, 100)), Leave("b", 1, (13, 14, 50))], MaxGap.Default));

        Assert.Equal((First, Day(14), 12), (episode.From, episode.To, episode.Days));
        Assert.False(episode.IsOngoingOn(Day(11)));
        Assert.Null(episode.DegreeOn(Day(11)));
        Assert.Null(episode.DayNumberOn(Day(11)));
        Assert.Equal(11, episode.DayNumberOn(Day(13)));
    }

    [Fact]
    public void Chain_GapInsideOneCertificate_SplitsToo() =>
        Assert.Equal(2, Episodes.Chain([Leave("a", 0, (0, 9, 100), (20, 25, 50))], MaxGap.Default).Count);

    [Fact]
    public void Chain_LongCertificateUnderAShortOne_IsOneEpisode() =>
        Assert.Single(Episodes.Chain([Leave("a", 0, (0, 100, 100)), Leave("b", 1, (5, 6, 50)), Leave("c", 2, (90, 120, 50))], MaxGap.Of(0).Value));

    [Fact]
    public void Chain_CertificatesOverlap_TheOneSignedLastDecidesTheDegree()
    {
        SickLeaveEpisode episode = Assert.Single(
            Episodes.Chain([Leave("b", 1, (5, 14, 50)), Leave("a", 0, (0, 9, 100)), Leave("c", 2, (7, 7, 25))], MaxGap.Default));

        Assert.Equal(15, episode.Days);
        Assert.Equal([100, 50, 25, 50], episode.Spans.Select(s => s.Degree));
        Assert.Equal((100, 50, 25, 50), (episode.DegreeOn(Day(4)), episode.DegreeOn(Day(5)), episode.DegreeOn(Day(7)), episode.DegreeOn(Day(8))));
        Assert.Equal(["a", "b", "c"], episode.Certificates.Select(c => c.Extension));
    }

    [Fact]
    public void Chain_SignedAtTheSameTime_TheLaterIdDecides() =>
        Assert.Equal(50, Episodes.Chain([Leave("b", 0, (0, 9, 50)), Leave("a", 0, (0, 9, 100))], MaxGap.Default)[0].DegreeOn(First));

    [Fact]
    public void Chain_PeriodsOfOneCertificateShareADay_TheLaterPeriodDecides() =>
        Assert.Equal(50, Episodes.Chain([Leave("a", 0, (0, 9, 100), (9, 12, 50))], MaxGap.Default)[0].DegreeOn(Day(9)));

    [Fact]
    public void Chain_DegreeOfZero_IsNoSickLeave() =>
        Assert.Equal(First, Assert.Single(Episodes.Chain([Leave("a", 0, (0, 3, 80)), Leave("b", 1, (4, 9, 0))], MaxGap.Default)).From);

    [Fact]
    public void Chain_ReplacedCertificate_DoesNotCount()
    {
        SickLeaveEpisode episode = Assert.Single(
            Episodes.Chain([Leave("a", 0, (0, 30, 100)), Leave("b", 1, (0, 14, 50)) with { Replaces = Id("a") }], MaxGap.Default));

        Assert.Equal((Day(14), 50), (episode.To, episode.DegreeOn(First)));
        Assert.Equal([Id("b")], episode.Certificates);
    }

    [Fact]
    public void Chain_CertificateGivenTwice_CountsOnce() =>
        Assert.Equal(10, Episodes.Chain([Leave("a", 0, (0, 9, 100)), Leave("a", 0, (0, 9, 100))], MaxGap.Default)[0].Days);

    [Fact]
    public void Chain_LastDayOfTheCalendar_IsNoTrouble()
    {
        var forever = new CertifiedLeave(Id("a"), default, [new CertificatePeriod(DateOnly.MaxValue, DateOnly.MaxValue, 100)]);

        Assert.Equal(1, Episodes.Chain([forever], MaxGap.Of(90).Value)[0].Days);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(9, 10)]
    [InlineData(15, 16)]
    public void DayNumberOn_CountsSickDaysFromOne(int day, int number) =>
        Assert.Equal(number, Episodes.Chain([Leave("a", 0, (0, 9, 100), (10, 15, 50))], MaxGap.Default)[0].DayNumberOn(Day(day)));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void MaxGap_IsFromZeroToNinety(int days, bool allowed) => Assert.Equal(allowed, MaxGap.Of(days).Succeeded);

    [Fact]
    public void MaxGap_Default_IsFive() => Assert.Equal((5, 5, 0), (MaxGap.Default.Days, default(MaxGap).Days, MaxGap.Of(0).Value.Days));

    internal static DateOnly Day(int number) => First.AddDays(number);

    internal static CertificateId Id(string id) => new("r", id);

    internal static CertifiedLeave Leave(string id, int signed, params (int From, int To, int Degree)[] periods) =>
        new(Id(id), First.ToDateTime(TimeOnly.MinValue).AddDays(signed), [.. periods.Select(p => new CertificatePeriod(Day(p.From), Day(p.To), p.Degree))]);
}
