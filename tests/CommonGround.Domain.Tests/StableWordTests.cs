using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests;

public sealed class StableWordTests
{
    [Theory]
    [InlineData("treating-doctor", PartyRole.TreatingDoctor)]
    [InlineData("citizen", PartyRole.Citizen)]
    public void Read_WordOfTheFiles_IsTheValue(string word, PartyRole role)
    {
        Assert.Equal(role, StableWord.Read<PartyRole>(word));
        Assert.Equal(word, StableWord.Of(role));
    }

    [Theory]
    [InlineData("Citizen")]
    [InlineData("1")]
    [InlineData("doctor")]
    public void Read_AnythingElse_IsNone(string word) => Assert.Null(StableWord.Read<PartyRole>(word));
}
