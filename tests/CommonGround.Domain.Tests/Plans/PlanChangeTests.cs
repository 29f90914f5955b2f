using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Plans.Planning;

namespace CommonGround.Domain.Tests.Plans;

public sealed class PlanChangeTests
{
    [Fact]
    public void A_changed_goal_asks_those_who_make_the_plan() =>
        Assert.Equal([Sara, Amina, Jonas], Asked(Goal(), Goal(text: "Half time by midsummer")));

    [Fact]
    public void A_changed_goal_asks_whoever_took_a_stance_on_it()
    {
        var plan = First(Goal());
        var said = plan.TakeStance(Karin, new StanceTaken(StancePosition.Agrees, Id(201)), Now).Value;

        Assert.Contains(Karin, PlanChange.Touches([Goal()], [Goal(text: "other")], Everyone, [said]).Select(t => t.Party));
    }

    [Fact]
    public void Changed_hours_ask_citizen_and_workplace() => Assert.Equal([Sara, Jonas], Asked(Step(), Step(to: 75)));

    [Fact]
    public void A_changed_task_asks_its_owner_only() => Assert.Equal([Karin], Asked(Task(), Task() with { Due = Day(9) }));

    [Fact]
    public void What_leaves_the_care_asks_the_citizen_too() =>
        Assert.Equal([Sara, Karin], Asked(null, Task() with { Audience = PlanAudience.Workplace }));

    [Fact]
    public void A_task_that_changes_hands_asks_both() => Assert.Equal([Amina, Karin], Asked(Task(), Task(owner: Amina)));

    [Fact]
    public void A_line_that_ends_asks_whom_it_concerned() => Assert.Equal([Sara, Jonas], Asked(Adjustment(), null));

    [Fact]
    public void How_it_goes_asks_nobody() => Assert.Empty(Asked(Adjustment(), Adjustment() with { Status = ActionStatus.InPlace }));

    [Fact]
    public void Showing_a_line_to_more_asks_the_citizen_and_whom_it_newly_concerns() =>
        Assert.Equal([Sara, Jonas], Asked(Step() with { Audience = PlanAudience.CitizenAndCare }, Step()));

    [Fact]
    public void The_workplace_is_not_asked_about_what_it_may_not_read() =>
        Assert.Equal([Sara], Asked(null, Step() with { Audience = PlanAudience.CitizenAndCare }));

    [Fact]
    public void Whoever_makes_a_change_has_said_yes_to_it()
    {
        var second = Edit(First(Goal()), Sara, NoneYet, Step()).Value;

        Assert.Equal([Jonas.PartyId], second.Asked.Select(a => a.PartyId));
        Assert.Equal([(Sara.PartyId, Id(203), StancePosition.Agrees)], second.Stances.Select(s => (s.PartyId, s.LineageId!.Value, s.Position)));
    }

    private static IReadOnlyList<PlanParty> Asked(PlanItemContent? before, PlanItemContent? after) =>
        [.. PlanChange.Touches(before is null ? [] : [before], after is null ? [] : [after], Everyone, NoneYet).Select(t => t.Party)];
}
