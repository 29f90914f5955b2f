using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.SickNotes.TypeLeave;

/// <summary>Where there is no certificate: first day, last day and degree, typed by hand.</summary>
[InUnit(Purpose.Intake, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit)]
public sealed class TypeLeaveModel(CommonGroundDb db, TypeLeaveHandler handler, Disclosures disclosures, Texts texts, TimeProvider clock) : PageModel
{
    private const int MostDays = 366;
    private const int MostYearsBack = 5;

    [BindProperty(SupportsGet = true, Name = "episode")]
    public Guid? EpisodeId { get; set; }

    [BindProperty]
    public NamedPerson Whose { get; set; } = new();

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public int? Degree { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    /// <summary>The person of the episode that one came from.</summary>
    public Person? Person { get; private set; }

    public IReadOnlyList<Choice> Degrees { get; } = [.. new[] { 100, 75, 50, 25 }.Select(d => new Choice($"{d}", $"{d} %"))];

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Load())
            return NotFound();

        Check();
        if (!ModelState.IsValid)
            return Page();

        var access = HttpContext.Access();
        var outcome = await handler.Type(
            access.InUnit!.UnitId, EpisodeId, Whose, new CertificatePeriod(From!.Value, To!.Value, Degree!.Value), access.Acting(CommandId));
        if (outcome.Succeeded)
            return Redirect(outcome.Value).Done(HttpContext, "type-leave.done");

        ModelState.Refuse(outcome.Error!, texts, outcome.Error is NameMissing or NameKnownHere ? "Whose.GivenName" : "Whose.NationalId");
        return Page();
    }

    private void Check()
    {
        var today = texts.LocalDay(clock.UtcNow());
        if (From is null && ModelState[nameof(From)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(From), texts["type-leave.no-from"]);
        if (To is null && ModelState[nameof(To)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(To), texts["type-leave.no-to"]);
        if (Degree is null or not (25 or 50 or 75 or 100))
            ModelState.AddModelError(nameof(Degree), texts["type-leave.no-degree"]);
        if (From < today.AddYears(-MostYearsBack))
            ModelState.AddModelError(nameof(From), texts["type-leave.too-early", MostYearsBack]);
        if (To < From)
            ModelState.AddModelError(nameof(To), texts["type-leave.backwards"]);
        else if (To is { } last && From is { } first && last.DayNumber - first.DayNumber >= MostDays)
            ModelState.AddModelError(nameof(To), texts["type-leave.too-long", MostDays]);
    }

    private async Task<bool> Load()
    {
        if (EpisodeId is not { } id)
            return true;

        var unitId = HttpContext.Access().InUnit!.UnitId;
        var episode = await db.Episodes.AsNoTracking().Include(e => e.Person).FirstOrDefaultAsync(e => e.Id == id && e.UnitId == unitId);
        if (episode is null)
            return false;

        disclosures.Add(episode.PersonId, episode.CaseId, InformationKind.Contact);
        Person = episode.Person;
        return true;
    }
}
