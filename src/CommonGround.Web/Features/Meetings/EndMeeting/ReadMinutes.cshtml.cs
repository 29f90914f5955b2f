using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;

namespace CommonGround.Web.Features.Meetings.EndMeeting;

/// <summary>The minutes of a meeting that has ended, for those who were invited.</summary>
[InCase(Purpose.Meeting)]
public sealed class ReadMinutesModel(MeetingReader reader, MeetingHandler handler, Texts t) : MeetingPage(reader, handler, t)
{
    public Minutes Minutes { get; private set; } = default!;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load() || At.Meeting.State != MeetingState.Ended)
            return NotFound();

        Minutes = Minutes.Of(await Reader.Board(At), T);
        return Page();
    }
}
