using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Plans.Planning;

namespace CommonGround.Domain.Tests.Plans;

public sealed class PlanVersionTests
{
    [Fact]
    public void FromMeeting_makes_the_first_version_with_a_yes_from_those_who_said_it()
    {
        var plan = First(Goal(), Adjustment());

        Assert.Equal(1, plan.Number);
        Assert.Equal(Id(300), plan.MeetingId);
        Assert.Equal([Sara.PartyId, Amina.PartyId, Jonas.PartyId], plan.Stances.Select(s => s.PartyId));
        Assert.All(plan.Stances, s => Assert.Equal(StancePosition.Agrees, s.Position));
        Assert.Empty(plan.Asked);
    }

    [Fact]
    public void FromMeeting_on_an_earlier_plan_keeps_the_lines_it_does_not_name()
    {
        var next = PlanVersion.FromMeeting(CaseId, Id(301), First(Goal(), Setback()), new PlanContent { Items = [Step()] }, Amina, Everyone,
            new HashSet<Guid>(), NoneYet, Now).Value;

        Assert.Equal((2, 3), (next.Number, next.Items.Count));
    }

    [Fact]
    public void FromMeeting_never_says_yes_for_an_authority()
    {
        var plan = PlanVersion.FromMeeting(CaseId, Id(300), null, new PlanContent { Items = [Goal()] }, Amina, Everyone,
            new HashSet<Guid> { Maria.PartyId }, NoneYet, Now).Value;

        Assert.DoesNotContain(plan.Stances, s => s.PartyId == Maria.PartyId);
    }

    [Fact]
    public void Edit_on_an_old_version_says_which_one_is_now()
    {
        var second = Edit(First(Goal()), Sara, NoneYet, Step()).Value;

        var late = PlanVersion.Edit(CaseId, second, 1, new PlanContent { Items = [Task()] }, Amina, Everyone, NoneYet, Now);

        Assert.Equal(new PlanChangedMeanwhile(2), late.Error);
    }

    [Fact]
    public void Edit_that_changes_nothing_makes_no_version() => Assert.IsType<NothingChanged>(Edit(First(Goal()), Sara, NoneYet, Goal()).Error);

    [Fact]
    public void Edit_with_something_amiss_is_refused() =>
        Assert.IsType<TaskWithoutOwner>(Edit(First(Goal()), Sara, NoneYet, Task() with { OwnerPartyId = null }).Error);

    [Fact]
    public void Lines_that_are_not_named_go_on_also_those_the_writer_may_not_see()
    {
        var second = Edit(First(Goal(), Setback()), Amina, NoneYet, Goal(text: "Half time by midsummer")).Value;

        Assert.Contains(second.Items, i => i.Kind == InformationKind.Health && i.ChangedIn == 1);
    }

    [Fact]
    public void Lines_that_go_on_ask_nothing_of_an_owner_who_has_left()
    {
        var left = Everyone.Where(p => p != Karin).ToList();

        var second = PlanVersion.Edit(CaseId, First(Goal(), Task()), 1, new PlanContent { Items = [Step()] }, Sara, left, NoneYet, Now);

        Assert.True(second.Succeeded);
    }

    [Fact]
    public void A_changed_line_keeps_its_place()
    {
        var second = Edit(First(Goal(), Adjustment(), Step()), Sara, NoneYet, Adjustment() with { From = Day(19) }, Task()).Value;

        Assert.Equal([Id(201), Id(202), Id(203), Id(204)], second.Items.OrderBy(i => i.Position).Select(i => i.LineageId));
    }

    [Fact]
    public void An_ended_goal_takes_its_ability_along()
    {
        var ability = new PlanItemContent
        {
            LineageId = Id(206), Type = PlanItemType.Ability, Text = "Two lessons in a row", GoalLineageId = Id(201), Kind = InformationKind.Function,
        };
        var ended = new PlanContent { Ended = new HashSet<Guid> { Id(201) } };

        var second = PlanVersion.Edit(CaseId, First(Goal(), ability, Task()), 1, ended, Sara, Everyone, NoneYet, Now).Value;

        Assert.Equal([Id(204)], second.Items.Select(i => i.LineageId));
    }

    [Fact]
    public void A_text_keeps_its_author_until_someone_else_changes_it()
    {
        var plan = First(Goal(), Task());
        var second = Edit(plan, Sara, NoneYet, Goal(text: "My own words")).Value;

        Assert.Equal([Sara.PersonId, Amina.PersonId], second.Items.OrderBy(i => i.Position).Select(i => i.AuthorPersonId!.Value));
    }

    [Fact]
    public void A_line_from_a_meeting_belongs_to_whose_words_it_is()
    {
        var content = new PlanContent { Items = [Setback(), Goal()], Authors = new Dictionary<Guid, Guid> { [Id(205)] = Sara.PersonId } };

        var plan = PlanVersion.FromMeeting(CaseId, Id(300), null, content, Amina, Everyone, new HashSet<Guid>(), NoneYet, Now).Value;

        Assert.Equal([Sara.PersonId, Amina.PersonId], plan.Items.Select(i => i.AuthorPersonId!.Value));
    }

    [Fact]
    public void One_number_is_a_range_of_one()
    {
        var step = Assert.Single(First(Step() with { DegreeFrom = 50, DegreeTo = null }).Items);

        Assert.Equal((50, 50), (step.DegreeFrom, step.DegreeTo));
        Assert.IsType<NothingChanged>(Edit(First(Step() with { DegreeTo = null }), Sara, NoneYet, Step() with { DegreeTo = null }).Error);
    }

    [Fact]
    public void SayHowItGoes_follows_the_line_and_needs_a_why_where_it_was_not_done()
    {
        var line = Assert.Single(First(Adjustment()).Items);

        Assert.IsType<NotDoneWithoutWhy>(line.SayHowItGoes(ActionStatus.NotDone, " ", Jonas.PersonId, Now).Error);
        Assert.Equal(ActionStatus.Planned, line.Status);
        Assert.True(line.SayHowItGoes(ActionStatus.NotDone, "no budget", Jonas.PersonId, Now).Succeeded);
        Assert.Equal((ActionStatus.NotDone, "no budget", Now, Jonas.PersonId), (line.Status, line.Why, line.StatusAt, line.StatusByPersonId));
    }
}
