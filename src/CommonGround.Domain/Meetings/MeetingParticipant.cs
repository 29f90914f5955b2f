using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Meetings;

/// <summary>Someone invited to a meeting, and whether they came.</summary>
/// <param name="IsNeeded">Without their yes there is no time. A companion is welcome, and waited for by nobody.</param>
/// <param name="PresentSince">UTC; null while they have not come.</param>
/// <param name="LeftAt">UTC; null while they are there.</param>
public sealed record MeetingParticipant(
    Guid PartyId, Guid PersonId, PartyRole Role, bool IsNeeded, DateTime InvitedAt, DateTime? PresentSince = null, DateTime? LeftAt = null)
{
    public bool IsPresent => PresentSince is not null && LeftAt is null;

    /// <summary>
    /// Whether agreements need this party's yes. The coordinator chairs and is neutral (need N22); a companion supports and has none.
    /// </summary>
    public bool HasYes => Role is not (PartyRole.Coordinator or PartyRole.Companion);
}
