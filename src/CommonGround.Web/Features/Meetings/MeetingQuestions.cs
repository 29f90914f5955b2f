using CommonGround.Domain.Meetings;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings;

/// <summary>Whether a time suits: asked of everyone who is needed and has not answered yet.</summary>
public sealed class MeetingQuestions(CommonGroundDb db) : IAsk
{
    public async Task<IReadOnlyList<AskedOf>> Of(Guid personId, Guid? caseId, DateTime now)
    {
        var open = await db.Meetings.AsNoTracking()
            .Where(m => m.State == MeetingState.Proposed && (caseId == null || m.CaseId == caseId)).ToListAsync();
        return
        [
            .. from meeting in open
               let me = meeting.ParticipantOf(personId)
               where me is { IsNeeded: true }
               where meeting.Times.Any(t => t.Start > now && t.ByPartyId != me.PartyId && t.AnswerOf(me.PartyId) is null)
               let first = meeting.Times.Min(t => t.Start)
               select new AskedOf(meeting.CaseId, me.Role, "asked.meeting-time", $"/cases/{meeting.CaseId}/meetings/{meeting.Id}",
                   DateOnly.FromDateTime(first), meeting.CreatedAt),
        ];
    }
}
