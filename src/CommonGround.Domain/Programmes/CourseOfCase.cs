using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Programmes;

/// <summary>
/// The map of a case (need N33): each step of the programme with where it stands, the date to show, and whether it is late.
/// Worked out anew from the facts at each asking, so it is never out of step with them. The worklist, the citizen's home
/// and the map all read from here.
/// </summary>
public sealed class CourseOfCase
{
    private CourseOfCase(Programme programme, IReadOnlyList<StepOnMap> steps, bool workplaceMayHear)
    {
        Programme = programme;
        Steps = steps;
        WorkplaceMayHear = workplaceMayHear;
    }

    public Programme Programme { get; }

    /// <summary>The citizen's yes to contact with the workplace stands (need N56).</summary>
    public bool WorkplaceMayHear { get; }

    /// <summary>All steps in the programme's order.</summary>
    public IReadOnlyList<StepOnMap> Steps { get; }

    /// <summary>Where the case is: the first step that can be done now, else the first that waits; null when all is behind.</summary>
    public StepOnMap? Current => First(StepPlace.Now) ?? First(StepPlace.Waiting) ?? First(StepPlace.Next);

    /// <summary>Whether a step may not be begun because the citizen's yes to contact with the workplace is not there (need N56).</summary>
    public bool WaitsForYes(string key) => !WorkplaceMayHear && Steps.Any(s => s.Step.Key == key && s.Missing is not null);

    public static CourseOfCase Of(Programme programme, CaseFacts facts)
    {
        var days = new StepDays(programme, facts);
        var steps = new List<StepOnMap>();
        foreach (var stage in programme.Stages)
        {
            foreach (var step in stage.Steps)
                steps.Add(Draw(programme, facts, days, stage, step, steps));
        }

        var yes = facts.Facts.GetValueOrDefault(KnownFacts.WorkplaceContactAgreed) == new FactValue.YesNo(true);
        return new CourseOfCase(programme, steps, yes);
    }

    /// <summary>
    /// The one next thing for a role: what can be done now and involves it; else what waits and has a word to it; else what
    /// others do now, so that nobody has to wonder. Earliest date first. Null when nothing has a word to this role; always for a
    /// supervisor while the citizen's yes is not there (need N56).
    /// </summary>
    public NextStep? NextStepFor(PartyRole role) => role == PartyRole.Supervisor && !WorkplaceMayHear ? null : Steps
        .Select((step, order) => (step, order, text: TextFor(step, role)))
        .Where(s => s.text is not null)
        .OrderBy(s => Nearness(s.step, role))
        .ThenBy(s => s.step.Date?.Day ?? DateOnly.MaxValue)
        .ThenBy(s => s.order)
        .Select(s => new NextStep(s.step, s.text!))
        .FirstOrDefault();

    private static NextText? TextFor(StepOnMap step, PartyRole role) => step.Place switch
    {
        StepPlace.Now => step.Step.Next.GetValueOrDefault(role),
        StepPlace.Waiting => step.Missing?.Next.GetValueOrDefault(role),
        _ => null,
    };

    private static int Nearness(StepOnMap step, PartyRole role) => (step.Place, step.Step.Involves(role)) switch
    {
        (StepPlace.Now, true) => 0,
        (StepPlace.Waiting, _) => 1,
        _ => 2,
    };

    private static StepOnMap Draw(
        Programme programme, CaseFacts facts, StepDays days, Stage stage, Step step, IReadOnlyList<StepOnMap> before)
    {
        var place = PlaceOf(programme, facts, step, before);
        var (deadline, settled) = days.DeadlineOf(step);
        var of = facts.Steps.GetValueOrDefault(step.Key);
        var date = place switch
        {
            StepPlace.NotNeeded => null,
            StepPlace.Done => new ShownDate(of!.CompletedDay!.Value, null, DateMeaning.Done),
            _ when of?.PlannedDay is { } planned => new ShownDate(planned, of.PlannedTime, DateMeaning.Planned),
            // What was likely and did not come is not likely any more.
            _ when deadline < facts.Today && !settled => null,
            _ when deadline is { } last => new ShownDate(last, null, settled ? DateMeaning.Deadline : DateMeaning.Estimate),
            _ => null,
        };
        var open = place is not (StepPlace.Done or StepPlace.NotNeeded);
        var overdue = open && date is { Meaning: DateMeaning.Planned or DateMeaning.Deadline } && date.Day < facts.Today;
        var missing = open && Lacks(step, facts) ? step.WaitsFor : null;
        return new StepOnMap(stage, step, place, date, deadline, settled, overdue, missing);
    }

    private static StepPlace PlaceOf(Programme programme, CaseFacts facts, Step step, IReadOnlyList<StepOnMap> before)
    {
        var of = facts.Steps.GetValueOrDefault(step.Key);
        if (of?.CompletedDay is not null)
            return StepPlace.Done;
        if (of?.SkippedDay is not null || !IsNeeded(step, facts))
            return StepPlace.NotNeeded;

        FactValue? Fact(string name) => facts.Facts.GetValueOrDefault(name);
        bool? Behind(string key) => IsBehind(programme, facts, key);
        var wait = step.WaitsFor?.Condition;
        if (wait is null || wait.Holds(Fact, Behind) == true)
            return StepPlace.Now;
        if (wait.Holds(_ => null, Behind) != false)
            return StepPlace.Waiting;
        return before.Any(s => s.Place == StepPlace.Next) ? StepPlace.Later : StepPlace.Next;
    }

    /// <summary>Whether something besides other steps is missing: the wait, with every step taken as done.</summary>
    private static bool Lacks(Step step, CaseFacts facts) =>
        step.WaitsFor is { } wait && wait.Condition.Holds(facts.Facts.GetValueOrDefault, _ => true) != true;

    private static bool IsNeeded(Step step, CaseFacts facts) =>
        step.NeededIf?.Holds(facts.Facts.GetValueOrDefault, _ => null) != false;

    private static bool IsBehind(Programme programme, CaseFacts facts, string key)
    {
        var of = facts.Steps.GetValueOrDefault(key);
        return of?.CompletedDay is not null || of?.SkippedDay is not null
            || (programme.Find(key) is { } step && !IsNeeded(step, facts));
    }

    private StepOnMap? First(StepPlace place) => Steps.FirstOrDefault(s => s.Place == place);
}
