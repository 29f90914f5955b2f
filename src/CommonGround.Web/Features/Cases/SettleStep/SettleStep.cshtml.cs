using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Cases.SettleStep;

/// <summary>The coordinator books a step, says that a talk was held, leaves a step out, or takes it up again.</summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator)]
public sealed class SettleStepModel(CaseReader cases, CaseMaps maps, SettleStepHandler handler, OrganisationTime time, Texts texts) : PageModel
{
    [BindProperty]
    public Guid CommandId { get; set; }

    /// <summary>In the organisation's time.</summary>
    [BindProperty]
    public DateTime? At { get; set; }

    [BindProperty]
    public MeetingPlace Place { get; set; } = MeetingPlace.OnSite;

    /// <summary>The day of the talk, in the organisation's time.</summary>
    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public LeftOutBecause? Because { get; set; }

    public CaseInView Seen { get; private set; } = default!;

    public StepOnMap Step { get; private set; } = default!;

    public StepState State { get; private set; } = default!;

    public string Title { get; private set; } = "";

    /// <summary>A talk or a follow-up is booked here; a meeting together has proposals of its own, and a decision has no hour.</summary>
    public bool IsBooked => MayBook(Step.Step) && !WaitsForYes;

    /// <summary>A talk is held when the coordinator says so, whatever is written down.</summary>
    public bool IsTalk => Step.Step.Kind == StepKind.Interview && !WaitsForYes;

    /// <summary>Nobody at the workplace is spoken with before the citizen's yes.</summary>
    public bool WaitsForYes => Seen.Course.WaitsForYes(Step.Step.Key);

    public bool IsLeftOut => State.LeftOutAt is not null;

    public string Back => $"/cases/{Seen.View.CaseId}/steps#{State.Key}";

    /// <summary>Whether a step of this kind is the coordinator's to settle: it stands ahead, or was left out by them.</summary>
    public static bool MaySettle(StepOnMap step, StepState? state) =>
        step.Step.Kind != StepKind.Start && state is { DoneAt: null } && (state.LeftOutAt is not null || step.Place != StepPlace.NotNeeded);

    /// <summary>What can be done with it, as the link to here says.</summary>
    public static string LinkTo(Step step, StepState state, bool waitsForYes) => state.LeftOutAt is not null ? "settle.link.left-out"
        : waitsForYes ? "settle.link.leave-out" : step.Kind == StepKind.Interview ? "settle.link.talk" : MayBook(step) ? "settle.link.book" : "settle.link.leave-out";

    private static bool MayBook(Step step) =>
        step.Kind is StepKind.Interview or StepKind.Assessment or StepKind.FollowUp or StepKind.Review or StepKind.Activity;

    public async Task<IActionResult> OnGet(string key)
    {
        if (!await Load(key))
            return NotFound();

        At = State.PlannedAt is { } planned ? time.Local(planned) : null;
        Place = State.PlannedPlace ?? MeetingPlace.OnSite;
        HeldOn = Seen.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostHold(string key)
    {
        if (!await Load(key) || Step.Step.Kind != StepKind.Interview)
            return NotFound();
        if (HeldOn is null)
            ModelState.AddModelError(nameof(HeldOn), texts["settle.check.held-on"]);
        return ModelState.IsValid ? Answer(await handler.Hold(Seen.View.CaseId, Step.Step, Title, Held(HeldOn!.Value), By, Back), "settle.held") : Again();
    }

    public async Task<IActionResult> OnPostBook(string key)
    {
        if (!await Load(key) || !MayBook(Step.Step))
            return NotFound();
        if (At is null)
            ModelState.AddModelError(nameof(At), texts["settle.check.when"]);
        return ModelState.IsValid
            ? Answer(await handler.Book(Seen.View.CaseId, Step.Step, Title, time.Utc(At!.Value), Place, By, Back), "settle.booked") : Again();
    }

    public async Task<IActionResult> OnPostLeaveOut(string key)
    {
        if (!await Load(key))
            return NotFound();
        if (Because is null)
            ModelState.AddModelError(nameof(Because), texts["settle.check.because"]);
        return ModelState.IsValid
            ? Answer(await handler.LeaveOut(Seen.View.CaseId, Step.Step, Title, Because!.Value, By, Back), "settle.left-out") : Again();
    }

    public async Task<IActionResult> OnPostTakeUp(string key) =>
        await Load(key) ? Answer(await handler.TakeUpAgain(Seen.View.CaseId, Step.Step, Title, By, Back), "settle.taken-up") : NotFound();

    /// <summary>Of another day than today the hour is not asked for: noon stands for it.</summary>
    private DateTime Held(DateOnly day) => day == Seen.Today ? HttpContext.Access().Now : time.Utc(day.ToDateTime(new TimeOnly(12, 0)));

    private Actor By => HttpContext.Access().Acting(CommandId);

    private IActionResult Answer(Outcome<string> outcome, string said)
    {
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, said);
        if (outcome.Error is NotFound)
            return NotFound();

        ModelState.Refuse(outcome.Error!, texts, outcome.Error switch { TimeHasPassed => nameof(At), TimeIsAhead => nameof(HeldOn), _ => "" });
        return Again();
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> Load(string key)
    {
        Seen = await cases.Read();
        var step = Seen.Course.Steps.FirstOrDefault(s => s.Step.Key == key);
        if (step is null || Seen.Case.Step(key) is not { } state || !MaySettle(step, state))
            return false;

        (Step, State) = (step, state);
        Title = maps.Title(Seen.Course.Programme, step.Step, Seen.View.Role, CaseMaps.Names(Seen.Parties));
        return true;
    }
}
