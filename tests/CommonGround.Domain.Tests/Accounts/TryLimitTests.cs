using CommonGround.Domain.Accounts;

namespace CommonGround.Domain.Tests.Accounts;

public sealed class TryLimitTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly TryLimit Limit = TryLimit.OfName;

    [Fact]
    public void Count_TheFifthInARow_Rests_AMinute()
    {
        var four = Times(4, Tries.None, Now);
        var five = Limit.Count(four, Now)!;

        Assert.Null(four.RestsUntil);
        Assert.Equal(Now.AddMinutes(1), five.RestsUntil);
        Assert.Null(Limit.Count(five, Now.AddSeconds(59)));
        Assert.NotNull(Limit.Count(five, Now.AddMinutes(1)));
    }

    [Fact]
    public void Count_EachRest_IsTwiceAsLong_NeverLongerThanAQuarterOfAnHour()
    {
        var tries = Times(4, Tries.None, Now);
        var (at, rests) = (Now, new List<double>());
        for (var i = 0; i < 40; i++)
        {
            tries = Limit.Count(tries, at)!;
            rests.Add((tries.RestsUntil!.Value - at).TotalMinutes);
            at = tries.RestsUntil.Value;
        }

        Assert.Equal([1, 2, 4, 8, 15, 15], rests.Take(6));
        Assert.All(rests.Skip(6), rest => Assert.Equal(15, rest));
    }

    [Fact]
    public void Count_AfterADayWithoutATry_BeginsAnew()
    {
        var many = Times(4, Tries.None, Now);

        Assert.Equal(5, Limit.Count(many, Now.AddHours(24).AddTicks(-1))!.Count);
        Assert.Equal(1, Limit.Count(many, Now.AddHours(24))!.Count);
    }

    private static Tries Times(int times, Tries from, DateTime at) => Enumerable.Range(0, times).Aggregate(from, (tries, _) => Limit.Count(tries, at)!);
}
