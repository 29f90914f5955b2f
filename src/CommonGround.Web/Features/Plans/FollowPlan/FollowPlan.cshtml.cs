using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Plans.FollowPlan;

/// <summary>
/// How what was agreed goes: whoever sees to a line says so, the citizen says whether it is so. Who reads copies meets what is asked of them,
/// and nothing else.
/// </summary>
[InCase(Purpose.Planning)]
public sealed class FollowPlanModel(FollowReader reader, PlanHandler handler, PlanReading plans, PlanFollower following, CaseChanges changes, SharingMatrices matrices, Texts t)
    : PageModel
{
    public CaseView View => HttpContext.CaseView();

    public FollowedPlan Plan { get; private set; } = default!;

    public PlanPeople People { get; private set; } = default!;

    public DateOnly Today { get; private set; }

    /// <summary>What stood in the way, by line: a form has that of its own.</summary>
    public Dictionary<Guid, string?> Why { get; } = [];

    /// <summary>What is missing, by line.</summary>
    public Dictionary<Guid, string?> Missing { get; } = [];

    [BindProperty]
    public Guid Lineage { get; set; }

    /// <summary>How the line stood on the page.</summary>
    [BindProperty]
    public string? Stood { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    public string Back => View.Role == PartyRole.Supervisor ? $"/work/{View.CaseId}" : View.Sees(InformationKind.Plan) ? $"/cases/{View.CaseId}/plan" : $"/cases/{View.CaseId}";

    public IEnumerable<FollowedLine> Mine => Plan.Lines.Where(l => l.IsMine);

    public IEnumerable<FollowedLine> Others => Plan.Lines.Where(l => !l.IsMine);

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public Task<IActionResult> OnPostSay(ActionStatus status) => Follow(nameof(Why), async change =>
        await handler.SayHowItGoes(change, Lineage, status, Why.GetValueOrDefault(Lineage), View.Sees(InformationKind.Plan) ? LineSeen.Read(Stood) : null));

    public Task<IActionResult> OnPostConfirm(Confirmation confirmed) => Follow(nameof(Missing), async change =>
        await handler.Confirm(change, Lineage, confirmed, Missing.GetValueOrDefault(Lineage), LineSeen.Read(Stood)));

    /// <summary>What was just sent of a line was not taken.</summary>
    public bool IsWrong(string field, FollowedLine line) => ModelState.TryGetValue($"{field}[{line.LineageId}]", out var entry) && entry.Errors.Count > 0;

    private async Task<IActionResult> Follow(string field, Func<CaseChange, Task<Outcome<PlanItem>>> say)
    {
        if (!await Load() || Plan.Lines.All(l => l.LineageId != Lineage) || !ModelState.IsValid)
            return NotFound();

        (Why[Lineage], Missing[Lineage]) = (Request.Form[$"{nameof(Why)}[{Lineage}]"], Request.Form[$"{nameof(Missing)}[{Lineage}]"]);
        var outcome = await changes.InCase(View.CaseId, HttpContext.Access().Acting(CommandId), async change =>
        {
            // Whoever reads copies says nothing more once the citizen's yes has ended.
            if (!View.Sees(InformationKind.Plan) && change.Case.ActiveConsentTo(View.PartyId, change.Now) is null)
                return new ConsentMissing(View.Role);

            var said = await say(change);
            return said.Succeeded ? PlanFollower.Path(View.CaseId) : said.Error!;
        });
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "follow.saved");

        ModelState.Refuse(outcome.Error!, t, $"{field}[{Lineage}]");
        ModelState.Remove(nameof(Stood));
        await Load();
        return Page();
    }

    private async Task<bool> Load()
    {
        var access = HttpContext.Access();
        if (await reader.Read(access) is not { } plan)
            return false;

        (Plan, Today) = (plan, following.Days.Of(access.Now));
        People = new PlanPeople(await plans.Parties(View.CaseId), matrices.For(View.Country), access.Now, t);
        foreach (var line in plan.Lines)
        {
            Why.TryAdd(line.LineageId, null);
            Missing.TryAdd(line.LineageId, null);
        }

        return true;
    }
}
