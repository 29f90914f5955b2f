using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Meetings;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings;

/// <summary>Changes a meeting of a case, for someone who is invited to it; to others it does not exist.</summary>
public sealed class MeetingHandler(CaseChanges changes)
{
    /// <param name="make">Changes it, or refuses; where it leads stays <paramref name="location"/>.</param>
    public Task<Outcome<string>> In(
        RequestAccess access, Guid meetingId, Guid commandId, string location, Func<MeetingChange, Task<Outcome<Done>>> make) =>
        changes.InCase(access.InCase!.CaseId, access.Acting(commandId), async change =>
        {
            var meeting = await change.Db.Whole<Meeting>().FirstOrDefaultAsync(m => m.Id == meetingId && m.CaseId == change.Case.Id);
            if (meeting?.ParticipantOf(access.PersonId, change.By.Role) is not { } me || !StillReads(change, meeting, me))
                return new NotFound();

            var made = await make(new MeetingChange(change, meeting, me));
            return made.Match<Outcome<string>>(_ => location, error => error);
        });

    public Task<Outcome<string>> In(
        RequestAccess access, Guid meetingId, Guid commandId, string location, Func<MeetingChange, Outcome<Done>> make) =>
        In(access, meetingId, commandId, location, change => Task.FromResult(make(change)));

    public Task<Outcome<string>> Propose(RequestAccess access, Guid commandId, MeetingAsked asked) =>
        changes.InCase(access.InCase!.CaseId, access.Acting(commandId), async change =>
        {
            var proposed = Meeting.Propose(change.Case, asked, change.Now);
            if (!proposed.Succeeded)
                return proposed.Error!;

            var meeting = proposed.Value;
            change.Db.Meetings.Add(meeting);
            var released = change.Case.ReleaseItem(
                meeting.Id, InformationKind.Attendance, meeting.Audience(change.Case, change.Now), change.Matrix, change.Now);
            if (!released.Succeeded)
                return released.Error!;

            change.Journal("MeetingProposed");
            await MeetingMailHandler.Tell(change, meeting);
            var brought = await change.BringAll(meeting);
            return brought.Match<Outcome<string>>(_ => $"/cases/{change.Case.Id}/meetings/{meeting.Id}", error => error);
        });

    /// <summary>Who comes along reads what stands on the board: everyone who wrote there was told so beside the field.</summary>
    public static async Task<Outcome<Done>> Bring(MeetingChange change, Party companion)
    {
        var brought = change.Meeting.Bring(change.Change.Case, companion, change.Now);
        if (!brought.Succeeded)
            return brought;

        var board = await change.Board();
        IOnCommonGround[] rows = [change.Meeting, .. board.Points, .. board.Agreements, .. board.Differences];
        foreach (var row in rows)
        {
            if (change.Change.Case.ReleaseItem(row.Id, row.Kind, [companion], change.Change.Matrix, change.Now) is { Succeeded: false } refused)
                return refused.Error!;
        }

        return brought;
    }

    /// <summary>A permission that ended while a form was open ends what the form can do.</summary>
    private static bool StillReads(CaseChange change, Meeting meeting, MeetingParticipant me) =>
        SharingPolicy.Decide(change.Case.Sharing(), change.Matrix,
            new SharingQuestion(me.PersonId, InformationKind.Attendance, Purpose.Meeting, change.Now, ItemId: meeting.Id, PartyId: change.By.PartyId)).Permitted;
}
