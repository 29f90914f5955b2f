using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Sharing.EnterConsent;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.WithdrawConsent;

/// <summary>
/// The coordinator enters that the citizen took a yes back in the room, by phone or on paper: as easy as it was to give (need N74;
/// GDPR article 7(3)).
/// </summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator)]
public sealed class EnterWithdrawalModel(
    CommonGroundDb db, Withdrawals withdrawals, WithdrawConsentHandler handler, Disclosures disclosures, Texts texts) : PageModel
{
    [BindProperty]
    public ConsentWay? Way { get; set; }

    [BindProperty]
    public bool SaidSo { get; set; }

    public Withdrawal Found { get; private set; } = default!;

    public string Citizen { get; private set; } = "";

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public IReadOnlyList<Choice> Ways => EnterConsentModel.WaysOf(texts);

    public async Task<IActionResult> OnGet(Guid consentId, CancellationToken cancel) => await Load(consentId, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid consentId, Guid commandId, CancellationToken cancel)
    {
        if (!await Load(consentId, cancel))
            return NotFound();
        if (Way is null or ConsentWay.OwnPage)
            ModelState.AddModelError(nameof(Way), texts["enter.check.way"]);
        if (!SaidSo)
            ModelState.AddModelError(nameof(SaidSo), texts["enter-withdrawal.check"]);
        if (!ModelState.IsValid)
            return Page();

        var outcome = await handler.Withdraw(CaseId, consentId, Way!.Value, HttpContext.Access().Acting(commandId), $"/cases/{CaseId}/consent");
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "enter-withdrawal.done");

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private async Task<bool> Load(Guid consentId, CancellationToken cancel)
    {
        var view = HttpContext.CaseView();
        if (await withdrawals.Find(CaseId, consentId, HttpContext.Access().Now, cancel) is not { } found || found.Consent.IsOver(HttpContext.Access().Now))
            return false;

        Found = found;
        Citizen = (await db.Persons.AsNoTracking().SingleAsync(p => p.Id == view.CitizenPersonId, cancel)).Name;
        disclosures.Add(view.CitizenPersonId, CaseId, InformationKind.Contact);
        return true;
    }
}
