namespace CommonGround.Domain.Meetings;

/// <summary>How far a meeting has come. The numbers are stored: never renumber.</summary>
public enum MeetingState
{
    /// <summary>Times are proposed; not everyone who must come has said yes to one.</summary>
    Proposed = 1,

    /// <summary>One time suits all who must come.</summary>
    Agreed = 2,

    UnderWay = 3,

    /// <summary>Stands still until it is taken up again (need N69).</summary>
    Paused = 4,

    /// <summary>Over, with minutes: nothing on the board can change any more.</summary>
    Ended = 5,

    Cancelled = 6,
}

/// <summary>Where people meet. The numbers are stored: never renumber.</summary>
public enum MeetingPlace
{
    OnSite = 1,
    Phone = 2,
    Video = 3,
}

/// <summary>How far one point of the agenda has come. The numbers are stored: never renumber.</summary>
public enum AgendaState
{
    Later = 1,
    Now = 2,
    Done = 3,
}

/// <summary>One point of the agenda. Its words stand in the programme that the case follows.</summary>
/// <param name="Key">The point's key in the programme's meeting step.</param>
public sealed record AgendaPoint(string Key, AgendaState State = AgendaState.Later);
