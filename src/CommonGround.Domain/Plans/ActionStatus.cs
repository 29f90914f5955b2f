namespace CommonGround.Domain.Plans;

/// <summary>How far something that was to be done has come. The numbers are stored: never renumber.</summary>
public enum ActionStatus
{
    Planned = 1,

    /// <summary>An adjustment is in place; a task or a follow-up is done.</summary>
    InPlace = 2,

    /// <summary>Did not come about, and why. Says what stood in the way, not who.</summary>
    NotDone = 3,
}

/// <summary>What the citizen says to what someone else said of a line. The numbers are stored: never renumber.</summary>
public enum Confirmation
{
    /// <summary>It is so.</summary>
    Yes = 1,

    /// <summary>Something is missing, in their words.</summary>
    NotQuite = 2,
}
