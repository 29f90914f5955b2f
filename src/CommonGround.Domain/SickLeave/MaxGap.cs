namespace CommonGround.Domain.SickLeave;

/// <summary>
/// How many days may lie between two certificates of one episode: 0 to 90, 5 unless a unit sets another.
/// A gap of 0 means that the next certificate starts the day after the last one ends.
/// </summary>
public readonly record struct MaxGap
{
    public const int Most = 90;

    private readonly int _lessDefault;

    private MaxGap(int days) => _lessDefault = days - 5;

    public static MaxGap Default => default;

    // The default of the type is the default of the rule: five days.
    public int Days => _lessDefault + 5;

    public static Outcome<MaxGap> Of(int days) => days is >= 0 and <= Most ? new MaxGap(days) : new MaxGapOutOfRange(days);
}

/// <summary>The gap is negative or more than ninety days.</summary>
public sealed record MaxGapOutOfRange(int Days) : Error;
