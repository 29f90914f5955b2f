using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.AskForConsent;

/// <summary>The coordinator asks the citizen to let someone see more, and says why. It opens nothing by itself.</summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator)]
public sealed class AskForConsentModel(
    CommonGroundDb db, SharingMatrices matrices, AskForConsentHandler handler, Disclosures disclosures, Texts texts) : PageModel
{
    [BindProperty]
    public ConsentForm Form { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public ConsentSetting Setting { get; private set; } = default!;

    public Party Party { get; private set; } = default!;

    public ConsentOffer Offer { get; private set; } = default!;

    /// <summary>The yes by which they see something now.</summary>
    public Consent? Standing { get; private set; }

    public DateOnly? StandingLastDay => Standing?.Until is { } until ? texts.LastDayBefore(until) : null;

    public DateOnly Today => texts.LocalDay(HttpContext.Access().Now);

    public string Citizen => Setting.Citizen.Person?.Name ?? "";

    public string Name => Party.Person?.Name ?? "";

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task<IActionResult> OnGet(Guid partyId)
    {
        if (!await Load(partyId))
            return NotFound();

        Form = ConsentForm.Of(Party, Standing, StandingLastDay);
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid partyId, Guid commandId)
    {
        if (!await Load(partyId))
            return NotFound();

        Form.CheckKinds(ModelState, texts, Offer);
        Form.CheckPurposes(ModelState, texts);
        if (Form.Length == ConsentLength.Same)
            Form.LastDay = StandingLastDay;
        Form.CheckUntil(ModelState, texts, Today);
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), texts["refused.NoReasonGiven"]);
        else if (Why.Trim().Length > ConsentRequest.LongestWhy)
            ModelState.AddModelError(nameof(Why), texts["form.too-long", "", ConsentRequest.LongestWhy]);
        if (ModelState.IsValid && IsOpenAlready())
            ModelState.AddModelError("Form.Kinds", texts["ask-yes.check.open"]);
        if (!ModelState.IsValid)
            return Page();

        var wanted = Form.Draft(Setting);
        var outcome = await handler.Ask(CaseId, HttpContext.Access().Acting(commandId), wanted, wanted.Until(Today), Why!);
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "ask-yes.done");

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private async Task<bool> Load(Guid partyId)
    {
        var view = HttpContext.CaseView();
        var now = HttpContext.Access().Now;
        Setting = await ConsentSetting.Load(db, view, now, matrices);
        if (Setting.Others.FirstOrDefault(p => p.Id == partyId) is not { } party || Setting.OfferTo(party).ByConsent.Count == 0)
            return false;

        (Party, Offer) = (party, Setting.OfferTo(party));
        Form.Who = partyId.ToString();
        var active = (await db.Consents.AsNoTracking().Where(c => c.CaseId == CaseId && c.WithdrawnAt == null).ToListAsync()).FindAll(c => c.IsActive(now));
        Standing = active.Find(c => c.RecipientPartyId == partyId) ?? active.Find(c => c.Reaches(party));
        disclosures.Add(view.CitizenPersonId, CaseId, InformationKind.Contact);
        return true;
    }

    /// <summary>All that is asked for stands, as long as it is asked for: there is nothing to answer.</summary>
    private bool IsOpenAlready()
    {
        var wanted = Form.Draft(Setting);
        return Standing is not null && wanted.AllKinds(Offer).SetEquals(Standing.Kinds) && wanted.AllPurposes().SetEquals(Standing.Purposes)
            && wanted.Until(Today) == StandingLastDay;
    }
}
