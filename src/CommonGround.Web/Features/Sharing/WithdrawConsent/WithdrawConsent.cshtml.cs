using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Sharing.WithdrawConsent;

/// <summary>Asks once more before a yes is taken back: what ends at once, and what stays.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class WithdrawConsentModel(Withdrawals withdrawals, WithdrawConsentHandler handler, Texts texts) : PageModel
{
    public ConfirmView? Confirm { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task<IActionResult> OnGet(Guid consentId, CancellationToken cancel) => await Load(consentId, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid consentId, Guid commandId, CancellationToken cancel)
    {
        var outcome = await handler.Withdraw(CaseId, consentId, ConsentWay.OwnPage, HttpContext.Access().Acting(commandId), $"/my/{CaseId}/sharing");
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "withdraw.done");

        ModelState.Refuse(outcome.Error!, texts);
        return await Load(consentId, cancel) ? Page() : NotFound();
    }

    private async Task<bool> Load(Guid consentId, CancellationToken cancel)
    {
        if (await withdrawals.Find(CaseId, consentId, HttpContext.Access().Now, cancel) is not { } found)
            return false;

        Confirm = new ConfirmView(
            texts["withdraw.title", found.To], texts["withdraw.text"], texts["withdraw.yes"], $"/my/{CaseId}/sharing",
            [.. found.Means, texts["withdraw.again"]]);
        return true;
    }
}
