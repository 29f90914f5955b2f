using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Programmes.Imagined;

namespace CommonGround.Domain.Tests.Programmes;

public sealed class ProgrammeChecksTests
{
    private static string[] Flaws(params Step[] steps) =>
        [.. ProgrammeChecks.Of(Programme(steps)).Select(f => $"{f.Step}: {f.Name} {f.Detail}")];

    [Fact]
    public void Of_ProgrammeThatWorks_FindsNothing() => Assert.Empty(Flaws(Step("a"), Step("b", After("a"))));

    [Fact]
    public void Of_WaitForStepThatIsNotThere_IsFound() => Assert.Equal(["a: unknown-step zzz"], Flaws(Step("a", After("zzz"))));

    [Fact]
    public void Of_DeadlineFromStepThatIsNotThere_IsFound() =>
        Assert.Equal(["a: unknown-step zzz"], Flaws(Step("a", null, Within(1, DeadlineUnit.Days, "zzz"))));

    [Fact]
    public void Of_StepsThatWaitForOneAnother_AreUnreachable() => Assert.Equal(
        ["b: unreachable-step b", "c: unreachable-step c"],
        Flaws(Step("a"), Step("b", After("c")), Step("c", After("b"))));

    [Fact]
    public void Of_ConditionThatContradictsItself_IsUnreachable() => Assert.Equal(
        ["a: unreachable-step a"],
        Flaws(Step("a", new Condition.All([Imagined.Yes(KnownFacts.HasEmployer), new Condition.Not(Imagined.Yes(KnownFacts.HasEmployer))]))));

    [Fact]
    public void Of_NumbersThatCannotMeet_IsUnreachable()
    {
        Condition Degree(Comparison op, int n) => new Condition.Fact(KnownFacts.WorkDegree, op, new FactValue.Number(n));

        Assert.Single(Flaws(Step("a", new Condition.All([Degree(Comparison.AtLeast, 50), Degree(Comparison.AtMost, 49)]))));
        Assert.Empty(Flaws(Step("a", new Condition.All([Degree(Comparison.AtLeast, 50), Degree(Comparison.AtMost, 50)]))));
    }

    [Fact]
    public void Of_AnyWithOneWayOpen_IsReachable() =>
        Assert.Empty(Flaws(Step("a", new Condition.Any([After("b"), Imagined.Yes(KnownFacts.HasEmployer)])), Step("b", After("a"))));

    [Fact]
    public void Of_DeadlinesInACircle_AreFound() => Assert.Equal(
        ["a: deadline-in-circle a", "b: deadline-in-circle b"],
        Flaws(Step("a", null, Within(1, DeadlineUnit.Days, "b")), Step("b", null, Within(1, DeadlineUnit.Days, "a"))));

    [Fact]
    public void Of_RoleThatHasNoPart_IsFound() =>
        Assert.Equal(["a: role-without-part companion"], Flaws(Step("a") with { Participants = [PartyRole.Companion] }));

    [Fact]
    public void Of_HolderAmongParticipants_IsFound() =>
        Assert.Equal(["a: holder-among-participants coordinator"], Flaws(Step("a") with { Participants = [PartyRole.Coordinator] }));

    [Fact]
    public void Of_SupervisorWithoutPurposeCard_IsFound()
    {
        var step = Step("a") with
        {
            Participants = [PartyRole.Citizen, PartyRole.Supervisor],
            Purpose = new Dictionary<PartyRole, PurposeCard> { [PartyRole.Citizen] = Card() },
        };

        Assert.Equal(["a: no-purpose-card supervisor"], Flaws(step));
    }

    private static readonly Dictionary<PartyRole, PurposeCard> BothCards =
        new() { [PartyRole.Citizen] = Card(), [PartyRole.Supervisor] = Card() };

    [Fact]
    public void Of_StepThatReachesTheWorkplaceWithoutAYes_IsFound()
    {
        var talk = Step("b", After("a")) with { Participants = [PartyRole.Supervisor], Purpose = BothCards };

        Assert.Equal(["b: workplace-without-yes workplace-contact-agreed"], Flaws(Step("a"), talk));
    }

    [Fact]
    public void Of_YesThatAnotherConditionCanStandInFor_IsFound()
    {
        var talk = Step("b", new Condition.Any([Imagined.Yes(KnownFacts.WorkplaceContactAgreed), After("a")]))
            with
        { Participants = [PartyRole.Supervisor], Purpose = BothCards };

        Assert.Contains("b: workplace-without-yes workplace-contact-agreed", Flaws(Step("a"), talk));
    }

    [Fact]
    public void Of_StepThatWaitsForTheYes_Works()
    {
        var talk = Step("b", new Condition.All([After("a"), Imagined.Yes(KnownFacts.WorkplaceContactAgreed)]))
            with
        { Participants = [PartyRole.Supervisor], Purpose = BothCards };

        Assert.Empty(Flaws(Step("a"), talk));
    }

    [Fact]
    public void Of_SupervisorToldOfAStepThatIsNotTheirs_IsFound()
    {
        var step = Step("a") with { Purpose = BothCards };

        Assert.Equal(["a: supervisor-told-of-others-step a"], Flaws(step));
    }

    [Fact]
    public void Of_NoNextTextForTheCitizen_IsFound() =>
        Assert.Contains("a: no-next-text citizen", Flaws(Step("a") with { Next = new Dictionary<PartyRole, NextText>() }));

    [Fact]
    public void Of_MeetingWithoutAgenda_IsFound() =>
        Assert.Equal(["a: meeting-without-agenda a"], Flaws(Step("a") with { Kind = StepKind.Meeting }));

    [Fact]
    public void Of_NeedThatHangsOnAStep_IsFound() =>
        Assert.Equal(["b: needed-if-names-step a"], Flaws(Step("a"), Step("b") with { NeededIf = After("a") }));
}
