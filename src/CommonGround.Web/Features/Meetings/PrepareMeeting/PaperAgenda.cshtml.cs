using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;

namespace CommonGround.Web.Features.Meetings.PrepareMeeting;

/// <summary>The agenda for paper: room to write, and a table that holds what the board holds, to be entered afterwards (need N74).</summary>
[InCase(Purpose.Meeting)]
public sealed class PaperAgendaModel(MeetingReader reader, MeetingHandler handler, Texts t) : MeetingPage(reader, handler, t)
{
    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();
}
