namespace CommonGround.Domain.Meetings;

/// <summary>
/// When someone was last seen on a meeting's board: coarse, and good for "here now" only. Read together with a meeting that may be seen.
/// </summary>
public sealed class MeetingPresence
{
    /// <summary>Longer unseen than this is no longer here.</summary>
    public static readonly TimeSpan Fades = TimeSpan.FromSeconds(45);

    public required Guid MeetingId { get; init; }

    public required Guid PartyId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime FirstSeenAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SeenAt { get; set; }

    public bool IsHere(DateTime at) => at - SeenAt < Fades;
}
