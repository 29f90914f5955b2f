using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Programmes.Imagined;

namespace CommonGround.Domain.Tests.Programmes;

public sealed class CourseOfCaseTests
{
    private const string Yes = KnownFacts.WorkplaceContactAgreed;

    private static readonly Programme Three = Programme(
        Step("first"),
        Step("second", new Condition.All([After("first"), Imagined.Yes(Yes)])),
        Step("third", After("second")),
        Step("fourth", After("third")));

    private static StepPlace[] Places(Programme programme, CaseFacts facts) =>
        [.. CourseOfCase.Of(programme, facts).Steps.Select(s => s.Place)];

    private static Dictionary<string, FactValue> Know(string fact, bool value) => new() { [fact] = new FactValue.YesNo(value) };

    [Fact]
    public void Of_NothingDone_FirstIsNowAndOneIsNext() =>
        Assert.Equal([StepPlace.Now, StepPlace.Next, StepPlace.Later, StepPlace.Later], Places(Three, Facts()));

    [Fact]
    public void Of_ItsTurnButNobodyHasSaidYes_Waits() =>
        Assert.Equal([StepPlace.Done, StepPlace.Waiting, StepPlace.Next, StepPlace.Later], Places(Three, Facts(("first", Done(1)))));

    [Fact]
    public void Of_YesSaid_StepIsNow() =>
        Assert.Equal(StepPlace.Now, Places(Three, Facts(("first", Done(1))) with { Facts = Know(Yes, true) })[1]);

    [Fact]
    public void Of_YesTakenBackAfterTheStepWasDone_StaysDone() =>
        Assert.Equal(
            StepPlace.Done,
            Places(Three, Facts(("first", Done(1)), ("second", Done(2))) with { Facts = Know(Yes, false) })[1]);

    [Fact]
    public void Of_MissingYesBeforeItsTurn_IsToldOnTheMapAlready()
    {
        var course = CourseOfCase.Of(Three, Facts());

        Assert.Equal("Only after you say yes", course.Steps[1].Missing!.BecauseToCitizen!.En);
        Assert.Null(course.Steps[2].Missing);
    }

    [Fact]
    public void Of_StepSkipped_CountsAsBehindForThoseThatWaitForIt()
    {
        var course = CourseOfCase.Of(Programme(Step("a"), Step("b", After("a"))), Facts(("a", new StepFacts { SkippedDay = Start })));

        Assert.Equal([StepPlace.NotNeeded, StepPlace.Now], course.Steps.Select(s => s.Place));
    }

    [Theory]
    [InlineData(false, StepPlace.NotNeeded, StepPlace.Now)]
    [InlineData(true, StepPlace.Now, StepPlace.Next)]
    [InlineData(null, StepPlace.Now, StepPlace.Next)]
    public void Of_StepOnlyForThoseWithAnEmployer_IsLeftOutOnlyWhenItIsKnownThatThereIsNone(bool? has, StepPlace first, StepPlace second)
    {
        var programme = Programme(
            Step("a") with { NeededIf = Imagined.Yes(KnownFacts.HasEmployer) },
            Step("b", After("a")));
        var facts = Facts() with { Facts = has is { } known ? Know(KnownFacts.HasEmployer, known) : new Dictionary<string, FactValue>() };

        Assert.Equal([first, second], Places(programme, facts));
    }

    [Fact]
    public void Date_Done_ShowsTheDayItWasDoneEvenIfPlannedForAnother()
    {
        var step = CourseOfCase.Of(Three, Facts(("first", Planned(5) with { CompletedDay = Start.AddDays(6) }))).Steps[0];

        Assert.Equal(new ShownDate(Start.AddDays(6), null, DateMeaning.Done), step.Date);
    }

    [Fact]
    public void Date_Planned_ShowsDayAndTime() =>
        Assert.Equal(
            new ShownDate(Start.AddDays(5), new TimeOnly(10, 0), DateMeaning.Planned),
            CourseOfCase.Of(Three, Facts(("first", Planned(5)))).Steps[0].Date);

    [Theory]
    [InlineData(DeadlineUnit.Days, 10, 10)]
    [InlineData(DeadlineUnit.Weeks, 2, 14)]
    [InlineData(DeadlineUnit.WorkingDays, 5, 7)]
    public void Deadline_FromCaseStart_IsCountedInItsUnit(DeadlineUnit unit, int offset, int days)
    {
        var step = CourseOfCase.Of(Programme(Step("a", null, Within(offset, unit))), Facts()).Steps[0];

        Assert.Equal(new ShownDate(Start.AddDays(days), null, DateMeaning.Deadline), step.Date);
        Assert.False(step.Overdue);
    }

    [Fact]
    public void Deadline_FromFirstSickDay_NeedsAnEpisode()
    {
        var programme = Programme(Step("a", null, new Deadline(DeadlineBase.FirstSickDay, null, 29, DeadlineUnit.Days, Says("day 30"), "se.employer-plan")));

        Assert.Equal(Start.AddDays(19), CourseOfCase.Of(programme, Facts()).Steps[0].Deadline);
        Assert.Null(CourseOfCase.Of(programme, Facts() with { FirstSickDay = null }).Steps[0].Deadline);
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Overdue_IsFromTheDayAfterTheDeadline(int today, bool overdue)
    {
        var step = CourseOfCase.Of(
            Programme(Step("a", null, Within(10, DeadlineUnit.Days))), Facts() with { Today = Start.AddDays(today) }).Steps[0];

        Assert.Equal(overdue, step.Overdue);
        Assert.Equal(overdue ? 1 : 0, step.DaysOverdue(Start.AddDays(today)));
    }

    [Fact]
    public void Overdue_PlannedAheadThoughAfterTheDeadline_IsNot()
    {
        var step = CourseOfCase.Of(
            Programme(Step("a", null, Within(10, DeadlineUnit.Days))),
            Facts(("a", Planned(20))) with { Today = Start.AddDays(15) }).Steps[0];

        Assert.False(step.Overdue);
        Assert.True(step.Date!.Day > step.Deadline);
    }

    [Fact]
    public void Overdue_CountedFromAStepThatIsItselfLate_BlamesOnlyTheFirst()
    {
        var programme = Programme(
            Step("a", null, Within(5, DeadlineUnit.Days)),
            Step("b", After("a"), Within(5, DeadlineUnit.Days, "a")));

        var course = CourseOfCase.Of(programme, Facts() with { Today = Start.AddDays(30) });

        Assert.True(course.Steps[0].Overdue);
        Assert.False(course.Steps[1].Overdue);
        Assert.Null(course.Steps[1].Date);
        Assert.Equal(DateMeaning.Estimate, CourseOfCase.Of(programme, Facts() with { Today = Start.AddDays(7) }).Steps[1].Date!.Meaning);
    }

    [Fact]
    public void Deadline_FromAStep_MovesWithItsPlannedThenItsDoneDay()
    {
        var programme = Programme(Step("a"), Step("b", After("a"), Within(7, DeadlineUnit.Days, "a")));

        var planned = CourseOfCase.Of(programme, Facts(("a", Planned(4)))).Steps[1];
        var done = CourseOfCase.Of(programme, Facts(("a", Done(6)))).Steps[1];

        Assert.Equal((Start.AddDays(11), false), (planned.Deadline, planned.DeadlineIsSettled));
        Assert.Equal((Start.AddDays(13), true), (done.Deadline, done.DeadlineIsSettled));
    }

    [Fact]
    public void NextStepFor_SomethingToDoOneself_ComesBeforeWhatOthersDo()
    {
        var programme = Programme(Step("theirs"), Step("mine") with { Participants = [PartyRole.Citizen] });

        Assert.Equal("mine", CourseOfCase.Of(programme, Facts()).NextStepFor(PartyRole.Citizen)!.Text.Title.En);
    }

    [Fact]
    public void NextStepFor_WaitingForOnesYes_AsksForIt()
    {
        var asks = Next("Say yes or no");
        var waiting = Step("b", new Condition.All([After("a"), Imagined.Yes(Yes)]));
        var programme = Programme(
            Step("a"),
            waiting with { WaitsFor = waiting.WaitsFor! with { Next = new Dictionary<PartyRole, NextText> { [PartyRole.Citizen] = asks } } });

        var next = CourseOfCase.Of(programme, Facts(("a", Done(1)))).NextStepFor(PartyRole.Citizen)!;

        Assert.Equal(asks, next.Text);
        Assert.Equal(StepPlace.Waiting, next.Step.Place);
    }

    [Fact]
    public void NextStepFor_TwoAtOnce_TakesTheEarliest()
    {
        var programme = Programme(Step("late"), Step("soon"));

        var next = CourseOfCase.Of(programme, Facts(("late", Planned(9)), ("soon", Planned(2)))).NextStepFor(PartyRole.Coordinator);

        Assert.Equal("soon", next!.Step.Step.Key);
    }

    [Fact]
    public void NextStepFor_RoleWithoutAWord_IsNone() =>
        Assert.Null(CourseOfCase.Of(Three, Facts()).NextStepFor(PartyRole.Supervisor));

    [Theory]
    [InlineData(true, "Hear")]
    [InlineData(false, null)]
    [InlineData(null, null)]
    public void NextStepFor_Supervisor_HearsNothingWithoutTheCitizensYes(bool? yes, string? hears)
    {
        var step = Step("a") with { Next = new Dictionary<PartyRole, NextText> { [PartyRole.Supervisor] = Next("Hear") } };
        var facts = Facts() with { Facts = yes is { } said ? Know(Yes, said) : new Dictionary<string, FactValue>() };

        Assert.Equal(hears, CourseOfCase.Of(Programme(step), facts).NextStepFor(PartyRole.Supervisor)?.Text.Title.En);
    }

    [Fact]
    public void Current_AllBehind_IsNone() =>
        Assert.Null(CourseOfCase.Of(Programme(Step("a")), Facts(("a", Done(1)))).Current);

    [Fact]
    public void PurposeFor_WhoeverComesByAYesWithoutACardOfTheirOwn_IsNotGivenTheCitizens()
    {
        var step = Step("a") with { Purpose = new Dictionary<PartyRole, PurposeCard> { [PartyRole.Citizen] = Card() } };

        Assert.Null(step.PurposeFor(PartyRole.Supervisor));
        Assert.Null(step.PurposeFor(PartyRole.Caseworker));
        Assert.NotNull(step.PurposeFor(PartyRole.TreatingDoctor));
    }

    [Fact]
    public void Say_FillsNamesAndElseWhatTheRoleIsCalled()
    {
        var text = new Wording("Talk with {coordinator}", "{coordinator} ringer", "{coordinator} ringer");
        var names = new Dictionary<PartyRole, string> { [PartyRole.Coordinator] = "Amina" };

        Assert.Equal("Talk with Amina", Three.Say(text, "en", names));
        Assert.Equal("The coordinator (sv) ringer", Three.Say(text, "sv-SE", new Dictionary<PartyRole, string>()));
    }
}
