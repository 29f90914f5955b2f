namespace CommonGround.Domain.Programmes;

/// <summary>Where a step stands in a case.</summary>
public enum StepPlace
{
    Done = 1,

    /// <summary>Its turn has come and nothing hinders it. Several steps can be so at once.</summary>
    Now = 2,

    /// <summary>The first of those whose turn has not come.</summary>
    Next = 3,

    Later = 4,

    NotNeeded = 5,

    /// <summary>Its turn has come, but something else than a step is missing: a yes, a person.</summary>
    Waiting = 6,
}

/// <summary>What a shown date is.</summary>
public enum DateMeaning
{
    Done = 1,
    Planned = 2,

    /// <summary>The last day by which it should be done, counted from a day that is settled.</summary>
    Deadline = 3,

    /// <summary>Counted from a day that may still move: "probably about".</summary>
    Estimate = 4,
}

/// <summary>The one date that the map shows at a step.</summary>
public sealed record ShownDate(DateOnly Day, TimeOnly? Time, DateMeaning Meaning);

/// <summary>A step with its place in a case. Who holds it and what moves it on are the step's own.</summary>
/// <param name="Deadline">Last day; null if the step has none or its base is not known.</param>
/// <param name="DeadlineIsSettled">False while the deadline is counted from a day that may still move.</param>
/// <param name="Overdue">Not behind us, and its planned day, or else its settled deadline, has passed.</param>
/// <param name="Missing">What it waits for besides other steps; null if nothing.</param>
public sealed record StepOnMap(
    Stage Stage,
    Step Step,
    StepPlace Place,
    ShownDate? Date,
    DateOnly? Deadline,
    bool DeadlineIsSettled,
    bool Overdue,
    Wait? Missing)
{
    public bool IsBehind => Place is StepPlace.Done or StepPlace.NotNeeded;

    /// <summary>Days past the planned day or the settled deadline; 0 if not overdue.</summary>
    public int DaysOverdue(DateOnly today) => Overdue ? today.DayNumber - Date!.Day.DayNumber : 0;
}

/// <summary>What a person's home shows as the one next thing.</summary>
public sealed record NextStep(StepOnMap Step, NextText Text);
