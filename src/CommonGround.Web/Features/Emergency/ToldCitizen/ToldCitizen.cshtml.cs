using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Emergencies;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Emergency.ToldCitizen;

/// <summary>The notice: who opened the case in an emergency, why, what, and until when; and whom to ask.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class ToldCitizenModel(CommonGroundDb db, EmergencyHandler handler, Texts texts) : PageModel
{
    public EmergencyAccess Opened { get; private set; } = default!;

    public string Unit { get; private set; } = "";

    /// <summary>Who ended it before its time, and when; null where nobody did.</summary>
    public string? Ended { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public bool IsOpen => Opened.IsActive(HttpContext.Access().Now);

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id, Guid commandId)
    {
        if (!await Load(id))
            return NotFound();

        var outcome = await handler.Read(CaseId, id, HttpContext.Access().Acting(commandId));
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value);

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private async Task<bool> Load(Guid id)
    {
        if (await db.EmergencyAccesses.AsNoTracking().Include(e => e.Person).FirstOrDefaultAsync(e => e.Id == id && e.CaseId == CaseId) is not { } opened)
            return false;

        Opened = opened;
        Unit = await db.Units.Where(u => u.Id == opened.LedByUnitId).Select(u => u.Name).SingleAsync();
        Ended = opened.EndedByPersonId is { } by ? await EndedBy(by, opened) : null;
        return true;
    }

    /// <summary>The one who opened it, or the officer whom it was told.</summary>
    private async Task<string> EndedBy(Guid by, EmergencyAccess opened)
    {
        var who = await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == by) is { } person ? person.Name : texts["look.someone"];
        return by == opened.PersonId ? texts["emergency.told-ended", who, texts.Moment(opened.Ends)]
            : texts["emergency.told-ended-officer", who, await db.Organisations.Where(o => o.Id == opened.OrganisationId).Select(o => o.Name).SingleAsync(), texts.Moment(opened.Ends)];
    }
}
