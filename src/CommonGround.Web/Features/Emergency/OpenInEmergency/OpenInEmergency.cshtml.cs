using System.ComponentModel.DataAnnotations;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Rules;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Emergencies;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Emergency.OpenInEmergency;

/// <summary>Asks for the reason, and says before the button what happens: what is opened, for how long, who is told.</summary>
[MayOpenInEmergency]
public sealed class OpenInEmergencyModel(
    CommonGroundDb db, EmergencyHandler handler, SharingMatrices matrices, ProgrammeLibrary content, Disclosures disclosures, Texts texts) : PageModel
{
    [BindProperty, Required(ErrorMessage = "emergency.choose-reason")]
    public EmergencyReason? Reason { get; set; }

    [BindProperty, StringLength(1000)]
    public string? Words { get; set; }

    /// <summary>The citizen's name, where the unit's own list shows it.</summary>
    public string Name { get; private set; } = "";

    public EmergencyRule Rule { get; private set; } = default!;

    public IReadOnlyList<Choice> Reasons => Choice.Of<EmergencyReason>(texts, "emergency.reason.");

    /// <summary>What is not opened, whoever asks.</summary>
    public IEnumerable<InformationKind> Never => Enum.GetValues<InformationKind>().Where(kind => !Rule.Kinds.Contains(kind));

    /// <summary>The privacy officer who is told; null where nobody is named: then nothing can be opened.</summary>
    public string? Officer { get; private set; }

    public bool IsOpen { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public RuleVersion? Law => Rule.Rule is { } key ? content.Rules.InForce(key, texts.LocalDay(HttpContext.Access().Now)) : null;

    public async Task OnGet() => await Load();

    public async Task<IActionResult> OnPost(Guid commandId)
    {
        await Load();
        if (string.IsNullOrWhiteSpace(Words))
            ModelState.AddModelError(nameof(Words), texts["refused.EmergencyReasonMissing"]);
        if (!ModelState.IsValid)
            return Page();

        var outcome = await handler.Open(CaseId, Reason!.Value, Words, HttpContext.Access().Acting(commandId) with { Purpose = Purpose.Emergency });
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "emergency.opened");

        ModelState.Refuse(outcome.Error!, texts, outcome.Error is EmergencyReasonMissing ? nameof(Words) : "");
        return Page();
    }

    private async Task Load()
    {
        var (view, me, now) = (HttpContext.CaseView(), HttpContext.Access().PersonId, HttpContext.Access().Now);
        Rule = matrices.For(view.Country).EmergencyOn(texts.LocalDay(now))!;
        var found = await db.Cases.AsNoTracking().Where(c => c.Id == view.CaseId).Select(c => new
        {
            Name = db.Grants.Any(g => g.UnitId == c.UnitId && g.PersonId == me && g.Kind == InformationKind.Contact && g.From <= now && (g.Until == null || g.Until > now))
                ? db.Persons.Where(p => p.Id == c.CitizenPersonId).Select(p => p.GivenName + " " + p.FamilyName).FirstOrDefault() : null,
            Officer = (from unit in db.Units
                       join officer in db.PrivacyOfficers on unit.OrganisationId equals officer.OrganisationId
                       where unit.Id == c.UnitId && officer.From <= now && (officer.Until == null || officer.Until > now)
                       orderby officer.From descending
                       select new { officer.Person!.GivenName, officer.Person.FamilyName, officer.Organisation!.Name }).FirstOrDefault(),
            IsOpen = db.EmergencyAccesses.Any(e => e.CaseId == c.Id && e.PersonId == me && e.From <= now && e.Until > now && e.EndedAt == null),
        }).SingleAsync();
        Name = found.Name?.Trim() ?? "";
        Officer = found.Officer is { } o ? texts["emergency.officer", $"{o.GivenName} {o.FamilyName}".Trim(), o.Name] : null;
        IsOpen = found.IsOpen;
        if (Name.Length > 0)
            disclosures.Add(view.CitizenPersonId, view.CaseId, InformationKind.Contact);
    }
}
