using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Tests.Programmes;

/// <summary>Every shipped programme is walked from first to last step, on the ways that people's lives take.</summary>
public sealed class ShippedCourseTests
{
    private static readonly DateOnly Start = new(2026, 11, 2);

    public static TheoryData<string> Keys => [.. Shipped.Content.Programmes.Select(p => p.Key)];

    private static Programme Of(string key) => Shipped.Content.Programmes.Single(p => p.Key == key);

    private static Dictionary<string, FactValue> Known(bool yes, bool employer = true, bool separate = false) => new()
    {
        [KnownFacts.WorkplaceContactAgreed] = new FactValue.YesNo(yes),
        [KnownFacts.HasEmployer] = new FactValue.YesNo(employer),
        [KnownFacts.SeparateMeetings] = new FactValue.YesNo(separate),
    };

    /// <summary>Does the current step each week until nothing can be done, and gives what was done and where it ended.</summary>
    private static (List<string> Done, CourseOfCase End) Walk(Programme programme, Dictionary<string, FactValue> facts)
    {
        var steps = new Dictionary<string, StepFacts>();
        var done = new List<string>();
        for (var day = Start; ; day = day.AddDays(7))
        {
            var course = CourseOfCase.Of(programme, new CaseFacts
            {
                CaseStart = Start, FirstSickDay = Start.AddDays(-20), Today = day, Steps = steps, Facts = facts,
            });
            if (course.Current is not { Place: StepPlace.Now } now)
                return (done, course);
            Assert.NotNull(course.NextStepFor(PartyRole.Citizen));
            Assert.NotNull(course.NextStepFor(PartyRole.Coordinator));
            steps[now.Step.Key] = new StepFacts { CompletedDay = day };
            done.Add(now.Step.Key);
        }
    }

    [Theory, MemberData(nameof(Keys))]
    public void With_a_yes_and_an_employer_every_step_is_done_and_none_is_left(string key)
    {
        var (done, end) = Walk(Of(key), Known(yes: true));

        Assert.Equal(Of(key).Steps.Select(s => s.Key).Order(), done.Order());
        Assert.Null(end.Current);
    }

    [Theory, MemberData(nameof(Keys))]
    public void Without_a_yes_no_step_that_reaches_the_workplace_is_done_and_the_citizen_is_asked(string key)
    {
        var (done, end) = Walk(Of(key), Known(yes: false));

        Assert.DoesNotContain(Of(key).Steps, s => done.Contains(s.Key) && s.Involves(PartyRole.Supervisor));
        Assert.Equal(StepPlace.Waiting, end.Current!.Place);
        Assert.NotNull(end.NextStepFor(PartyRole.Citizen)!.Text.Action);
        Assert.Null(end.NextStepFor(PartyRole.Supervisor));
    }

    [Theory, MemberData(nameof(Keys))]
    public void Without_an_employer_the_programme_runs_without_a_supervisor(string key)
    {
        var (_, end) = Walk(Of(key), Known(yes: false, employer: false));

        Assert.All(end.Steps, s => Assert.True(s.IsBehind));
        Assert.All(end.Steps.Where(s => s.Step.Holder == PartyRole.Supervisor), s => Assert.Equal(StepPlace.NotNeeded, s.Place));
    }

    [Theory, MemberData(nameof(Keys))]
    public void In_a_conflict_no_joint_meeting_is_forced(string key)
    {
        var (done, end) = Walk(Of(key), Known(yes: true, separate: true));

        Assert.DoesNotContain(Of(key).Steps, s => done.Contains(s.Key) && s.Kind == StepKind.Meeting);
        Assert.Null(end.Current);
    }

    [Theory, MemberData(nameof(Keys))]
    public void Every_step_that_is_not_held_at_once_has_a_date_to_show(string key)
    {
        var course = CourseOfCase.Of(Of(key), new CaseFacts { CaseStart = Start, FirstSickDay = Start, Today = Start, Facts = Known(true) });

        Assert.All(course.Steps, s => Assert.NotNull(s.Date));
        Assert.Equal(course.Steps.Select(s => s.Date!.Day).First(), course.Steps.Min(s => s.Date!.Day));
    }
}
