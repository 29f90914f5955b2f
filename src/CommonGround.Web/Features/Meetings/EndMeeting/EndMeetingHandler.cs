using CommonGround.Domain;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Meetings;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings.EndMeeting;

/// <summary>
/// Ends a meeting, all in one transaction: the board is closed and so becomes the minutes, the agreements become a version of the
/// plan, the programme's step is done, and who reads copies gets theirs.
/// </summary>
public sealed class EndMeetingHandler(PlanHandler plans, MinutesCopyHandler copies)
{
    public async Task<Outcome<Done>> End(MeetingChange change)
    {
        var since = change.Meeting.StartedAt ?? change.Meeting.CreatedAt;
        var seen = await change.Db.MeetingPresences.Where(p => p.MeetingId == change.Meeting.Id && p.SeenAt >= since)
            .Select(p => p.PartyId).ToListAsync();
        var board = await change.Board();
        var ended = change.Meeting.End(change.By, board, seen, change.Now);
        if (!ended.Succeeded)
            return ended.Error!;

        change.Change.Case.Step(change.Meeting.StepKey)?.Complete(change.Now);
        change.Change.Journal("MeetingEnded", ended.Value.Agreed.Select(a =>
            new JournalWords(a.Kind, "agreement", a.Text, a.AuthorPersonId)));
        var made = await Plan(change, ended.Value);
        if (!made.Succeeded)
            return made.Error!;

        await copies.HandOverToThoseThere(change.Change, change.Meeting, board, made.Value);
        return new Done();
    }

    /// <summary>The number of the version that comes of it; null if nothing was agreed.</summary>
    private async Task<Outcome<int?>> Plan(MeetingChange change, MeetingResult result)
    {
        if (result.Agreed.Count == 0)
            return (int?)null;

        // The sides said yes to every line; whoever makes the version stands behind what they make.
        var agreedBy = change.Meeting.Sides.Select(s => s.PartyId).Append(change.By).ToHashSet();
        var made = await plans.FromMeeting(change.Change, change.Meeting.Id, result.ToPlan(change.Meeting), agreedBy);
        return made.Succeeded ? made.Value.Number : made.Error!;
    }
}
