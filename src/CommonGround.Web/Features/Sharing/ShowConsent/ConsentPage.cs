using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Sharing.ShowConsent;

/// <summary>A yes as it was given, for whoever may see it in this case.</summary>
public abstract class ConsentPage(CommonGroundDb db, Disclosures disclosures) : PageModel
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
