using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Plans.Planning;

namespace CommonGround.Domain.Tests.Plans;

public sealed class PlanRulesTests
{
    [Fact]
    public void A_whole_plan_has_nothing_amiss() => Assert.Empty(Check(Goal(), Adjustment(), Step(), Task(), Setback()));

    [Theory]
    [InlineData(PlanItemType.Task)]
    [InlineData(PlanItemType.Adjustment)]
    [InlineData(PlanItemType.FollowUp)]
    [InlineData(PlanItemType.ToldToColleagues)]
    public void What_is_to_be_done_has_one_owner(PlanItemType type) =>
        Assert.IsType<TaskWithoutOwner>(Assert.Single(Check(Task() with { Type = type, From = Day(4), OwnerPartyId = null })));

    [Theory]
    [InlineData(PlanItemType.Task, PlanField.Due)]
    [InlineData(PlanItemType.FollowUp, PlanField.Due)]
    [InlineData(PlanItemType.Adjustment, PlanField.From)]
    [InlineData(PlanItemType.ToldToColleagues, PlanField.From)]
    public void What_is_to_be_done_has_a_date(PlanItemType type, PlanField field) =>
        Assert.Equal(new TaskWithoutDate(Id(204), field), Assert.Single(Check(Task() with { Type = type, From = null, Due = null })));

    [Fact]
    public void An_owner_takes_part_in_the_case() =>
        Assert.IsType<OwnerNotAParty>(Assert.Single(Check(Task() with { OwnerPartyId = Id(999) })));

    [Fact]
    public void An_owner_can_read_what_they_are_to_do() =>
        Assert.IsType<OwnerMayNotReadIt>(Assert.Single(Check(Task() with { OwnerPartyId = Jonas.PartyId })));

    [Fact]
    public void A_goal_is_reviewed_on_a_day() =>
        Assert.IsType<GoalWithoutReview>(Assert.Single(Check(Goal() with { Due = null })));

    [Fact]
    public void A_step_begins_on_a_day_and_is_reviewed_on_a_day() =>
        Assert.Equal([new StepWithoutDate(Id(203), PlanField.From)], Check(Step() with { From = null }));

    [Fact]
    public void A_step_without_a_review_is_refused() =>
        Assert.Equal([new StepWithoutDate(Id(203), PlanField.Due)], Check(Step() with { Due = null }));

    [Fact]
    public void A_step_says_a_degree_or_hours() =>
        Assert.IsType<StepWithoutDegree>(Assert.Single(Check(Step() with { DegreeFrom = null, DegreeTo = null })));

    [Fact]
    public void A_step_may_say_hours_only() =>
        Assert.Empty(Check(Step() with { DegreeFrom = null, DegreeTo = null, HoursFrom = 8, HoursTo = 10.5m }));

    [Fact]
    public void A_range_runs_upwards()
    {
        Assert.Equal(new RangeUpsideDown(Id(203), PlanField.Degree), Assert.Single(Check(Step(from: 50, to: 25))));
        Assert.Equal(new RangeUpsideDown(Id(203), PlanField.Hours), Assert.Single(Check(Step() with { HoursFrom = 10, HoursTo = 8 })));
    }

    [Theory]
    [InlineData(-1, 50)]
    [InlineData(50, 101)]
    public void A_degree_is_a_percentage(int from, int to) =>
        Assert.Equal(new RangeOutOfBounds(Id(203), PlanField.Degree), Assert.Single(Check(Step(from: from, to: to))));

    [Fact]
    public void Hours_are_those_of_a_week() =>
        Assert.Equal(new RangeOutOfBounds(Id(203), PlanField.Hours), Assert.Single(Check(Step() with { HoursFrom = 8, HoursTo = 61 })));

    [Fact]
    public void A_review_comes_after_the_start() =>
        Assert.IsType<ReviewBeforeStart>(Assert.Single(Check(Step() with { Due = Day(11) })));

    [Fact]
    public void What_was_not_done_says_what_stood_in_the_way() =>
        Assert.IsType<NotDoneWithoutWhy>(Assert.Single(Check(Adjustment() with { Status = ActionStatus.NotDone, Why = " " })));

    [Theory]
    [InlineData(PlanItemType.Goal, InformationKind.Health)]
    [InlineData(PlanItemType.Adjustment, InformationKind.Function)]
    [InlineData(PlanItemType.Setback, InformationKind.Function)]
    [InlineData(PlanItemType.Ability, InformationKind.Health)]
    public void Only_abilities_and_setback_lines_are_of_another_kind(PlanItemType type, InformationKind kind) =>
        Assert.Contains(new KindNotForType(Id(202), kind), Check(Adjustment() with { Type = type, Kind = kind }));

    [Theory]
    [InlineData(PlanItemType.Setback, InformationKind.Health, PlanAudience.Workplace)]
    [InlineData(PlanItemType.Setback, InformationKind.Story, PlanAudience.Insurance)]
    [InlineData(PlanItemType.Ability, InformationKind.Function, PlanAudience.Workplace)]
    public void Health_function_and_story_stay_with_citizen_and_care(PlanItemType type, InformationKind kind, PlanAudience audience) =>
        Assert.Equal(new KindNotForAudience(Id(205), kind),
            Check(Goal(), Setback() with { Type = type, Kind = kind, Audience = audience, GoalLineageId = Id(201) }).Single());

    [Fact]
    public void An_ability_stands_beside_a_goal() =>
        Assert.IsType<AbilityWithoutGoal>(Assert.Single(Check(Setback() with { Type = PlanItemType.Ability, Kind = InformationKind.Function })));

    [Fact]
    public void A_line_stands_once() => Assert.Contains(new ItemTwice(Id(204)), Check(Task(), Task()));

    [Fact]
    public void A_line_says_something() => Assert.IsType<ItemWithoutText>(Assert.Single(Check(Task() with { Text = " " })));

    [Fact]
    public void A_text_is_short_enough_to_be_read()
    {
        var longer = new string('a', PlanRules.LongestText + 1);
        Assert.Equal([PlanField.Text, PlanField.Wish, PlanField.Status],
            Check(Goal() with { Text = longer, Wish = longer, Why = longer }).OfType<TextTooLong>().Select(e => e.Field));
        Assert.Empty(Check(Goal() with { Text = longer[1..] }));
    }

    private static IReadOnlyList<PlanItemError> Check(params PlanItemContent[] items) => PlanRules.Check(items, items, Everyone);
}
