using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Meetings.HandOverMinutes;

/// <summary>What a reader's copy of the minutes would say, and the button that hands it over.</summary>
[InCase(Purpose.Meeting, PartyRole.Citizen, PartyRole.Coordinator)]
public sealed class HandOverMinutesModel(HandOverMinutesHandler handler, Texts t) : PageModel
{
    public CaseView View => HttpContext.CaseView();

    [BindProperty(SupportsGet = true)]
    public Guid MeetingId { get; set; }

    public MinutesPreview Preview { get; private set; } = default!;

    /// <summary>The words that were previewed.</summary>
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    public Task<IActionResult> OnGet(Guid partyId) => Show(partyId);

    public async Task<IActionResult> OnPost(Guid partyId)
    {
        var outcome = await handler.HandOver(HttpContext.Access(), CommandId, MeetingId, partyId, Words ?? "");
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "copy.given");
        if (outcome.Error is NotFound)
            return NotFound();

        ModelState.Refuse(outcome.Error!, t);
        return await Show(partyId);
    }

    private async Task<IActionResult> Show(Guid partyId)
    {
        if (await handler.Preview(HttpContext.Access(), MeetingId, partyId) is not { } preview)
            return NotFound();

        Preview = preview;
        return Page();
    }
}
