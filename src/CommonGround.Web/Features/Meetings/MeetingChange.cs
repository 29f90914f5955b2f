using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Meetings;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings;

/// <summary>One change of a meeting under way.</summary>
public sealed record MeetingChange(CaseChange Change, Meeting Meeting, MeetingParticipant Me)
{
    public DateTime Now => Change.Now;

    public Guid By => Me.PartyId;

    public CommonGroundDb Db => Change.Db;

    /// <summary>Puts a new row of the board before everyone in the meeting.</summary>
    public Outcome<Done> Put<T>(Outcome<T> made, string @event, string label, Func<T, string> words)
        where T : class, IOnCommonGround
    {
        if (!made.Succeeded)
            return made.Error!;

        var row = made.Value;
        var released = Change.Case.ReleaseItem(row.Id, row.Kind, Meeting.Audience(Change.Case, Now), Change.Matrix, Now);
        if (!released.Succeeded)
            return released.Error!;

        Db.Add(row);
        Change.Journal(@event, new JournalWords(row.Kind, label, words(row), row.AuthorPersonId));
        return new Done();
    }

    /// <summary>Takes a point off the board, and back where it was put down beforehand.</summary>
    public async Task<Outcome<Done>> TakeOff(Guid pointId)
    {
        if (await Point(pointId) is not { } point)
            return new NotFound();

        var removed = point.Remove(Meeting, By, Now);
        if (removed.Succeeded)
        {
            Change.Case.RecallItem(point.Id, Now);
            await Change.TakeBackSource(point);
        }

        return Note(removed, "PointTakenOff");
    }

    /// <summary>Journals what was done, unless it was refused.</summary>
    public Outcome<Done> Note(Outcome<Done> done, string @event, params IEnumerable<JournalWords> words)
    {
        if (done.Succeeded)
            Change.Journal(@event, words);
        return done;
    }

    public Task<Agreement?> Agreement(Guid id) => Db.Whole<Agreement>().FirstOrDefaultAsync(a => a.Id == id && a.MeetingId == Meeting.Id);

    public Task<BoardPoint?> Point(Guid id) => Db.Whole<BoardPoint>().FirstOrDefaultAsync(p => p.Id == id && p.MeetingId == Meeting.Id);

    public Task<Difference?> Difference(Guid id) => Db.Whole<Difference>().FirstOrDefaultAsync(d => d.Id == id && d.MeetingId == Meeting.Id);

    public async Task<BoardRows> Board() => new(
        await Db.Whole<BoardPoint>().Where(p => p.MeetingId == Meeting.Id).ToListAsync(),
        await Db.Whole<Agreement>().Where(a => a.MeetingId == Meeting.Id).ToListAsync(),
        await Db.Whole<Difference>().Where(d => d.MeetingId == Meeting.Id).ToListAsync());
}
