namespace CommonGround.Domain.Plans;

/// <summary>What a line of the plan is. The numbers are stored: never renumber.</summary>
public enum PlanItemType
{
    /// <summary>Where we are going, and what the person wishes (need N46). Reviewed on a day.</summary>
    Goal = 1,

    /// <summary>A change at work: planned, in place, not done and why (need N57).</summary>
    Adjustment = 2,

    /// <summary>Degree or hours worked from a day, as a range, with a review (need N13). May pause or step back.</summary>
    GradedStep = 3,

    /// <summary>A talk that its owner starts: as a rule the supervisor (need N59).</summary>
    FollowUp = 4,

    /// <summary>One thing that one owner does by one day (need N63).</summary>
    Task = 5,

    /// <summary>What colleagues are told, in these words, by whom.</summary>
    ToldToColleagues = 6,

    /// <summary>If it gets worse: early signs, what I do, whom I tell (need N26).</summary>
    Setback = 7,

    /// <summary>What the person can do now, beside a goal (need N46). A row of its own, because it may be of another kind.</summary>
    Ability = 8,
}
