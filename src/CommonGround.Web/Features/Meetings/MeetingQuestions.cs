using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings;

/// <summary>Whether a time suits, asked of everyone who is needed and has not answered yet; and that a meeting goes on, of everyone in it.</summary>
public sealed class MeetingQuestions(CommonGroundDb db) : IAsk
{
    public async Task<IReadOnlyList<AskedOf>> Of(Guid personId, Guid? caseId, DateTime now)
    {
        var open = await db.Meetings.AsNoTracking()
            .Where(m => (m.State == MeetingState.Proposed || m.State == MeetingState.UnderWay) && (caseId == null || m.CaseId == caseId)
                // Whose yes is not for meetings any more is asked nothing about one: the page would not open.
                && db.Grants.Any(g => g.CaseId == m.CaseId && g.PersonId == personId && g.ItemId == null && g.From <= now && (g.Until == null || g.Until > now)
                    && (g.Purposes & Grant.Bit(Purpose.Meeting)) != 0)).ToListAsync();
        return
        [
            .. from meeting in open
               let me = meeting.ParticipantOf(personId)
               where me is not null && meeting.State == MeetingState.UnderWay
               select new AskedOf(meeting.CaseId, me.Role, "asked.meeting-now", $"/cases/{meeting.CaseId}/meetings/{meeting.Id}/board", null, meeting.StartedAt!.Value, IsNow: true),
            .. from meeting in open
               let me = meeting.ParticipantOf(personId)
               where me is { IsNeeded: true } && meeting.State == MeetingState.Proposed
               where meeting.Times.Any(t => t.Start > now && t.ByPartyId != me.PartyId && t.AnswerOf(me.PartyId) is null)
               let first = meeting.Times.Min(t => t.Start)
               select new AskedOf(meeting.CaseId, me.Role, "asked.meeting-time", $"/cases/{meeting.CaseId}/meetings/{meeting.Id}",
                   DateOnly.FromDateTime(first), meeting.CreatedAt),
        ];
    }
}
