using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Copies;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans.ShowPlan;

/// <summary>The plan as the citizen, the care and (by consent) a companion read it.</summary>
[InCase(Purpose.Planning, PartyRole.Citizen, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember,
    PartyRole.ClinicalUnit, PartyRole.Companion)]
public sealed class ShowPlanModel(PlanReading plans, CommonGroundDb db, SharingMatrices matrices, Texts t) : PageModel
{
    public CaseView View { get; private set; } = default!;

    public PlanVersion? Plan { get; private set; }

    public PlanStandings Standings { get; private set; } = new([], []);

    public PlanPeople People { get; private set; } = default!;

    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];

    public CopiesGiven Copies { get; private set; } = default!;

    /// <summary>Those who read copies, and whether the viewer may hand them over.</summary>
    public IReadOnlyList<Domain.Cases.Party> Readers { get; private set; } = [];

    /// <summary>Lines that ask the viewer.</summary>
    public IReadOnlyList<Guid> AsksMe { get; private set; } = [];

    public bool IsCitizen => View.Role == PartyRole.Citizen;

    public bool Writes => PlanRoles.Writes(View.Role);

    public bool TakesStance => PlanRoles.TakesStance(View.Role);

    public bool HandsOver => PlanRoles.HandsOver(View.Role);

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGet(Guid caseId)
    {
        View = HttpContext.CaseView();
        if (!View.Sees(InformationKind.Plan))
            return NotFound();

        var now = HttpContext.Access().Now;
        Today = t.LocalDay(now);
        Plan = await plans.Current(caseId);
        var parties = await plans.Parties(caseId);
        People = new PlanPeople(parties, matrices.For(View.Country), now, t);
        if (Plan is null)
            return Page();

        Standings = await plans.Standings(caseId);
        Versions = await plans.All(caseId);
        var copies = await db.HandedOverCopies.AsNoTracking().Where(c => c.CaseId == caseId).OrderByDescending(c => c.HandedAt).ToListAsync();
        Copies = new CopiesGiven(caseId, copies, parties, IsCitizen, HandsOver);
        Readers = [.. People.Active.Where(p => PlanCopyHandler.IsReader(p, matrices.For(View.Country), now))];
        AsksMe = Standings.OpenFor(View.PartyId);
        return Page();
    }

    public IEnumerable<PlanItem> Of(params PlanItemType[] types) => Plan?.Items.Where(i => types.Contains(i.Type)) ?? [];

    /// <summary>Who reads a line, in words.</summary>
    public string ReadersOf(PlanItem item) => t["plan.readers." + LineReading.Of(item.Audience, item.Kind)];
}
