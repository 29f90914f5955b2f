using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Plans.Planning;

namespace CommonGround.Domain.Tests.Plans;

public sealed class PlanStandingsTests
{
    [Fact]
    public void A_plan_that_all_said_yes_to_in_the_meeting_is_agreed()
    {
        var plan = First(Goal(), Adjustment());

        Assert.True(Of(plan).IsAgreed(plan, Everyone));
    }

    [Fact]
    public void A_yes_to_an_untouched_line_still_stands_and_a_touched_one_asks_again()
    {
        var first = First(Goal(), Step());
        var second = Edit(first, Sara, [.. first.Stances], Step(to: 75)).Value;
        var standings = Of(first, second);

        Assert.Equal(StancePosition.Agrees, standings.On(Line(second, 201), Jonas)!.Position);
        Assert.Null(standings.On(Line(second, 203), Jonas));
        Assert.Equal([Id(203)], standings.OpenFor(Jonas.PartyId));
        Assert.Empty(standings.OpenFor(Amina.PartyId));
        Assert.False(standings.IsAgreed(second, Everyone));
    }

    [Fact]
    public void A_plan_is_agreed_when_the_last_one_asked_says_yes()
    {
        var first = First(Goal(), Step());
        var second = Edit(first, Sara, [.. first.Stances], Step(to: 75)).Value;

        second.TakeStance(Jonas, new StanceTaken(StancePosition.Agrees), Now.AddDays(3));

        Assert.True(Of(first, second).IsAgreed(second, Everyone));
    }

    [Theory]
    [InlineData(StancePosition.Reservation)]
    [InlineData(StancePosition.Disagrees)]
    public void A_line_that_someone_holds_back_keeps_the_plan_open(StancePosition position)
    {
        var plan = First(Goal(), Step());
        plan.TakeStance(Jonas, new StanceTaken(position, Id(203), "no substitute", "a substitute"), Now.AddHours(1));

        Assert.False(Of(plan).IsAgreed(plan, Everyone));
        Assert.True(Of(plan).StandsBehind(plan, Sara));
    }

    [Fact]
    public void A_later_yes_takes_the_place_of_a_reservation()
    {
        var plan = First(Goal(), Step());
        plan.TakeStance(Jonas, new StanceTaken(StancePosition.Reservation, Id(203), null, "a substitute"), Now.AddHours(1));
        plan.TakeStance(Jonas, new StanceTaken(StancePosition.Agrees), Now.AddHours(2));

        Assert.True(Of(plan).IsAgreed(plan, Everyone));
    }

    [Fact]
    public void A_new_supervisor_has_not_said_yes_yet()
    {
        var plan = First(Goal());
        var newcomer = Jonas with { PartyId = Id(9), PersonId = Id(19) };

        Assert.False(Of(plan).IsAgreed(plan, [Sara, Amina, newcomer]));
    }

    [Fact]
    public void A_workplace_that_no_line_reaches_is_not_waited_for()
    {
        var plan = PlanVersion.FromMeeting(CaseId, Id(300), null, new PlanContent { Items = [Task()] }, Amina, Everyone,
            new HashSet<Guid> { Sara.PartyId, Amina.PartyId }, NoneYet, Now).Value;

        Assert.True(Of(plan).IsAgreed(plan, Everyone));
    }

    [Fact]
    public void An_authority_is_not_waited_for()
    {
        var plan = First(Goal());

        Assert.False(Maria.Agrees);
        Assert.Null(Of(plan).Latest(Maria.PartyId));
        Assert.True(Of(plan).IsAgreed(plan, Everyone));
    }

    [Fact]
    public void Who_reads_a_line_is_no_part_of_what_was_said_yes_to()
    {
        var first = First(Goal(), Step() with { Audience = PlanAudience.Workplace });
        var second = Edit(first, Sara, [.. first.Stances], Step() with { Audience = PlanAudience.Workplace | PlanAudience.Insurance }).Value;
        var standings = Of(first, second);

        Assert.Equal(StancePosition.Agrees, standings.On(Line(second, 203), Jonas)!.Position);
        Assert.Equal(StancePosition.Agrees, standings.On(Line(second, 203), Sara)!.Position);
        Assert.Empty(standings.OpenFor(Jonas.PartyId));
        Assert.True(standings.IsAgreed(second, Everyone));
    }

    [Fact]
    public void Whom_the_citizen_did_not_say_yes_to_reading_it_is_asked_of_them_again()
    {
        var first = First(Goal(), Step() with { Audience = PlanAudience.CitizenAndCare });
        var second = Edit(first, Amina, [.. first.Stances], Step() with { Audience = PlanAudience.Workplace }).Value;
        var standings = Of(first, second);

        Assert.Null(standings.On(Line(second, 203), Sara));
        Assert.Null(standings.On(Line(second, 203), Jonas));
        Assert.Equal([Id(203)], standings.OpenFor(Sara.PartyId));
        Assert.Equal([Id(203)], standings.OpenFor(Jonas.PartyId));
    }

    [Fact]
    public void What_is_said_to_all_that_one_has_read_is_said_to_no_other_line()
    {
        var plan = First(Goal(), Step() with { Audience = PlanAudience.Workplace }, Task());
        plan.TakeStance(Maria, new StanceTaken(StancePosition.Question, null, "From when?"), Now.AddHours(1));

        Assert.Equal(StancePosition.Question, Of(plan).On(Line(plan, 201), Maria)?.Position);
        Assert.Null(Of(plan).On(Line(plan, 203), Maria));
    }

    [Fact]
    public void Whoever_no_longer_reads_a_line_holds_nothing_back_by_it()
    {
        var first = First(Goal(), Step());
        first.TakeStance(Jonas, new StanceTaken(StancePosition.Disagrees, Id(203), "too soon"), Now.AddHours(1));
        var second = Edit(first, Sara, [.. first.Stances], Step() with { Audience = PlanAudience.CitizenAndCare }).Value;

        Assert.True(Of(first, second).StandsBehind(second, Jonas));
    }

    private static PlanItem Line(PlanVersion version, int n) => version.Items.Single(i => i.LineageId == Id(n));

    private static PlanStandings Of(params PlanVersion[] versions) =>
        new([.. versions.SelectMany(v => v.Asked)], [.. versions.SelectMany(v => v.Stances)]);
}
