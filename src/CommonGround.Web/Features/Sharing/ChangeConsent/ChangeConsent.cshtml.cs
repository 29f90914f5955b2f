using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Sharing.GiveConsent;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.ChangeConsent;

/// <summary>
/// The citizen changes what someone may see, or answers a question about it: first the choices, then what opens and what closes, and the
/// very words. Nothing is stored before the last.
/// </summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class ChangeConsentModel(
    CommonGroundDb db, SharingMatrices matrices, GiveConsentHandler handler, OrganisationTime time, Texts texts) : PageModel
{
    [BindProperty]
    public ConsentForm Form { get; set; } = new();

    /// <summary>The yes that the form was made from; none where there was none.</summary>
    [BindProperty]
    public Guid? Follows { get; set; }

    [BindProperty]
    public string? Read { get; set; }

    /// <summary>What opens more was said yes to by itself.</summary>
    [BindProperty]
    public bool More { get; set; }

    /// <summary>The question that is answered.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Asked { get; set; }

    /// <summary>Which yes to change, where several reach someone and none names them.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Yes { get; set; }

    public ConsentSetting Setting { get; private set; } = default!;

    public Party Party { get; private set; } = default!;

    public ConsentOffer Offer { get; private set; } = default!;

    public Consent? Standing { get; private set; }

    public ConsentRequest? Question { get; private set; }

    public ConsentWords? Words { get; private set; }

    public ConsentDifference? Difference { get; private set; }

    private IReadOnlyList<Consent> _active = [];

    public DateOnly Today => texts.LocalDay(HttpContext.Access().Now);

    /// <summary>A yes that has not begun yet: it is said anew.</summary>
    public Consent? ToCome { get; private set; }

    public DateOnly? StandingLastDay => (Standing ?? ToCome)?.Until is { } until ? texts.LastDayBefore(until) : null;

    public string Name => Party.Person?.Name ?? "";

    /// <summary>Whom what is chosen is for, in words.</summary>
    public string Whom => ConsentWhom.Of(Form.Reach, Party, Setting, texts);

    /// <summary>Whom what stands is for, in words.</summary>
    public string WhomNow => ConsentWhom.Of(Standing?.Reach ?? ConsentReach.Party, Party, Setting, texts);

    /// <summary>Everyone whom the change opens or closes something for, where that is more than one person by name.</summary>
    public IReadOnlyList<string> Reached => ToMany ? [.. Setting.Others.Where(p => To(Form.Reach).Reaches(p.Role, p.Workplace, p.OrganisationId)
        || p.Id == Party.Id || Standing?.Reaches(p) == true).Select(p => p.Person?.Name).OfType<string>().Distinct()] : [];

    /// <summary>Those whom the change takes something from because it is not for them any more.</summary>
    public IReadOnlyList<ConsentLoss> Losses => Standing is null ? [] : ConsentLoss.Of(Setting, Standing, _active, Party, To(Form.Reach));

    private bool ToMany => Form.Reach != ConsentReach.Party || Standing is { Reach: not ConsentReach.Party };

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task<IActionResult> OnGet(Guid partyId)
    {
        if (!await Load(partyId))
            return NotFound();

        Form = ConsentForm.Of(Party, Standing ?? ToCome, StandingLastDay, ToCome is { } later ? texts.LocalDay(later.From) : null);
        Follows = (Standing ?? ToCome)?.Id;
        if (Question is { } asked)
        {
            Form.Kinds = [.. asked.Kinds];
            Form.Purposes = [.. ConsentSetting.PurposesOf(asked.Purposes)];
            (Form.Length, Form.LastDay) = (ConsentLength.Day, asked.LastDay < Today ? Today : asked.LastDay);
        }

        return Page();
    }

    /// <summary>All is chosen: shows what opens, what closes, and the words.</summary>
    public async Task<IActionResult> OnPost(Guid partyId)
    {
        if (!await Load(partyId))
            return NotFound();

        ModelState.Remove(nameof(Read));
        if (Check())
            Word();
        return Page();
    }

    /// <summary>Back to what was chosen, with all of it kept.</summary>
    public async Task<IActionResult> OnPostBack(Guid partyId)
    {
        if (!await Load(partyId))
            return NotFound();

        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostYes(Guid partyId, Guid commandId)
    {
        if (!await Load(partyId))
            return NotFound();
        if (!Check())
            return Page();

        Word();
        var whole = Words!.Whole(texts);
        if (Read != ContentHash.Of(whole))
            ModelState.AddModelError("", texts["consent.check.words"]);
        if (Difference is { Widens: true } && !More)
            ModelState.AddModelError(nameof(More), texts["change.check.more"]);
        if (!ModelState.IsValid)
            return Page();

        var outcome = await handler.Give(CaseId, HttpContext.Access().Acting(commandId), Draft(),
            new ConsentSaid(ConsentWay.OwnPage, null, whole, texts.Language, More), $"/my/{CaseId}/sharing/consent");
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, Standing is null ? "consent.done" : "change.done");

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private ConsentRecipient To(ConsentReach reach) => new(reach, Party.Role, Party.Workplace, Party.OrganisationId);

    private ConsentDraft Draft() => Form.Draft(Setting) with { FollowsId = Follows, RequestId = Question?.Id };

    private async Task<bool> Load(Guid partyId)
    {
        var now = HttpContext.Access().Now;
        Setting = await ConsentSetting.Load(db, HttpContext.CaseView(), now, matrices);
        if (Setting.Others.FirstOrDefault(p => p.Id == partyId) is not { } party || Setting.OfferTo(party).ByConsent.Count == 0)
            return false;

        (Party, Offer) = (party, Setting.OfferTo(party));
        Form.Who = party.Id.ToString();
        var all = await db.Consents.AsNoTracking().Where(c => c.CaseId == CaseId && c.WithdrawnAt == null).ToListAsync();
        ToCome = all.Find(c => c.RecipientPartyId == party.Id && c.IsToCome(now));
        _active = all.FindAll(c => c.IsActive(now));
        Standing = ToCome is null ? _active.Where(c => c.Reaches(party)).OrderByDescending(c => c.RecipientPartyId == party.Id)
            .ThenByDescending(c => c.Id == (Follows ?? Yes)).FirstOrDefault() : null;
        Question = Asked is { } asked
            ? await db.ConsentRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == asked && r.CaseId == CaseId
                && r.RecipientPartyId == partyId && r.State == ConsentRequestState.Open) : null;
        return true;
    }

    private bool Check()
    {
        if (Form.Length == ConsentLength.Same)
            Form.LastDay = StandingLastDay;
        Form.CheckKinds(ModelState, texts, Offer);
        Form.CheckPurposes(ModelState, texts);
        Form.CheckUntil(ModelState, texts, Today);
        Form.CheckFrom(ModelState, texts, Today, mayBeLater: Standing is null);
        if (ConsentChoices.Reaches(Party, Setting, texts).All(choice => choice.Value != Form.Reach.ToString()))
            ModelState.AddModelError("Form.Reach", texts["refused.RecipientNotNamed"]);
        if ((Standing ?? ToCome)?.Id != Follows)
            ModelState.AddModelError("", texts["change.check.meanwhile"]);
        if (ModelState.IsValid && Compare() is { IsNone: true })
            ModelState.AddModelError("Form.Kinds", texts["change.check.nothing"]);
        return ModelState.IsValid;
    }

    private void Word()
    {
        Words = Form.Draft(Setting).Words(Party, Setting, Today, texts);
        Difference = Compare();
    }

    private ConsentDifference? Compare()
    {
        if (Standing is null)
            return null;

        var draft = Form.Draft(Setting);
        var until = time.Utc(draft.Until(Today).AddDays(1).ToDateTime(TimeOnly.MinValue));
        return ConsentDifference.Between(Standing.Terms(), new ConsentTerms(draft.AllKinds(Offer), draft.AllPurposes(), until, draft.Reach));
    }
}
