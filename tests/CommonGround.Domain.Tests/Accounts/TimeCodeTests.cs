using System.Text;
using CommonGround.Domain.Accounts;

namespace CommonGround.Domain.Tests.Accounts;

public sealed class TimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTime Now = new(2026, 3, 2, 8, 0, 10, DateTimeKind.Utc);

    // The last six digits of the examples in RFC 6238, appendix B.
    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1111111111L, "050471")]
    [InlineData(1234567890L, "005924")]
    [InlineData(2000000000L, "279037")]
    [InlineData(20000000000L, "353130")]
    public void At_TheExamplesOfTheStandard_IsTheirCode(long seconds, string code) =>
        Assert.Equal(code, TimeCode.At(Key, TimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Match_OnlyTheNeighboursOfNow(int away, bool taken)
    {
        var step = TimeCode.StepAt(Now) + away;

        Assert.Equal(taken ? step : null, TimeCode.Match(Key, TimeCode.At(Key, step), Now, lastStep: 0));
    }

    [Fact]
    public void Match_ACodeThatWasTaken_IsNotTakenAgain_NorAnEarlierOne()
    {
        var step = TimeCode.StepAt(Now);

        Assert.Null(TimeCode.Match(Key, TimeCode.At(Key, step), Now, lastStep: step));
        Assert.Null(TimeCode.Match(Key, TimeCode.At(Key, step - 1), Now, lastStep: step));
        Assert.Equal(step + 1, TimeCode.Match(Key, TimeCode.At(Key, step + 1), Now, lastStep: step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("abcdef")]
    public void Match_WhatIsNoCode_IsNone(string written) => Assert.Null(TimeCode.Match(Key, written, Now, lastStep: 0));

    [Fact]
    public void Match_ACodeInGroups_IsTaken() =>
        Assert.NotNull(TimeCode.Match(Key, TimeCode.At(Key, TimeCode.StepAt(Now)).Insert(3, " "), Now, lastStep: 0));

    // RFC 4648, 10, without the signs that fill up.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Written_TheExamplesOfTheStandard(string text, string written) => Assert.Equal(written, TimeCode.Written(Encoding.ASCII.GetBytes(text)));
}
