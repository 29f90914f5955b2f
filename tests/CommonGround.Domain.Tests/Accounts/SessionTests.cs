using CommonGround.Domain.Accounts;

namespace CommonGround.Domain.Tests.Accounts;

public sealed class SessionTests
{
    private static readonly DateTime Began = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly byte[] Key = Session.Digest([1]);
    private static readonly byte[] Other = Session.Digest([2]);

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void IsAlive_WithoutUse_UntilTheIdleTime(int minutes, bool alive) => Assert.Equal(alive, New(30, 12).IsAlive(Began.AddMinutes(minutes)));

    [Fact]
    public void IsAlive_HoweverMuchItIsUsed_NotPastItsEnd()
    {
        var session = New(100_000, 12);

        Assert.True(session.IsAlive(Began.AddHours(12).AddTicks(-1)));
        Assert.False(session.IsAlive(Began.AddHours(12)));
    }

    [Fact]
    public void Answer_TheKey_Goes_UntilItIsOld()
    {
        var session = New(60, 12);

        Assert.Equal(SessionAnswer.Goes, session.Answer(Key, Began + Session.KeyLasts - TimeSpan.FromTicks(1)));
        Assert.Equal(SessionAnswer.NeedsNewKey, session.Answer(Key, Began + Session.KeyLasts));
        Assert.Equal(SessionAnswer.Over, session.Answer(Key, Began.AddMinutes(60)));
    }

    [Fact]
    public void Answer_AnotherKey_EndsIt() => Assert.Equal(SessionAnswer.KeyCameBack, New(60, 12).Answer(Other, Began));

    [Theory]
    [InlineData(0, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void IsFreshlyProved_ForAQuarterOfAnHour(int minutes, bool fresh) => Assert.Equal(fresh, New(60, 12).IsFreshlyProved(Began.AddMinutes(minutes)));

    [Fact]
    public void IsFreshlyProved_WithoutAProof_Never() => Assert.False(New(60, 12, proved: false).IsFreshlyProved(Began));

    private static Session New(int idle, int hours, bool proved = true) => Session.Begin(
        Guid.CreateVersion7(), Guid.CreateVersion7(), SessionWay.Password, new Device(Browser.Firefox, OperatingSystemKind.Linux), Key,
        new SessionLimits(idle, TimeSpan.FromHours(hours)), proved, Began);
}
