using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Documents;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Plans.ReadCopy;

/// <summary>The same copy as PDF, or as text for a record system.</summary>
[SignedIn(Purpose.ReadCopy)]
public sealed class CopyFileModel(OpenCopyHandler handler, Texts t) : PageModel
{
    public async Task<IActionResult> OnGet(Guid caseId, Guid copyId, string format)
    {
        if (await handler.Open(caseId, copyId, HttpContext.Access(), HttpContext.RequestAborted) is not { Document: { } document } opened)
            return NotFound();

        var name = t.In(document.Language)["copy.file." + opened.Copy.Of, opened.Copy.PlanNumber];
        return format == "pdf" ? document.Pdf(name, t) : document.Text(name, t);
    }
}
