using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Protection;

/// <summary>Says what a protected identity hides and from whom, and turns it on or off.</summary>
[About<Episode>]
[InUnit(Purpose.Intake, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit)]
public sealed class ProtectIdentityModel(CommonGroundDb db, ProtectionHandler handler, Texts texts) : PageModel
{
    private Episode _episode = default!;

    public Guid EpisodeId => _episode.Id;

    public bool IsProtected { get; private set; }

    public string? Name { get; private set; }

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id, bool protect, Guid commandId)
    {
        if (!await Load(id))
            return NotFound();

        var outcome = await handler.Set(_episode.UnitId, id, protect, HttpContext.Access().Acting(commandId));
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, protect ? "protect.done" : "protect.undone");

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private async Task<bool> Load(Guid id)
    {
        if (await db.Episodes.AsNoTracking().Include(e => e.Person).FirstOrDefaultAsync(e => e.Id == id) is not { } episode)
            return false;

        _episode = episode;
        Name = episode.Person?.Name;
        // Whether it is, is what this page is for; who it is, is not loaded with it.
        IsProtected = await db.Persons.IgnoreQueryFilters(new[] { CommonGroundDb.IdentityFilter }).AnyAsync(p => p.Id == episode.PersonId && p.ProtectedIdentity);
        return true;
    }
}
