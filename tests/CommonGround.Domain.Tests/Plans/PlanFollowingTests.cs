using CommonGround.Domain.Plans;
using static CommonGround.Domain.Tests.Plans.Planning;

namespace CommonGround.Domain.Tests.Plans;

public sealed class PlanFollowingTests
{
    private const int Late = 7;

    private static readonly LocalDays Days = new(DateOnly.FromDateTime, day => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));

    [Fact]
    public void APlannedLine_AsksItsOwnerOnItsDay_AndTheCoordinatorWhenItIsLate()
    {
        var plan = First(Adjustment());
        var from = plan.Items[0].From!.Value;

        Assert.Equal(
            [(LineQuestion.HowItGoes, Jonas.PartyId, from), (LineQuestion.Late, Amina.PartyId, from.AddDays(Late))], Asked(plan));
    }

    [Fact]
    public void ALineOfWhoeverHasLeft_ComesToTheCoordinatorOnItsDay()
    {
        var plan = First(Adjustment());

        Assert.Equal([(LineQuestion.Late, Amina.PartyId, plan.Items[0].From!.Value)], Asked(plan, [Sara, Amina]));
    }

    [Fact]
    public void WhatSomeoneSaysIsInPlace_AsksTheCitizen_AndNobodyOnceTheyAgree()
    {
        var plan = First(Adjustment());
        plan.Items[0].SayHowItGoes(ActionStatus.InPlace, null, Jonas.PersonId, Now);
        Assert.Equal([(LineQuestion.IsItSo, Sara.PartyId, DateOnly.FromDateTime(Now))], Asked(plan));

        plan.Items[0].Confirm(Confirmation.Yes, "ignored", Now);

        Assert.Empty(Asked(plan));
        Assert.Null(plan.Items[0].ConfirmedWords);
    }

    [Fact]
    public void WhatIsNotQuiteSo_AsksTheOwnerAgain_InTheCitizensWords_AndThenTheCoordinator()
    {
        var plan = First(Adjustment());
        plan.Items[0].SayHowItGoes(ActionStatus.InPlace, null, Jonas.PersonId, Now);
        Assert.IsType<NotQuiteWithoutWords>(plan.Items[0].Confirm(Confirmation.NotQuite, " ", Now).Error);
        plan.Items[0].Confirm(Confirmation.NotQuite, " the door does not close ", Now);
        var today = DateOnly.FromDateTime(Now);

        Assert.Equal([(LineQuestion.HowItGoes, Jonas.PartyId, today), (LineQuestion.Late, Amina.PartyId, today.AddDays(Late))], Asked(plan));
        Assert.Equal(["the door does not close", null], PlanFollowing.AskedBy(plan, Everyone, Late, Days).Select(a => a.Words));
    }

    [Fact]
    public void WhatDidNotComeAbout_AsksTheCoordinator()
    {
        var plan = First(Adjustment());
        plan.Items[0].SayHowItGoes(ActionStatus.NotDone, "no room is free", Jonas.PersonId, Now);

        Assert.Equal([(LineQuestion.NotDone, Amina.PartyId, DateOnly.FromDateTime(Now))], Asked(plan));
        Assert.IsType<NothingToConfirm>(plan.Items[0].Confirm(Confirmation.Yes, null, Now).Error);
    }

    [Fact]
    public void Settle_OpensOnce_ClosesWhatIsAnswered_AndKeepsWhatStands()
    {
        var plan = First(Adjustment());
        var first = PlanFollowing.Settle(plan, [], PlanFollowing.AskedBy(plan, Everyone, Late, Days), Now);
        Assert.Equal(2, first.Count);
        Assert.Empty(PlanFollowing.Settle(plan, first, PlanFollowing.AskedBy(plan, Everyone, Late, Days), Now));

        plan.Items[0].SayHowItGoes(ActionStatus.InPlace, null, Jonas.PersonId, Now);
        var next = PlanFollowing.Settle(plan, first, PlanFollowing.AskedBy(plan, Everyone, Late, Days), Now);

        Assert.All(first, a => Assert.Equal((ActionStatus.InPlace, Now), (a.Answered, a.ClosedAt)));
        Assert.Equal(LineQuestion.IsItSo, Assert.Single(next).What);
    }

    [Theory]
    [InlineData(ActionStatus.InPlace, null, 1)]
    [InlineData(ActionStatus.InPlace, Confirmation.Yes, 1)]
    [InlineData(ActionStatus.InPlace, Confirmation.NotQuite, 0)]
    [InlineData(ActionStatus.NotDone, null, 0)]
    [InlineData(ActionStatus.Planned, null, 0)]
    public void OfAdjustments_CountsWhatWasInPlaceOnItsDay(ActionStatus status, Confirmation? confirmed, int inTime)
    {
        var plan = First(Adjustment());
        var day = plan.Items[0].From!.Value;
        var said = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        plan.Items[0].SayHowItGoes(status, "no room is free", Jonas.PersonId, said);
        if (confirmed is { } answer)
            plan.Items[0].Confirm(answer, "not yet", said);

        Assert.Equal(new OnTime(inTime, 1), PlanFollowing.OfAdjustments(plan.Items, day, DateOnly.FromDateTime));
        Assert.Equal(new OnTime(0, 0), PlanFollowing.OfAdjustments(plan.Items, day.AddDays(-1), DateOnly.FromDateTime));
    }

    [Fact]
    public void OfAdjustments_WhatCameADayLater_WasNotInTime()
    {
        var plan = First(Adjustment());
        var day = plan.Items[0].From!.Value;
        plan.Items[0].SayHowItGoes(ActionStatus.InPlace, null, Jonas.PersonId, day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));

        Assert.Equal(new OnTime(0, 1), PlanFollowing.OfAdjustments(plan.Items, day.AddDays(9), DateOnly.FromDateTime));
    }

    private static IEnumerable<(LineQuestion What, Guid Party, DateOnly From)> Asked(PlanVersion plan, IReadOnlyList<PlanParty>? parties = null) =>
        PlanFollowing.AskedBy(plan, parties ?? Everyone, Late, Days).Select(a => (a.What, a.Party.PartyId, DateOnly.FromDateTime(a.From)));
}
