namespace CommonGround.Domain.Meetings;

/// <summary>How a yes was given. The numbers are stored: never renumber.</summary>
public enum YesWay
{
    /// <summary>By the party, on the board.</summary>
    OnTheBoard = 1,

    /// <summary>Said aloud, entered by the coordinator, and marked so (need N74).</summary>
    SaidInTheRoom = 2,
}

/// <summary>One party's yes to the exact words of one agreement.</summary>
public sealed record Yes(Guid PartyId, YesWay Way, Guid EnteredByPersonId, DateTime At);
