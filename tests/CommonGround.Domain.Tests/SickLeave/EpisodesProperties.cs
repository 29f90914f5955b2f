using CommonGround.Domain.SickLeave;
using FsCheck;
using FsCheck.Fluent;

namespace CommonGround.Domain.Tests.SickLeave;

/// <summary>What holds for any certificates of a person, held against a count day by day.</summary>
public sealed class EpisodesProperties
{
    private static readonly Gen<CertificatePeriod> Period =
        from start in Gen.Choose(0, 60)
        from length in Gen.Choose(0, 20)
        from degree in Gen.Elements(0, 25, 50, 75, 100)
        select new CertificatePeriod(EpisodesTests.Day(start), EpisodesTests.Day(start + length), degree);

    private static readonly Gen<CertifiedLeave> Leave =
        from id in Gen.Choose(0, 9)
        from signed in Gen.Choose(0, 3)
        from replaces in Gen.Frequency((3, Gen.Constant(-1)), (1, Gen.Choose(0, 9)))
        from periods in Gen.NonEmptyListOf(Period)
        select new CertifiedLeave(
            EpisodesTests.Id($"{id}"), EpisodesTests.Day(signed).ToDateTime(TimeOnly.MinValue), [.. periods.Take(4)],
            replaces < 0 ? null : EpisodesTests.Id($"{replaces}"));

    private static readonly Arbitrary<(CertifiedLeave[] Leaves, MaxGap Gap)> Any = Arb.From(
        from count in Gen.Choose(0, 7)
        from leaves in Gen.ListOf(Leave, count)
        from gap in Gen.Choose(0, 12)
        select (leaves.DistinctBy(l => l.Id).ToArray(), MaxGap.Of(gap).Value));

    [Fact]
    public void Order_DoesNotMatter() => Check(Any, input => Same(
        Episodes.Chain(input.Leaves, input.Gap), Episodes.Chain([.. input.Leaves.Reverse()], input.Gap)));

    [Fact]
    public void Days_AreTheUnionOfCoveredDays() => Check(Any, input =>
        Episodes.Chain(input.Leaves, input.Gap).Sum(e => e.Days) == CoveredDays(input.Leaves).Count);

    [Fact]
    public void Ongoing_OnADay_IfAndOnlyIfAPeriodThatCountsCoversIt() => Check(Any, input =>
    {
        IReadOnlyList<SickLeaveEpisode> episodes = Episodes.Chain(input.Leaves, input.Gap);
        HashSet<DateOnly> covered = CoveredDays(input.Leaves);
        return AllDays().All(d => episodes.Count(e => e.IsOngoingOn(d)) == (covered.Contains(d) ? 1 : 0));
    });

    [Fact]
    public void Degree_OnADay_IsThatOfTheCertificateSignedLast() => Check(Any, input =>
    {
        IReadOnlyList<SickLeaveEpisode> episodes = Episodes.Chain(input.Leaves, input.Gap);
        return AllDays().All(d => episodes.Select(e => e.DegreeOn(d)).FirstOrDefault(x => x is not null) == DegreeDayByDay(input.Leaves, d));
    });

    [Fact]
    public void Episodes_LieFurtherApartThanTheGap_AndHoldNoWiderGapInside() => Check(Any, input =>
    {
        IReadOnlyList<SickLeaveEpisode> episodes = Episodes.Chain(input.Leaves, input.Gap);
        return episodes.Zip(episodes.Skip(1)).All(p => Between(p.First.To, p.Second.From) > input.Gap.Days)
            && episodes.All(e => e.Spans.Zip(e.Spans.Skip(1)).All(s => Between(s.First.To, s.Second.From) is var gap && gap >= 0 && gap <= input.Gap.Days));
    });

    [Fact]
    public void AGap_IsBridgedIfAndOnlyIfItIsAtMostTheLargest() => Check(
        Arb.From(from gap in Gen.Choose(0, 100) from most in Gen.Choose(0, 90) select (gap, most)),
        input => Episodes.Chain(
            [EpisodesTests.Leave("a", 0, (0, 4, 100)), EpisodesTests.Leave("b", 1, (5 + input.gap, 9 + input.gap, 100))],
            MaxGap.Of(input.most).Value).Count == (input.gap <= input.most ? 1 : 2));

    [Fact]
    public void DayNumber_GoesUpByOneFromOneToDays() => Check(Any, input => Episodes.Chain(input.Leaves, input.Gap).All(e =>
        AllDays().Select(d => e.DayNumberOn(d)).OfType<int>().SequenceEqual(Enumerable.Range(1, e.Days))));

    [Fact]
    public void Changes_FromNothing_AreTheSickDays_AndToTheSame_AreNone() => Check(Any, input =>
        PeriodChanges.Between([], input.Leaves).Sum(c => c.To.DayNumber - c.From.DayNumber + 1) == CoveredDays(input.Leaves).Count
        && PeriodChanges.Between(input.Leaves, input.Leaves).Count == 0);

    [Fact]
    public void Replacing_NeverLeavesNobodyStanding() => Check(Any, input =>
        input.Leaves.Length == 0 || Replacements.Superseded(input.Leaves).Count < input.Leaves.Length);

    private static HashSet<DateOnly> CoveredDays(CertifiedLeave[] leaves) =>
        leaves.ExceptBy(Replacements.Superseded(leaves), l => l.Id).SelectMany(l => l.Periods).Where(p => p.Degree > 0)
            .SelectMany(p => AllDays().Where(p.Covers)).ToHashSet();

    /// <summary>The slow way: for one day, the degree of the certificate signed last among those that count.</summary>
    private static int? DegreeDayByDay(CertifiedLeave[] leaves, DateOnly day)
    {
        IReadOnlySet<CertificateId> superseded = Replacements.Superseded(leaves);
        return leaves.Where(l => !superseded.Contains(l.Id))
            .SelectMany(l => l.Periods.Select(p => (Leave: l, Period: p)))
            .Where(x => x.Period.Degree > 0 && x.Period.Covers(day))
            .OrderByDescending(x => x.Leave.SignedAt).ThenByDescending(x => x.Leave.Id)
            .ThenByDescending(x => x.Period.From).ThenByDescending(x => x.Period.Degree)
            .Select(x => (int?)x.Period.Degree).FirstOrDefault();
    }

    private static IEnumerable<DateOnly> AllDays() => Enumerable.Range(-1, 85).Select(EpisodesTests.Day);

    private static int Between(DateOnly to, DateOnly from) => from.DayNumber - to.DayNumber - 1;

    private static bool Same(IReadOnlyList<SickLeaveEpisode> a, IReadOnlyList<SickLeaveEpisode> b) =>
        a.Count == b.Count && a.Zip(b).All(p =>
            p.First.Spans.SequenceEqual(p.Second.Spans) && p.First.Certificates.SequenceEqual(p.Second.Certificates));

    private static void Check<T>(Arbitrary<T> values, Func<T, bool> holds) =>
        Prop.ForAll(values, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithQuietOnSuccess(true));
}
