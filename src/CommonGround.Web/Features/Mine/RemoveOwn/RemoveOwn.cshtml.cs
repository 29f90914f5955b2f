using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Retention;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Mine.RemoveOwn;

/// <summary>Asks once more before what is only the citizen's is removed: it cannot be had back.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class RemoveOwnModel(RemoveOwnHandler handler, ErasedBytes bytes, Texts texts) : PageModel
{
    public ConfirmView Confirm => new(
        texts["remove-own.title"], texts["remove-own.text"], texts["remove-own.yes"], Back, [texts["remove-own.gone"], texts["remove-own.told"]], Grave: true);

    private string Back => $"/my/{HttpContext.CaseView().CaseId}/mine";

    public async Task<IActionResult> OnPost(Guid commandId)
    {
        var outcome = await handler.Remove(HttpContext.CaseView().CaseId, HttpContext.Access().Acting(commandId), Back);
        if (outcome.Succeeded)
        {
            // Who asked does not wait for files to be written anew.
            bytes.TakeSoon();
            return LocalRedirect(outcome.Value).Done(HttpContext, "remove-own.done");
        }

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }
}
