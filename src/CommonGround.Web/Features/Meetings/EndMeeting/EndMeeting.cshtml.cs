using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;

namespace CommonGround.Web.Features.Meetings.EndMeeting;

/// <summary>Before the meeting ends: the minutes and the plan that come of it, and what must be mended first.</summary>
[InCase(Purpose.Meeting, PartyRole.Coordinator)]
public sealed class EndMeetingModel(
    MeetingReader reader, MeetingHandler handler, EndMeetingHandler end, CopiesToCome copies, Texts t) : MeetingPage(reader, handler, t)
{
    public BoardOnPage Board { get; private set; } = default!;

    public Document Minutes { get; private set; } = default!;

    /// <summary>Who gets a copy of the minutes as it ends.</summary>
    public IReadOnlyList<GetsCopy> GetMinutes { get; private set; } = [];

    /// <summary>Who gets what the plan has for them; nobody where nothing was agreed.</summary>
    public IReadOnlyList<GetsCopy> GetPlan { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Load())
            return NotFound();
        if (At.Meeting.State != MeetingState.UnderWay)
            return LocalRedirect(At.Meeting.State == MeetingState.Ended ? Path + "/minutes" : At.Path);

        return await Again();
    }

    public async Task<IActionResult> OnPost() =>
        await Answer(await Change(Path + "/minutes", change => end.End(change)), done: "meetings.ended");

    protected override async Task<IActionResult> Again()
    {
        Board = await Reader.Board(At);
        Minutes = await Reader.Minutes(Board);
        GetMinutes = await copies.OfMinutes(HttpContext.Access(), At.Meeting);
        if (Board.Agreements.Count > 0)
            GetPlan = await copies.OfNextVersion(HttpContext.Access());
        return Page();
    }
}
