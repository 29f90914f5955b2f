namespace CommonGround.Domain.Meetings;

/// <summary>What an agreement becomes in the plan. The numbers are stored: never renumber.</summary>
public enum AgreementType
{
    /// <summary>A change at work.</summary>
    Adjustment = 1,

    Goal = 2,

    /// <summary>A work degree or hours from a date, as a range.</summary>
    GradedStep = 3,

    FollowUp = 4,

    /// <summary>Who tells colleagues what.</summary>
    ToldToColleagues = 5,

    Task = 6,

    /// <summary>What happens if it gets worse.</summary>
    Setback = 7,
}

/// <summary>In what a graded step is counted. The numbers are stored: never renumber.</summary>
public enum WorkUnit
{
    /// <summary>Percent of contracted hours, 0–100.</summary>
    Percent = 1,

    HoursPerWeek = 2,
}

/// <summary>How much work, always as a range, for nobody knows beforehand (need N4). Both ends are the same where it is certain.</summary>
public sealed record WorkRange(decimal From, decimal To, WorkUnit Unit)
{
    public const int MostHours = 60;

    public bool IsWithinBounds => From >= 0 && From <= To
        && (Unit == WorkUnit.Percent ? To <= 100 && decimal.IsInteger(From) && decimal.IsInteger(To) : To <= MostHours);
}

/// <summary>An agreement as it is worded: what, who, from when, reviewed when.</summary>
/// <param name="OwnerPartyId">The one party that sees to it; may be missing on the board, not in the plan.</param>
/// <param name="Work">Only for a <see cref="AgreementType.GradedStep"/>.</param>
public sealed record AgreementTerms(
    string Text, AgreementType Type, Guid? OwnerPartyId = null, DateOnly? From = null, DateOnly? Review = null, WorkRange? Work = null);
