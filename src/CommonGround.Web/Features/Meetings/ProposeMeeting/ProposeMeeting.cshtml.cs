using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings.ProposeMeeting;

/// <summary>The coordinator proposes one to four times, a place, and who comes.</summary>
[InCase(Purpose.Meeting, PartyRole.Coordinator)]
public sealed class ProposeMeetingModel(
    CommonGroundDb db, MeetingHandler handler, ProgrammeLibrary programmes, OrganisationTime time, Texts t) : PageModel
{
    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public ProposedMeeting Input { get; set; } = new();

    public IReadOnlyList<Choice> Who { get; private set; } = [];

    /// <summary>Nobody from the workplace may be asked yet.</summary>
    public bool WorkplaceWaits { get; private set; }

    public async Task OnGet()
    {
        var parties = await Load();
        // The meeting together is the two sides'. Whoever else comes is chosen.
        Input.Who = [.. parties.Where(p => p.Role == PartyRole.Supervisor).Select(p => p.Id.ToString())];
    }

    public async Task<IActionResult> OnPost()
    {
        var access = HttpContext.Access();
        var step = await MeetingStep(access.InCase!.CaseId);
        if (step is null)
            return NotFound();

        if (ModelState.IsValid)
        {
            var asked = new MeetingAsked(
                step.Key, Input.Place, Input.PlaceWords ?? "", Input.Minutes, [.. Input.Times.OfType<DateTime>().Select(time.Utc)],
                [.. Input.Who.Select(w => Guid.TryParse(w, out var id) ? id : Guid.Empty)], access.InCase.PartyId,
                [.. step.Agenda.Select(a => a.Key)]);
            var outcome = await handler.Propose(access, CommandId, asked);
            if (outcome.Succeeded)
                return LocalRedirect(outcome.Value).Done(HttpContext, "meetings.proposed");
            if (outcome.Error is NotFound)
                return NotFound();

            ModelState.Refuse(outcome.Error!, t, FieldOf(outcome.Error!));
        }

        await Load();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static string FieldOf(Error error) => error switch
    {
        TimesMissing or TooManyTimes or TimeHasPassed or SameTimeTwice => "Input.Times[0]",
        LengthOutOfRange => "Input.Minutes",
        WordsTooLong => "Input.PlaceWords",
        _ => "Input.Who",
    };

    /// <returns>Those who can be asked.</returns>
    private async Task<IReadOnlyList<Party>> Load()
    {
        var view = HttpContext.CaseView();
        var now = HttpContext.Access().Now;
        var parties = await db.Parties.AsNoTracking().Include(p => p.Person)
            .Where(p => p.CaseId == view.CaseId && p.From <= now && (p.Until == null || p.Until > now)).ToListAsync();
        var consents = await db.Cases.AsNoTracking().Where(c => c.Id == view.CaseId).SelectMany(c => c.Consents).ToListAsync();
        var me = HttpContext.Access().PersonId;
        var can = parties.FindAll(p => p.Role is not (PartyRole.Citizen or PartyRole.Companion) && p.PersonId != me && MayCome(p));
        Who = [.. can.Select(p => new Choice(p.Id.ToString(), p.Person?.Name ?? t["role." + p.Role], t["role." + p.Role]))];
        WorkplaceWaits = !parties.Exists(p => p.Role == PartyRole.Supervisor && MayCome(p));
        return can;

        bool MayCome(Party party) => party.Role is not (PartyRole.Supervisor or PartyRole.Caseworker or PartyRole.GeneralPractitioner)
            || consents.Exists(c => c.Reaches(party) && c.IsActive(now) && c.Purposes.Contains(Purpose.Meeting));
    }

    /// <summary>The programme's meeting that is not held yet; a further one when it is.</summary>
    private async Task<Step?> MeetingStep(Guid caseId)
    {
        var of = await db.Cases.AsNoTracking().Include(c => c.Steps).FirstAsync(c => c.Id == caseId);
        var steps = (programmes.ProgrammeByHash(of.ProgrammeVersion) ?? programmes.Programme(of.Programme))?.Steps
            .Where(s => s.Kind == StepKind.Meeting).ToList() ?? [];
        return steps.Find(s => of.Step(s.Key)?.DoneAt is null) ?? steps.FirstOrDefault();
    }
}
