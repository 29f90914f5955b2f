using System.Text;
using CommonGround.Domain.Rules;
using CommonGround.Web.Infrastructure.Programmes;

namespace CommonGround.Web.Tests.Programmes;

public sealed class RuleReaderTests
{
    private const string Good =
        """
        country: se
        rules:
          - key: se-plan
            title: { en: T, sv: T, da: T }
            versions:
              - from: 2018-07-01
                until: 2024-12-31
                source: Law A
                confidence: high
                text: { en: Old, sv: T, da: T }
              - from: 2025-01-01
                source: Law B
                link: https://example.org/b
                confidence: medium
                text: { en: New, sv: T, da: T }
        """;

    private static IReadOnlyList<Rule> Read(string yaml) => RuleReader.Read(Encoding.UTF8.GetBytes(yaml), "se.yaml").Value;

    private static string Mistake(string piece, string instead)
    {
        var yaml = Good.Replace(piece, instead, StringComparison.Ordinal);
        Assert.NotEqual(Good, yaml);
        return Assert.Single(Assert.IsType<ContentNotUnderstood>(RuleReader.Read(Encoding.UTF8.GetBytes(yaml), "se.yaml").Error).Mistakes).Name;
    }

    [Theory]
    [InlineData("2018-06-30", null)]
    [InlineData("2018-07-01", "Old")]
    [InlineData("2024-12-31", "Old")]
    [InlineData("2025-01-01", "New")]
    public void InForce_OnADay_IsTheVersionOfThatDay(string day, string? text) =>
        Assert.Equal(text, new RuleBook(Read(Good)).InForce("se-plan", DateOnly.Parse(day))?.Text.En);

    [Fact]
    public void Changed_SinceADay_GivesWhatBeganOrEnded()
    {
        var book = new RuleBook(Read(Good));

        Assert.Equal(["Old", "New"], book.Changed("se", new(2024, 12, 31), new(2025, 1, 1)).Select(c => c.Version.Text.En));
        Assert.Empty(book.Changed("se", new(2025, 1, 1), new(2026, 1, 1)));
        Assert.Empty(book.Changed("dk", new(2000, 1, 1), new(2030, 1, 1)));
    }

    [Theory]
    [InlineData("until: 2024-12-31", "until: 2025-01-01", "rule-versions-overlap")]
    [InlineData("until: 2024-12-31", "until: 2017-01-01", "rule-ends-before-it-begins")]
    [InlineData("confidence: medium", "confidence: sure", "unknown-word")]
    [InlineData("source: Law B\n", "\n", "missing")]
    [InlineData("country: se", "country: zz", "unknown-country")]
    [InlineData("text: { en: New, sv: T, da: T }", "text: { en: New, da: T }", "language-missing")]
    public void Read_Mistake_IsNamed(string piece, string instead, string name)
    {
        Assert.Equal(name, Mistake(piece, instead));
    }
}
