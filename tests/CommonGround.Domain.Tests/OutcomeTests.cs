using CommonGround.Domain;

namespace CommonGround.Domain.Tests;

public sealed class OutcomeTests
{
    private sealed record TooLate : Error;

    [Fact]
    public void Value_AfterRefusal_Throws()
    {
        Outcome<int> outcome = new TooLate();

        Assert.False(outcome.Succeeded);
        Assert.Equal("TooLate", outcome.Error!.Name);
        Assert.Throws<InvalidOperationException>(() => outcome.Value);
    }

    [Fact]
    public void Match_AfterSuccess_GivesTheValue()
    {
        Outcome<int> outcome = 3;

        Assert.Equal("3", outcome.Match(v => $"{v}", e => e.Name));
    }
}
