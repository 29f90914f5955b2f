namespace CommonGround.Domain.Programmes;

/// <summary>From what a deadline is counted.</summary>
public enum DeadlineBase
{
    FirstSickDay = 1,
    CaseStart = 2,

    /// <summary>The day of another step: done, else planned, else its own deadline.</summary>
    Step = 3,
}

/// <summary>In what a deadline is counted.</summary>
public enum DeadlineUnit
{
    Days = 1,
    Weeks = 2,

    /// <summary>Days that are neither weekend nor closed by the country's calendar.</summary>
    WorkingDays = 3,
}

/// <summary>
/// The last day on which a step should have been done: so many days after (or, negative, before) its base. The base itself
/// is day 0, so "by day 30 of the sick leave" is 29 days after the first sick day.
/// </summary>
/// <param name="StepKey">Where the base is a step: its key.</param>
/// <param name="Label">What the deadline means: "within two weeks of the start".</param>
/// <param name="Rule">Key of the rule that sets it; none where the programme itself chose it.</param>
public sealed record Deadline(DeadlineBase Base, string? StepKey, int Offset, DeadlineUnit Unit, Wording Label, string? Rule)
{
    public DateOnly DayFrom(DateOnly baseDay, NationalCalendar calendar) => Unit switch
    {
        DeadlineUnit.Weeks => baseDay.AddDays(7 * Offset),
        DeadlineUnit.WorkingDays => calendar.AddWorkingDays(baseDay, Offset),
        _ => baseDay.AddDays(Offset),
    };
}
