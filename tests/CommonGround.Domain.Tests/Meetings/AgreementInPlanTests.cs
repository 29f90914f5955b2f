using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Meetings.MeetingWorld;

namespace CommonGround.Domain.Tests.Meetings;

public sealed class AgreementInPlanTests
{
    private readonly MeetingWorld _world = new();

    [Theory]
    [InlineData(AgreementType.Adjustment, PlanItemType.Adjustment)]
    [InlineData(AgreementType.Goal, PlanItemType.Goal)]
    [InlineData(AgreementType.GradedStep, PlanItemType.GradedStep)]
    [InlineData(AgreementType.FollowUp, PlanItemType.FollowUp)]
    [InlineData(AgreementType.ToldToColleagues, PlanItemType.ToldToColleagues)]
    [InlineData(AgreementType.Task, PlanItemType.Task)]
    [InlineData(AgreementType.Setback, PlanItemType.Setback)]
    public void WhatMayEnd_IsAPlanThatBreaksNoRule(AgreementType type, PlanItemType becomes)
    {
        var reviewed = type is AgreementType.Adjustment or AgreementType.Goal or AgreementType.GradedStep;
        var terms = _world.Terms() with
        {
            Type = type,
            Review = reviewed ? new DateOnly(2027, 1, 26) : null,
            Work = type == AgreementType.GradedStep ? new WorkRange(25, 50, WorkUnit.Percent) : null,
        };

        var plan = End(terms);

        var line = Assert.Single(plan.Items);
        Assert.Equal((becomes, terms.Text, PlanAudience.Workplace), (line.Type, line.Text, line.Audience));
        Assert.Empty(PlanRules.Check(plan.Items, plan.Items, Parties()));
    }

    [Fact]
    public void AStepInHours_KeepsItsRange_AndMayPause()
    {
        var line = End(_world.Terms() with { Type = AgreementType.GradedStep, Work = new WorkRange(10, 12.5m, WorkUnit.HoursPerWeek) }).Items[0];

        Assert.Equal((10m, 12.5m, null), (line.HoursFrom, line.HoursTo, line.DegreeFrom));
        Assert.True(line.MayPause);
    }

    [Fact]
    public void AnAgreementOfAnotherKind_KeepsItsKind_AndStaysWithTheCare()
    {
        var line = End(_world.Terms() with { Type = AgreementType.Setback, Review = null }, InformationKind.Health).Items[0];

        Assert.Equal((InformationKind.Health, PlanAudience.CitizenAndCare), (line.Kind, line.Audience));
    }

    [Theory]
    [InlineData(AgreementType.Adjustment)]
    [InlineData(AgreementType.GradedStep)]
    [InlineData(AgreementType.Task)]
    public void ALine_SaysWhatWasAgreed_WhoeverReadsIt_UntilItIsWordedAnew(AgreementType type)
    {
        var (meeting, agreement) = Agreed(_world.Terms() with { Type = type, Work = type == AgreementType.GradedStep ? new WorkRange(25, 50, WorkUnit.Percent) : null });
        var plan = meeting.End(_world.Amina.Id, new BoardRows([], [agreement], []), [], Late).Value.ToPlan(meeting);
        var by = Parties()[0];
        var first = PlanVersion.FromMeeting(_world.Case.Id, meeting.Id, null, plan, by, Parties(), new HashSet<Guid> { by.PartyId }, [], Late).Value;
        PlanItem Then(PlanItemContent changed) => PlanVersion.Edit(_world.Case.Id, first, 1, new PlanContent { Items = [changed] }, by, Parties(), [], Late).Value.Items[0];
        var line = first.Items[0].Content();

        Assert.True(first.Items[0].Says(agreement));
        Assert.True(Then(line with { Audience = PlanAudience.Workplace | PlanAudience.Insurance }).Says(agreement));
        Assert.False(Then(line with { Text = "Three mornings" }).Says(agreement));
        Assert.False(Then(line with { Due = line.Due!.Value.AddDays(7) }).Says(agreement));
        Assert.False(first.Items[0].Says(Agreed(_world.Terms()).Agreement));
    }

    private PlanContent End(AgreementTerms terms, InformationKind kind = InformationKind.Plan)
    {
        var (meeting, agreement) = Agreed(terms, kind);
        return meeting.End(_world.Amina.Id, new BoardRows([], [agreement], []), [], Late).Value.ToPlan(meeting);
    }

    private (Meeting Meeting, Agreement Agreement) Agreed(AgreementTerms terms, InformationKind kind = InformationKind.Plan)
    {
        var meeting = _world.UnderWay();
        var agreement = meeting.AddAgreement(_world.Amina.Id, terms, Early).Value;
        typeof(Agreement).GetProperty(nameof(Agreement.Kind))!.SetValue(agreement, kind);
        foreach (var side in new[] { _world.Sara, _world.Jonas })
            Done(agreement.SayYes(meeting, side.Id, side.Id, 1, Early));
        return (meeting, agreement);
    }

    private IReadOnlyList<PlanParty> Parties() =>
        [.. _world.Case.Parties.Select(p => new PlanParty(p.Id, p.PersonId, p.Role, Hat.Support))];
}
