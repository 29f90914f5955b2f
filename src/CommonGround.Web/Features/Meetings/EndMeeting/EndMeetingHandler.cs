using CommonGround.Domain;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings.EndMeeting;

/// <summary>
/// Ends a meeting, all in one transaction: the board is closed and so becomes the minutes, the agreements become a version of the
/// plan, and the programme's step is done.
/// </summary>
public sealed class EndMeetingHandler
{
    public async Task<Outcome<Done>> End(MeetingChange change)
    {
        var since = change.Meeting.StartedAt ?? change.Meeting.CreatedAt;
        var seen = await change.Db.MeetingPresences.Where(p => p.MeetingId == change.Meeting.Id && p.SeenAt >= since)
            .Select(p => p.PartyId).ToListAsync();
        var ended = change.Meeting.End(change.By, await change.Board(), seen, change.Now);
        if (!ended.Succeeded)
            return ended.Error!;

        change.Change.Case.Step(change.Meeting.StepKey)?.Complete(change.Now);
        change.Change.Journal("MeetingEnded", ended.Value.Agreed.Select(a =>
            new JournalWords(InformationKind.Plan, "agreement", a.Text, a.AuthorPersonId)));
        return new Done();
    }
}
