using CommonGround.Domain.Cases;
using CommonGround.Web.Features.Shared.Emergencies;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Emergency.Oversee;

/// <summary>One emergency access before the privacy officer: who, why, what. They can end it. Nothing of what was read is shown.</summary>
[About<EmergencyAccess>]
[PrivacyOfficerOnly]
public sealed class ShowEmergencyModel(CommonGroundDb db, EmergencyHandler handler, Disclosures disclosures, Texts texts) : PageModel
{
    public OverseenRow Row { get; private set; } = default!;

    /// <summary>Whether there is an address that the citizen was written to.</summary>
    public bool HasMail { get; private set; }

    public bool IsOpen => Row.Opened.IsActive(HttpContext.Access().Now);

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id, Guid commandId, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();

        var outcome = await handler.End(Row.Opened.CaseId, id, $"/privacy/emergency/{id}", HttpContext.Access().Acting(commandId));
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "emergency.ended");

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private async Task<bool> Load(Guid id, CancellationToken cancel)
    {
        if (await OverseenRow.Of(db, db.EmergencyAccesses.AsNoTracking().Where(e => e.Id == id)).FirstOrDefaultAsync(cancel) is not { } row)
            return false;

        Row = row;
        // A statement of its own: leaving the filter out of a part of one leaves it out of all of it, and the name would come along.
        HasMail = await db.Persons.IgnoreQueryFilters(new[] { CommonGroundDb.IdentityFilter }).AnyAsync(p => p.Id == row.CitizenId && p.Email != null && p.Email != "", cancel);
        row.Told(disclosures);
        return true;
    }
}
