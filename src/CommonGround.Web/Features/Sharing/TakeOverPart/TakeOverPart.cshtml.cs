using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.TakeOverPart;

/// <summary>Somebody else is the supervisor at that workplace now; only where the citizen's yes is for whoever is.</summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator)]
public sealed class TakeOverPartModel(
    CommonGroundDb db, SharingMatrices matrices, TakeOverPartHandler handler, Disclosures disclosures, Texts texts) : PageModel
{
    [BindProperty]
    public ConsentForm Form { get; set; } = new();

    public Party Party { get; private set; } = default!;

    public string Citizen { get; private set; } = "";

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task<IActionResult> OnGet(Guid partyId) => await Load(partyId) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid partyId, Guid commandId)
    {
        if (!await Load(partyId))
            return NotFound();

        Form.CheckDetails(ModelState, texts);
        if (!ModelState.IsValid)
            return Page();

        var outcome = await handler.TakeOver(CaseId, HttpContext.Access().Acting(commandId), partyId, Form);
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "take-over.done");

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private async Task<bool> Load(Guid partyId)
    {
        var (view, now) = (HttpContext.CaseView(), HttpContext.Access().Now);
        var setting = await ConsentSetting.Load(db, view, now, matrices);
        var yes = await db.Consents.AsNoTracking().Where(c => c.CaseId == CaseId && c.WithdrawnAt == null && c.Reach == ConsentReach.Role).ToListAsync();
        if (setting.Others.FirstOrDefault(p => p.Id == partyId) is not { } party || !yes.Exists(c => c.IsActive(now) && c.Reaches(party)))
            return false;

        (Party, Citizen) = (party, setting.Citizen.Person?.Name ?? "");
        disclosures.Add(view.CitizenPersonId, CaseId, InformationKind.Contact);
        return true;
    }
}
