using CommonGround.Domain.Meetings;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Changes;

namespace CommonGround.Web.Features.Meetings;

/// <summary>Tells people that there is something about a meeting.</summary>
public static class MeetingMailHandler
{
    /// <summary>Everyone invited: times are proposed, one is settled, the meeting is moved or called off.</summary>
    public static Task Tell(CaseChange change, Meeting meeting) => Tell(change, meeting, meeting.Participants);

    /// <summary>Those whose yes a time needs: someone suggested another.</summary>
    /// <param name="suggestedBy">Whose suggestion it is: they are not asked about it.</param>
    public static Task TellAsked(CaseChange change, Meeting meeting, Guid suggestedBy) =>
        Tell(change, meeting, meeting.Participants.Where(p => p.IsNeeded && p.PartyId != suggestedBy));

    private static Task Tell(CaseChange change, Meeting meeting, IEnumerable<MeetingParticipant> participants) =>
        Notices.Tell(change, participants.Select(p => (p.PartyId, p.PersonId)), _ => $"/cases/{change.Case.Id}/meetings/{meeting.Id}");
}
