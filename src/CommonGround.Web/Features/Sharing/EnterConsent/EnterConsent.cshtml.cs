using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Sharing.AskForConsent;
using CommonGround.Web.Features.Sharing.GiveConsent;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.EnterConsent;

/// <summary>
/// The coordinator enters a yes that the citizen said in the room, by phone or on paper (need N74): first what, then the words to read
/// out in the citizen's language, then how and when it was said. Nothing is stored before the last.
/// </summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator)]
public sealed class EnterConsentModel(
    CommonGroundDb db, SharingMatrices matrices, GiveConsentHandler handler, AskForConsentHandler ask, Texts texts, OrganisationTime time) : PageModel
{
    [BindProperty]
    public ConsentForm Form { get; set; } = new();

    [BindProperty]
    public string? Read { get; set; }

    [BindProperty]
    public ConsentWay? Way { get; set; }

    [BindProperty]
    public DateTime? SaidAt { get; set; }

    [BindProperty]
    public bool SaidYes { get; set; }

    public ConsentSetting Setting { get; private set; } = default!;

    /// <summary>Whom it is for, once chosen.</summary>
    public ConsentOffer? Offer { get; private set; }

    public Party? Party { get; private set; }

    /// <summary>The words to read out, once all is chosen.</summary>
    public ConsentWords? Words { get; private set; }

    public string WholeWords { get; private set; } = "";

    /// <summary>Every yes of the case, where the page lists them.</summary>
    public ConsentsOfCase? Consents { get; private set; }

    /// <summary>What stands to the one who is chosen.</summary>
    public Consent? Stands { get; private set; }

    /// <summary>A yes to them that has not begun yet: it is said anew.</summary>
    public Consent? ToCome { get; private set; }

    /// <summary>What the choices change of it.</summary>
    public ConsentDifference? Difference { get; private set; }

    /// <summary>The yes that the form was made from.</summary>
    [BindProperty]
    public Guid? Follows { get; set; }

    /// <summary>Whom what stands is for, in words.</summary>
    public string WhomNow => Party is null ? "" : ConsentWhom.Of(Stands?.Reach ?? ConsentReach.Party, Party, Setting, texts);

    /// <summary>Those whom the change takes something from because it is not for them any more.</summary>
    public IReadOnlyList<ConsentLoss> Losses => Party is null || Stands is null ? []
        : ConsentLoss.Of(Setting, Stands, _active, Party, new ConsentRecipient(Form.Reach, Party.Role, Party.Workplace, Party.OrganisationId));

    private IReadOnlyList<Consent> _active = [];

    public DateOnly? StandingLastDay => (Stands ?? ToCome)?.Until is { } until ? texts.LastDayBefore(until) : null;

    public DateOnly Today => texts.LocalDay(HttpContext.Access().Now);

    public CaseView View => HttpContext.CaseView();

    public Guid CaseId => View.CaseId;

    public IReadOnlyList<Choice> Ways => WaysOf(texts);

    /// <summary>The ways in which something is said to the coordinator, not on the citizen's own page.</summary>
    public static IReadOnlyList<Choice> WaysOf(Texts texts) =>
        [.. new[] { ConsentWay.InTheRoom, ConsentWay.ByPhone, ConsentWay.OnPaper }.Select(w => new Choice(w.ToString(), texts["copy.way." + w]))];

    public async Task OnGet(string? who)
    {
        Form.Who = who;
        await Load();
        if (Offer is null)
            Consents = await ConsentsOfCase.Read(db, matrices, texts, CaseId, View.Country, HttpContext.Access().Now, HttpContext.RequestAborted);
        else if (Party is not null && (Stands ?? ToCome) is { } said)
            (Form, Follows) = (ConsentForm.Of(Party, said, StandingLastDay, ToCome is null ? null : texts.LocalDay(said.From)), said.Id);
    }

    /// <summary>Takes back a question to the citizen.</summary>
    public async Task<IActionResult> OnPostTakeBack(Guid requestId, Guid commandId)
    {
        await ask.TakeBack(CaseId, HttpContext.Access().Acting(commandId), requestId);
        return LocalRedirect($"/cases/{CaseId}/consent").Done(HttpContext, "ask-yes.taken-back");
    }

    /// <summary>All is chosen: shows the words to read out.</summary>
    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Offer is null)
            return LocalRedirect($"/cases/{CaseId}/consent");

        ModelState.Remove(nameof(Way));
        ModelState.Remove(nameof(SaidAt));
        if (CheckChoices())
        {
            Word();
            SaidAt = time.Local(HttpContext.Access().Now);
        }

        return Page();
    }

    /// <summary>Back to what was chosen, with all of it kept.</summary>
    public async Task<IActionResult> OnPostChange()
    {
        await Load();
        if (Offer is null)
            return LocalRedirect($"/cases/{CaseId}/consent");

        ModelState.Clear();
        return Page();
    }

    /// <summary>It was said.</summary>
    public async Task<IActionResult> OnPostSaid(Guid commandId)
    {
        await Load();
        if (Offer is null)
            return LocalRedirect($"/cases/{CaseId}/consent");
        if (!CheckChoices())
            return Page();

        Word();
        CheckSaid();
        if (!ModelState.IsValid)
            return Page();

        var outcome = await handler.Give(CaseId, HttpContext.Access().Acting(commandId), Form.Draft(Setting) with { FollowsId = Follows },
            new ConsentSaid(Way!.Value, time.Utc(SaidAt!.Value), WholeWords, Words!.Language, MoreToo: true), $"/cases/{CaseId}/consent");
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "enter.done");

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private async Task Load()
    {
        Setting = await ConsentSetting.Load(db, HttpContext.CaseView(), HttpContext.Access().Now, matrices);
        if (Form.Recipient(Setting) is not { } to)
            return;

        Party = Setting.Others.FirstOrDefault(p => p.Id == to.PartyId);
        Offer = ConsentOffer.For(Setting.Matrix, to.Role, Party?.Treats == true);
        var now = HttpContext.Access().Now;
        if (Party is null)
            return;

        var said = await db.Consents.AsNoTracking().Where(c => c.CaseId == CaseId && c.WithdrawnAt == null).ToListAsync();
        _active = said.FindAll(c => c.IsActive(now));
        (Stands, ToCome) = (_active.FirstOrDefault(c => c.RecipientPartyId == Party.Id), said.Find(c => c.RecipientPartyId == Party.Id && c.IsToCome(now)));
    }

    private bool CheckChoices()
    {
        if (Party is null)
            Form.CheckDetails(ModelState, texts);
        Form.CheckKinds(ModelState, texts, Offer!);
        Form.CheckPurposes(ModelState, texts);
        if (Form.Length == ConsentLength.Same)
            Form.LastDay = StandingLastDay;
        Form.CheckUntil(ModelState, texts, Today);
        Form.CheckFrom(ModelState, texts, Today, mayBeLater: Stands is null);
        if (Party is null ? Form.Reach != ConsentReach.Party : ConsentChoices.Reaches(Party, Setting, texts).All(choice => choice.Value != Form.Reach.ToString()))
            ModelState.AddModelError("Form.Reach", texts["refused.RecipientNotNamed"]);
        if ((Stands ?? ToCome)?.Id != Follows)
            ModelState.AddModelError("", texts["change.check.meanwhile"]);
        return ModelState.IsValid;
    }

    private void Word()
    {
        var t = texts.In(Setting.Citizen.Person!.Language);
        Words = Form.Draft(Setting).Words(Party, Setting, Today, t);
        WholeWords = Words.Whole(t);
        if (Stands is not null)
        {
            var draft = Form.Draft(Setting);
            Difference = ConsentDifference.Between(Stands.Terms(), new ConsentTerms(draft.AllKinds(Offer!), draft.AllPurposes(),
                time.Utc(draft.Until(Today).AddDays(1).ToDateTime(TimeOnly.MinValue)), draft.Reach));
        }
    }

    private void CheckSaid()
    {
        if (Read != ContentHash.Of(WholeWords))
            ModelState.AddModelError("", texts["consent.check.words"]);
        if (Way is null or ConsentWay.OwnPage)
            ModelState.AddModelError(nameof(Way), texts["enter.check.way"]);
        if (SaidAt is not { } said || time.Utc(said) > HttpContext.Access().Now.AddMinutes(1))
            ModelState.AddModelError(nameof(SaidAt), texts["enter.check.said-at"]);
        if (!SaidYes)
            ModelState.AddModelError(nameof(SaidYes), texts["enter.check.yes"]);
    }
}
