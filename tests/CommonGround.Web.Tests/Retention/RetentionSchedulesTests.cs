using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Retention;

namespace CommonGround.Web.Tests.Retention;

public sealed class RetentionSchedulesTests
{
    [Theory]
    [InlineData("  Diary: { years: 10, rule: a-rule }", "", "Diary")]
    [InlineData("  Diary: { years: 10, rule: a-rule }", "  Diary: { years: 0, rule: a-rule }", "years: N")]
    [InlineData("  Diary: { years: 10, rule: a-rule }", "  Diary: { rule: a-rule }", "while-wanted")]
    [InlineData("  Diary: { years: 10, rule: a-rule }", "  Diary: { years: 10, while-wanted: true, rule: a-rule }", "while-wanted")]
    [InlineData("  Diary: { years: 10, rule: a-rule }", "  Diary: { years: 10, rule: none }", "'none'")]
    [InlineData("  Diary: { years: 10, rule: a-rule }", "  Dairy: { years: 10, rule: a-rule }", "Dairy")]
    [InlineData("copies: { years: 10, rule: a-rule }", "copies: { years: 10, rule: none }", "copies")]
    [InlineData("remark: a-rule", "remark: none", "remark")]
    [InlineData("remark: a-rule", "remark: a-rule\ndestroyed-by: none", "destroyed-by")]
    public void AFile_WithAMistake_StopsTheStart_AndSaysWhere(string instead, string stands, string told)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read(Good.Replace(instead, stands, StringComparison.Ordinal)));

        Assert.Contains("se.yaml", refused.Message, StringComparison.Ordinal);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Periods_RunFromTheLastEntry_AndWhatOnlyThePersonEnds_HoldsNothing()
    {
        var schedule = Read(Good.Replace("  Diary: { years: 10, rule: a-rule }", "  Diary: { while-wanted: true, rule: a-rule }", StringComparison.Ordinal)
            .Replace("  Health: { years: 10", "  Health: { years: 2", StringComparison.Ordinal)).For("se");
        var last = new DateOnly(2024, 2, 29);

        Assert.Empty(schedule.Over(last, new DateOnly(2026, 2, 27)));
        Assert.Equal([InformationKind.Health], schedule.Over(last, new DateOnly(2026, 2, 28)));
        Assert.False(schedule.AllOver(last, null, new DateOnly(2034, 2, 27)));
        Assert.True(schedule.AllOver(last, null, new DateOnly(2034, 2, 28)));
        Assert.False(schedule.AllOver(last, new DateOnly(2025, 1, 1), new DateOnly(2034, 12, 31)));
        Assert.True(schedule.AllOver(last, new DateOnly(2025, 1, 1), new DateOnly(2035, 1, 1)));
        Assert.Equal(2, schedule.ShortestYears);
    }

    private static string Good { get; } = $"country: se\nkinds:\n{string.Join('\n', Enum.GetNames<InformationKind>().Select(k => $"  {k}: {{ years: 10, rule: a-rule }}"))}\ncopies: {{ years: 10, rule: a-rule }}\nremark: a-rule";

    private static RetentionSchedules Read(string text) => new([("se.yaml", text)], rule => rule == "a-rule");
}
