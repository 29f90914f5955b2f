using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Plans.ReadCopy;

/// <summary>A copy that was handed over.</summary>
[SignedIn(Purpose.ReadCopy)]
public sealed class ReadCopyModel(OpenCopyHandler handler) : PageModel
{
    public OpenedCopy Opened { get; private set; } = default!;

    public async Task<IActionResult> OnGet(Guid caseId, Guid copyId)
    {
        if (await handler.Open(caseId, copyId, HttpContext.Access(), HttpContext.RequestAborted) is not { } opened)
            return NotFound();

        Opened = opened;
        return Page();
    }
}
