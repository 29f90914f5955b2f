using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Plans.ComparePlan;

/// <summary>What differs between two versions, line by line.</summary>
[InCase(Purpose.Planning, PartyRole.Citizen, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember,
    PartyRole.ClinicalUnit, PartyRole.Companion)]
public sealed class ComparePlanModel(PlanReading plans, SharingMatrices matrices, Texts t) : PageModel
{
    public CaseView View { get; private set; } = default!;

    public PlanVersion Before { get; private set; } = default!;

    public PlanVersion After { get; private set; } = default!;

    public IReadOnlyList<ComparedItem> Compared { get; private set; } = [];

    public PlanPeople People { get; private set; } = default!;

    public async Task<IActionResult> OnGet(Guid caseId, int from, int to)
    {
        View = HttpContext.CaseView();
        if (await plans.Version(caseId, from) is not { } before || await plans.Version(caseId, to) is not { } after)
            return NotFound();

        (Before, After) = (before, after);
        Compared = PlanComparison.Of(before.Items, after.Items);
        People = new PlanPeople(await plans.Parties(caseId), matrices.For(View.Country), HttpContext.Access().Now, t);
        return Page();
    }

    public string Value(PlanItemContent item, PlanField field) => LineWords.Value(item, field, People, t);
}
