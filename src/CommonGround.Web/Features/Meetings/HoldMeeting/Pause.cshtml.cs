using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings.HoldMeeting;

/// <summary>A quiet page: the meeting stands still, nobody is asked why, and it goes on or stops for today as the citizen says (need N69).</summary>
[InCase(Purpose.Meeting, PartyRole.Citizen, PartyRole.Coordinator)]
public sealed class PauseModel(MeetingReader reader, MeetingHandler handler, CommonGroundDb db, Texts t) : MeetingPage(reader, handler, t)
{
    /// <summary>Of whoever leads the case; of the unit, where they have none of their own.</summary>
    public string? Phone { get; private set; }

    public MeetingPerson? Chair { get; private set; }

    public bool IsPaused => At.Meeting.State == MeetingState.Paused;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load())
            return NotFound();

        return At.Meeting.State is MeetingState.UnderWay or MeetingState.Paused ? await Again() : LocalRedirect(At.Path);
    }

    public async Task<IActionResult> OnPost() =>
        await Answer(await Change(Path + "/board/pause", c => c.Note(c.Meeting.Pause(c.By), "MeetingPaused")));

    public async Task<IActionResult> OnPostStop() =>
        await Answer(await Change(Path + "/board/pause", c => c.Note(c.Meeting.Stop(c.By), "MeetingStopped")));

    public async Task<IActionResult> OnPostResume(bool said) =>
        await Answer(await Change(Path + "/board", c => c.Note(c.Meeting.Resume(c.By, said), "MeetingResumed")));

    protected override async Task<IActionResult> Again()
    {
        Chair = At.Meeting.Participants.Where(p => p.Role == PartyRole.Coordinator).Select(p => At.Person(p.PartyId)).FirstOrDefault();
        var chair = At.Meeting.Participants.Where(p => p.Role == PartyRole.Coordinator).Select(p => p.PersonId).FirstOrDefault();
        Phone = await db.Persons.Where(p => p.Id == chair).Select(p => p.Phone).FirstOrDefaultAsync()
            ?? await db.Cases.Where(c => c.Id == At.Meeting.CaseId).Join(db.Units, c => c.UnitId, u => u.Id, (_, u) => u.Phone).FirstOrDefaultAsync();
        return Page();
    }
}
