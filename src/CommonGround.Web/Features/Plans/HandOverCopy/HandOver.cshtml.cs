using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Plans.HandOverCopy;

/// <summary>What a reader's copy would say, and the button that hands it over.</summary>
[InCase(Purpose.Planning, PartyRole.Citizen, PartyRole.Coordinator)]
public sealed class HandOverModel(HandOverHandler handler, Texts t) : PageModel
{
    public CaseView View => HttpContext.CaseView();

    public CopyPreview Preview { get; private set; } = default!;

    public Document? Document => Preview.Document.Match<Document?>(d => d, _ => null);

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    public async Task<IActionResult> OnGet(Guid partyId)
    {
        if (await handler.Preview(HttpContext.Access(), partyId) is not { } preview)
            return NotFound();

        Preview = preview;
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid caseId, Guid partyId)
    {
        var outcome = await handler.HandOver(HttpContext.Access(), CommandId, partyId, Number);
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "copy.given");
        if (await handler.Preview(HttpContext.Access(), partyId) is not { } preview)
            return NotFound();

        Preview = preview;
        ModelState.Refuse(outcome.Error!, t);
        return Page();
    }
}
