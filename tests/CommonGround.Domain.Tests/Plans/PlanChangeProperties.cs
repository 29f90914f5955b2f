using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using FsCheck;
using FsCheck.Fluent;
using static CommonGround.Domain.Tests.Plans.Planning;

namespace CommonGround.Domain.Tests.Plans;

/// <summary>What holds for every change of every plan.</summary>
public sealed class PlanChangeProperties
{
    private static readonly Arbitrary<(PlanItemContent[] Before, PlanItemContent[] After)> TwoPlans = Plans().Two().ToArbitrary();

    [Fact]
    public void The_same_plan_asks_nobody() =>
        Prop.ForAll(Plans().ToArbitrary(), plan => PlanChange.Touches(plan, plan, Everyone, NoneYet).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_is_asked_about_a_line_that_never_reached_them() => Prop.ForAll(TwoPlans, plans =>
        Touches(plans).All(t => Lines(plans, t.LineageId).Any(i => t.Party.IsIn(i.Audience)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_lines_that_differ_ask() => Prop.ForAll(TwoPlans, plans =>
        Touches(plans).All(t => Lines(plans, t.LineageId) is not [var a, var b] || PlanChange.Touching(a, b).Count > 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void Old_and_new_owner_of_a_changed_line_are_asked() => Prop.ForAll(TwoPlans, plans =>
    {
        var touched = Touches(plans).Select(t => (t.Party.PartyId, t.LineageId)).ToHashSet();
        return plans.Before.Concat(plans.After)
            .Where(i => Lines(plans, i.LineageId) is not [var a, var b] || PlanChange.Touching(a, b).Any(f => f != PlanField.Audience))
            .Where(i => Everyone.Any(p => p.PartyId == i.OwnerPartyId && p.IsIn(i.Audience)))
            .All(i => touched.Contains((i.OwnerPartyId!.Value, i.LineageId)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_writers_lose_no_word() => Prop.ForAll(Plans().Three().ToArbitrary(), plans =>
    {
        var merged = PlanMerge.Of(plans.Item1, plans.Item2, plans.Item3);
        return New(plans.Item2, plans.Item1).All(i => merged.Any(m => m.Mine == i)) && New(plans.Item3, plans.Item1).All(i => merged.Any(m => m.Theirs == i));
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<PlanItemContent> New(PlanItemContent[] written, PlanItemContent[] basis) => written.Except(basis);

    private static IReadOnlyList<Touched> Touches((PlanItemContent[] Before, PlanItemContent[] After) plans) =>
        PlanChange.Touches(plans.Before, plans.After, Everyone, NoneYet);

    private static List<PlanItemContent> Lines((PlanItemContent[] Before, PlanItemContent[] After) plans, Guid lineage) =>
        [.. plans.Before.Concat(plans.After).Where(i => i.LineageId == lineage)];

    private static Gen<PlanItemContent[]> Plans() =>
        from types in Gen.Elements(Enum.GetValues<PlanItemType>()).ListOf(4)
        from texts in Gen.Elements("a", "b").ListOf(4)
        from owners in Gen.Elements(Everyone.Select(p => (Guid?)p.PartyId).Append(null).ToArray()).ListOf(4)
        from audiences in Gen.Choose(0, 3).ListOf(4)
        from days in Gen.Choose(1, 2).ListOf(4)
        from status in Gen.Elements(Enum.GetValues<ActionStatus>()).ListOf(4)
        from stand in Gen.Elements(true, false).ListOf(4)
        select Enumerable.Range(0, 4).Where(i => stand[i]).Select(i => new PlanItemContent
        {
            LineageId = Id(i), Type = types[i], Text = texts[i], OwnerPartyId = owners[i], Audience = (PlanAudience)audiences[i],
            Due = Day(days[i]), Status = status[i],
        }).ToArray();
}
