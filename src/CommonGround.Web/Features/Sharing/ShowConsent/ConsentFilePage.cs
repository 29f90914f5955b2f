using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Documents;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Sharing.ShowConsent;

/// <summary>A yes as PDF or as text, for whoever may see it in this case.</summary>
public abstract class ConsentFilePage(CommonGroundDb db, Disclosures disclosures, Texts t) : PageModel
{
    public async Task<IActionResult> OnGet(Guid consentId, string format)
    {
        var view = HttpContext.CaseView();
        if (await ConsentCopy.Find(db, view.CaseId, consentId, HttpContext.Access().Now) is not { } copy)
            return NotFound();

        disclosures.Add(view.CitizenPersonId, view.CaseId, InformationKind.Contact);
        var (document, name) = (ConsentDocument.Compose(copy, t), ConsentDocument.FileName(copy, t));
        return format == "pdf" ? document.Pdf(name, t) : document.Text(name, t);
    }
}
