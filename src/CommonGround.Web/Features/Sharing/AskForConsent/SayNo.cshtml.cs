using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.AskForConsent;

/// <summary>The citizen says no to a question about a yes. It changes nothing, and no reason is asked for.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class SayNoModel(CommonGroundDb db, AskForConsentHandler handler, Texts texts) : PageModel
{
    public ConfirmView? Confirm { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task<IActionResult> OnGet(Guid requestId) => await Load(requestId) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid requestId, Guid commandId)
    {
        var outcome = await handler.SayNo(CaseId, HttpContext.Access().Acting(commandId), requestId);
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "say-no.done");

        ModelState.Refuse(outcome.Error!, texts);
        return await Load(requestId) ? Page() : NotFound();
    }

    private async Task<bool> Load(Guid requestId)
    {
        var name = await db.ConsentRequests.AsNoTracking().Where(r => r.Id == requestId && r.CaseId == CaseId && r.State == ConsentRequestState.Open)
            .Select(r => db.Persons.Where(p => p.Id == r.AskedByPersonId).Select(p => p.GivenName).FirstOrDefault()).FirstOrDefaultAsync();
        if (name is null)
            return false;

        Confirm = new ConfirmView(texts["say-no.title"], texts["say-no.text", name], texts["say-no.yes"], $"/my/{CaseId}/sharing");
        return true;
    }
}
