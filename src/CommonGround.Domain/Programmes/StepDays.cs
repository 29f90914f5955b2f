namespace CommonGround.Domain.Programmes;

/// <summary>
/// Works out deadlines. A deadline counted from a step stands on that step's day: done (or settled as not needed), else
/// planned, else its own deadline. Only the first is settled; the others may still move.
/// </summary>
internal sealed class StepDays(Programme programme, CaseFacts facts)
{
    private readonly NationalCalendar _calendar = NationalCalendar.For(programme.Country)
        ?? throw new ArgumentException($"No calendar for {programme.Country}: the reader lets no such programme through.", nameof(programme));

    private readonly Dictionary<string, (DateOnly? Day, bool Settled)> _deadlines = [];

    public (DateOnly? Day, bool Settled) DeadlineOf(Step step)
    {
        if (_deadlines.TryGetValue(step.Key, out var known))
            return known;

        // Set before it is worked out: a circle, which the checks refuse at load, would end here and not run for ever.
        _deadlines[step.Key] = (null, false);
        return _deadlines[step.Key] = WorkOut(step.Deadline);
    }

    private (DateOnly? Day, bool Settled) WorkOut(Deadline? deadline)
    {
        if (deadline is null)
            return (null, false);
        var (day, settled) = deadline.Base switch
        {
            DeadlineBase.FirstSickDay => (facts.FirstSickDay, true),
            DeadlineBase.CaseStart => (facts.CaseStart, true),
            _ => DayOf(deadline.StepKey!),
        };
        return day is { } from ? (deadline.DayFrom(from, _calendar), settled) : (null, false);
    }

    private (DateOnly? Day, bool Settled) DayOf(string key)
    {
        var of = facts.Steps.GetValueOrDefault(key);
        if ((of?.CompletedDay ?? of?.SkippedDay) is { } behind)
            return (behind, true);
        if (of?.PlannedDay is { } planned)
            return (planned, false);
        return programme.Find(key) is { } step ? (DeadlineOf(step).Day, false) : (null, false);
    }
}
