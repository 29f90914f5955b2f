using CommonGround.Web.Infrastructure.Documents;

namespace CommonGround.Web.Tests.Documents;

public sealed class DocumentWordsTests
{
    [Theory]
    [InlineData("en", "Page 2 of 5")]
    [InlineData("sv", "Sida 2 av 5")]
    [InlineData("sv-SE", "Sida 2 av 5")]
    [InlineData("DA", "Side 2 af 5")]
    [InlineData("fi", "Page 2 of 5")]
    public void For_Language_GivesItsWords(string language, string expected) =>
        Assert.Equal(expected, Words.In(language).PageOf(2, 5));

    [Theory]
    [InlineData("en", "Amina Nord, Region North · 9 December 2026")]
    [InlineData("sv", "Amina Nord, Region Norr · 9 december 2026")]
    [InlineData("da", "Mette Høj, Fjord Kommune · 9. december 2026")]
    public void Byline_NamesTheAuthorAndTheDay(string language, string expected) =>
        Assert.Equal(expected, Words.In(language).Byline(SamplePlan.In(language)));

    [Fact]
    public void Byline_WithoutAuthor_IsNothing() =>
        Assert.Null(Words.In("en").Byline(SamplePlan.English() with { Author = " " }));
}
