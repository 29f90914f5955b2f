using CommonGround.Domain;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Meetings;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Meetings;

/// <summary>
/// What people put down beforehand stands on the board of each meeting that they take part in, from its proposal to its end, and
/// leaves it when they take it back: one text, wherever it is read. There too it is read by those whom it was put before, and nobody else.
/// </summary>
public static class PointsOnBoard
{
    /// <summary>Everything that has been put down so far comes to the board of a meeting that is being proposed.</summary>
    public static async Task<Outcome<Done>> BringAll(this CaseChange change, Meeting meeting)
    {
        var points = await change.Db.Whole<ReleasedPoint>().Where(p => p.CaseId == change.Case.Id && p.RecalledAt == null).OrderBy(p => p.ReleasedAt).ToListAsync();
        return Bring(change, meeting, points);
    }

    /// <summary>A point that is being put down comes to the boards of the meetings ahead and of the one under way.</summary>
    public static async Task<Outcome<Done>> BringToMeetings(this CaseChange change, IReadOnlyCollection<ReleasedPoint> points)
    {
        foreach (var meeting in await Open(change))
        {
            if (Bring(change, meeting, points) is { Succeeded: false } refused)
                return refused;
        }

        return new Done();
    }

    /// <summary>Takes a released point back from all it was put before, on the boards too.</summary>
    public static async Task TakeBackPoint(this CaseChange change, ReleasedPoint point)
    {
        point.Recall(change.Now);
        change.Case.RecallItem(point.Id, change.Now);
        var meetings = await Open(change);
        foreach (var onBoard in await change.Db.Whole<BoardPoint>().Where(p => p.CaseId == change.Case.Id && p.SourceId == point.Id && p.RemovedAt == null).ToListAsync())
        {
            if (meetings.Find(m => m.Id == onBoard.MeetingId) is not { } meeting)
                continue;

            onBoard.TakeBack(meeting, change.Now);
            change.Case.RecallItem(onBoard.Id, change.Now);
        }
    }

    /// <summary>Taken off the board by its side, it is taken back where it came from.</summary>
    public static async Task TakeBackSource(this CaseChange change, BoardPoint removed)
    {
        if (removed.SourceId is { } source && await change.Db.Whole<ReleasedPoint>().FirstOrDefaultAsync(p => p.Id == source && p.CaseId == change.Case.Id) is { } point)
            await change.TakeBackPoint(point);
    }

    private static Outcome<Done> Bring(CaseChange change, Meeting meeting, IReadOnlyCollection<ReleasedPoint> points)
    {
        var audience = meeting.Audience(change.Case, change.Now);
        // Whoever is not invited has no side on this board.
        foreach (var point in points.Where(p => meeting.Participant(p.SidePartyId) is not null))
        {
            if (meeting.TakeUp(point, change.Now) is not { Succeeded: true, Value: var onBoard })
                continue;

            if (change.Case.ReleaseItem(onBoard.Id, onBoard.Kind, change.Case.ReadersOf(point, audience), change.Matrix, change.Now) is { Succeeded: false } refused)
                return refused.Error!;

            change.Db.Add(onBoard);
            change.Journal("PointPutOnBoard", new JournalWords(onBoard.Kind, "board-point", onBoard.Text, onBoard.AuthorPersonId));
        }

        return new Done();
    }

    private static Task<List<Meeting>> Open(CaseChange change) => change.Db.Whole<Meeting>()
        .Where(m => m.CaseId == change.Case.Id && m.State != MeetingState.Ended && m.State != MeetingState.Cancelled).ToListAsync();
}
