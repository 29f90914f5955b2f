using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Documents;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;

namespace CommonGround.Web.Features.Meetings.EndMeeting;

/// <summary>The minutes of a meeting that has ended, for those who were invited.</summary>
[InCase(Purpose.Meeting)]
public sealed class ReadMinutesModel(MeetingReader reader, MeetingHandler handler, Texts t) : MeetingPage(reader, handler, t)
{
    public Minutes Minutes { get; private set; } = default!;

    /// <param name="form">pdf or text; the page without it.</param>
    public async Task<IActionResult> OnGet(string? form)
    {
        if (!await Load() || At.Meeting.State != MeetingState.Ended)
            return NotFound();

        var board = await Reader.Board(At);
        var day = $"{T.LocalDay(At.Meeting.EndedAt!.Value):yyyy-MM-dd}";
        Minutes = Minutes.Of(board, T);
        return form switch
        {
            "pdf" => MinutesDocument.Of(board, T).Pdf($"{T["minutes.file"]}-{day}.pdf", T),
            "text" => MinutesDocument.Of(board, T).Text($"{T["minutes.file"]}-{day}.txt", T),
            _ => Page(),
        };
    }
}
