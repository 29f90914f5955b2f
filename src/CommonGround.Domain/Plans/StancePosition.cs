namespace CommonGround.Domain.Plans;

/// <summary>
/// Where a party stands (need N50). The first three are for those who support; the last three for those who decide, or who must
/// note: they do not agree in advance. The numbers are stored: never renumber.
/// </summary>
public enum StancePosition
{
    Agrees = 1,

    /// <summary>Not so, but it can work: says what would make it work.</summary>
    Reservation = 2,

    Disagrees = 3,

    /// <summary>Has read it.</summary>
    Noted = 4,

    /// <summary>A rule bears on this: which, and how.</summary>
    RuleAffected = 5,

    Question = 6,
}
