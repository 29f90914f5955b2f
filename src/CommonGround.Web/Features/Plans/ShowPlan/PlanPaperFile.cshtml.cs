using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Documents;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans.ShowPlan;

/// <summary>The plan as its reader sees it here, as PDF or as text for a record system (need N75).</summary>
[InCase(Purpose.Planning, PartyRole.Citizen, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember,
    PartyRole.ClinicalUnit, PartyRole.Companion)]
public sealed class PlanPaperFileModel(PlanReading plans, CommonGroundDb db, SharingMatrices matrices, Texts t) : PageModel
{
    public async Task<IActionResult> OnGet(Guid caseId, string format)
    {
        var view = HttpContext.CaseView();
        if (!view.Sees(InformationKind.Plan))
            return NotFound();
        // Whoever may read it and comes too early tried nothing: its page says that there is none yet.
        if (await plans.Current(caseId) is not { } plan)
            return LocalRedirect($"/cases/{caseId}/plan");

        var now = HttpContext.Access().Now;
        var people = new PlanPeople(await plans.Parties(caseId), matrices.For(view.Country), now, t);
        var organisation = await db.Cases.AsNoTracking().Where(c => c.Id == caseId)
            .Join(db.Units, c => c.UnitId, u => u.Id, (c, u) => u.NameToWorkplace).SingleAsync();
        var document = PlanDocument.Compose(new PlanPaper
        {
            Version = plan, Lines = plan.Items, Standings = await plans.Standings(caseId), ReaderRole = view.Role, At = now, WithWords = true,
            Parties = [.. people.Active.Where(p => p.Person is not null).Select(p => new NamedParty(p.Id, p.Person!.Name, p.Role))],
            Citizen = people.NameOf(people.Citizen?.Id), Reader = people.NameOf(view.PartyId), Others = organisation,
            Author = people.Active.FirstOrDefault(p => p.Role == PartyRole.Coordinator)?.Person is { } lead ? $"{lead.Name}, {organisation}" : organisation,
        }, t);
        var name = t["paper.file", people.NameOf(people.Citizen?.Id), plan.Number];
        return format == "pdf" ? document.Pdf(name, t) : document.Text(name, t);
    }
}
