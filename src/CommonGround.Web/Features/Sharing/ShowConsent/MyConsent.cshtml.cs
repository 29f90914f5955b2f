using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Sharing.ShowConsent;

/// <summary>The citizen's copy of a yes.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class MyConsentModel(CommonGroundDb db, Disclosures disclosures) : PageModel
{
    public ConsentCopy? Copy { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task<IActionResult> OnGet(Guid consentId)
    {
        Copy = await ConsentCopy.Find(db, CaseId, consentId, HttpContext.Access().Now);
        disclosures.Add(HttpContext.CaseView().CitizenPersonId, CaseId, InformationKind.Contact);
        return Copy is null ? NotFound() : Page();
    }
}
