using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans.RecallCopy;

/// <summary>Takes a copy back that was sent by mistake: from then on it does not open for its receiver.</summary>
[InCase(Purpose.Planning, PartyRole.Citizen, PartyRole.Coordinator)]
public sealed class RecallCopyModel(CommonGroundDb db, RecallCopyHandler handler, Texts t) : PageModel
{
    public CaseView View => HttpContext.CaseView();

    public HandedOverCopy Copy { get; private set; } = default!;

    [BindProperty]
    public Guid CommandId { get; set; }

    public Task<IActionResult> OnGet(Guid copyId) => Show(copyId);

    public async Task<IActionResult> OnPost(Guid copyId)
    {
        var outcome = await handler.Recall(HttpContext.Access(), CommandId, copyId);
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "copy.taken-back");

        ModelState.Refuse(outcome.Error!, t);
        return await Show(copyId);
    }

    private async Task<IActionResult> Show(Guid copyId)
    {
        if (await db.HandedOverCopies.AsNoTracking().FirstOrDefaultAsync(c => c.Id == copyId && c.CaseId == View.CaseId) is not { } copy)
            return NotFound();

        Copy = copy;
        return Page();
    }
}

/// <summary>Stores that a copy was taken back, and tells its receiver that there is something.</summary>
public sealed class RecallCopyHandler(CaseChanges changes)
{
    /// <summary>The page that lists who has which.</summary>
    public static string Where(HandedOverCopy copy) =>
        copy is { Of: CopyOf.Minutes, MeetingId: { } meeting } ? $"/cases/{copy.CaseId}/meetings/{meeting}/minutes" : $"/cases/{copy.CaseId}/plan";

    public Task<Outcome<string>> Recall(RequestAccess access, Guid commandId, Guid copyId)
    {
        var caseId = access.InCase!.CaseId;
        return changes.InCase(caseId, access.Acting(commandId), async change =>
        {
            if (await change.Db.Whole<HandedOverCopy>().FirstOrDefaultAsync(c => c.Id == copyId && c.CaseId == caseId) is not { } copy)
                return new NotFound();

            var recalled = copy.Recall(change.Now);
            if (!recalled.Succeeded)
                return recalled.Error!;

            change.Journal("CopyRecalled");
            return Where(copy);
        });
    }
}
