using CommonGround.Domain;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings.EndMeeting;

/// <summary>
/// Ends a meeting, all in one transaction: the board is closed and so becomes the minutes, the agreements become a version of the
/// plan, and the programme's step is done.
/// </summary>
public sealed class EndMeetingHandler(PlanHandler plans)
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
            new JournalWords(a.Kind, "agreement", a.Text, a.AuthorPersonId)));
        if (ended.Value.Agreed.Count == 0)
            return new Done();

        // The sides said yes to every line; whoever makes the version stands behind what they make.
        var agreedBy = change.Meeting.Sides.Select(s => s.PartyId).Append(change.By).ToHashSet();
        var made = await plans.FromMeeting(change.Change, change.Meeting.Id, ended.Value.ToPlan(change.Meeting), agreedBy);
        return made.Succeeded ? new Done() : made.Error!;
    }
}
