using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.WithdrawConsent;

/// <summary>Asks once more before a yes is taken back: what ends at once, and what stays.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class WithdrawConsentModel(
    CommonGroundDb db, WithdrawConsentHandler handler, IEnumerable<IHandedOverCopies> copies, Texts texts) : PageModel
{
    public ConfirmView? Confirm { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task<IActionResult> OnGet(Guid consentId, CancellationToken cancel) => await Load(consentId, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid consentId, Guid commandId, CancellationToken cancel)
    {
        var outcome = await handler.Withdraw(CaseId, consentId, HttpContext.Access().Acting(commandId), $"/my/{CaseId}/sharing");
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "withdraw.done");

        ModelState.Refuse(outcome.Error!, texts);
        return await Load(consentId, cancel) ? Page() : NotFound();
    }

    private async Task<bool> Load(Guid consentId, CancellationToken cancel)
    {
        var consent = await db.Consents.AsNoTracking().FirstOrDefaultAsync(c => c.Id == consentId && c.CaseId == CaseId, cancel);
        var party = consent is null ? null
            : await db.Parties.AsNoTracking().Include(p => p.Person).FirstOrDefaultAsync(p => p.Id == consent.RecipientPartyId, cancel);
        if (party?.Person is not { } person)
            return false;

        var stays = new List<string>();
        foreach (var keeper in copies)
        {
            stays.AddRange(from copy in await keeper.InCase(CaseId, cancel)
                           where copy.ToPersonId == party.PersonId
                           select texts["withdraw.stays.copy", copy.Title, texts.Date(texts.LocalDay(copy.At))]);
        }

        var leaves = ConsentOffer.OnlyByConsent.Contains(party.Role);
        Confirm = new ConfirmView(
            texts["withdraw.title", person.Name], texts["withdraw.text"], texts["withdraw.yes"], $"/my/{CaseId}/sharing",
            [
                texts[leaves ? "withdraw.ends.all" : "withdraw.ends.kinds", person.GivenName],
                .. leaves ? [texts["withdraw.ends.way", person.GivenName]] : Array.Empty<string>(),
                .. stays.Count > 0 ? stays : [texts["withdraw.stays.none", person.GivenName]],
                texts["withdraw.again"],
            ]);
        return true;
    }
}
