using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Plans.TakeStance;

/// <summary>
/// Says where one stands, with words: on all that one has read of the plan, or on one line. Who cannot open the plan here stands to
/// the copy that was handed over to them.
/// </summary>
[InCase(Purpose.Planning)]
public sealed class TakeStanceModel(TakeStanceHandler handler, CopiesToCome copies, Texts t) : PageModel
{
    public CaseView View => HttpContext.CaseView();

    public WhatIsRead? Read { get; private set; }

    /// <summary>Who gets a copy when the citizen says yes.</summary>
    public IReadOnlyList<GetsCopy> Copies { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public Guid? Line { get; set; }

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public StancePosition? Position { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? WayForward { get; set; }

    [BindProperty]
    public string? Rule { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    public IReadOnlyList<Choice> Positions => [.. Stance.PositionsOf(View.Hat)
        .Select(p => new Choice(p.ToString(), t["stance.choice." + p], t["stance.choice-hint." + p]))];

    public IReadOnlyList<Choice> Lines => [new Choice("", t["stance.whole"]),
        .. Read!.Lines.Select(l => new Choice(l.LineageId.ToString(), t["stance.line", t["plan.line." + l.Type], l.Text]))];

    public string Back => Read?.CopyId is { } copy ? $"/cases/{View.CaseId}/copies/{copy}" : $"/cases/{View.CaseId}/plan";

    public async Task<IActionResult> OnGet()
    {
        if (!await Load())
            return NotFound();

        Number = Read!.Number;
        return await Show();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load())
            return NotFound();

        if (Position is not { } position)
        {
            ModelState.AddModelError(nameof(Position), t["stance.choose"]);
            return await Show();
        }

        var outcome = await handler.Say(HttpContext.Access(), CommandId, Number, new StanceTaken(position, Line, Words, WayForward, Rule), Read!);
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "stance.saved");

        // Words stay; whoever changed the plan meanwhile did so in a text that is shown now.
        if (outcome.Error is PlanChangedMeanwhile)
        {
            ModelState.Remove(nameof(Number));
            Number = Read!.Number;
        }

        if (outcome.Error is PlanChangedMeanwhile && Read!.CopyId is not null)
        {
            // The newer version waits for the citizen: only with it in hand can they say where they stand.
            ModelState.AddModelError("", t["stance.newer-waits"]);
            return await Show();
        }

        ModelState.Refuse(outcome.Error!, t, outcome.Error switch
        {
            ReservationWithoutWayForward => nameof(WayForward),
            StanceWithoutWords { Position: StancePosition.RuleAffected } => nameof(Rule),
            StanceWithoutWords => nameof(Words),
            _ => "",
        });
        return await Show();
    }

    private async Task<bool> Load() =>
        PlanRoles.TakesStance(View.Role) && (Read = await handler.WhatTheyRead(HttpContext.Access())) is not null;

    /// <summary>Who would get a copy is asked for the page, and not for what was sent.</summary>
    private async Task<PageResult> Show()
    {
        if (View.Role == PartyRole.Citizen)
            Copies = await copies.OfYes(HttpContext.Access());
        return Page();
    }
}
