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

namespace CommonGround.Web.Features.Sharing.RenewConsent;

/// <summary>The citizen says the same yes once more, before or after it ended: one page, and no other way. Nothing is renewed by itself.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class RenewConsentModel(CommonGroundDb db, SharingMatrices matrices, GiveConsentHandler handler, Texts texts) : PageModel
{
    [BindProperty]
    public ConsentForm Form { get; set; } = new();

    [BindProperty]
    public string? Read { get; set; }

    public Consent Followed { get; private set; } = default!;

    public Party Party { get; private set; } = default!;

    public ConsentSetting Setting { get; private set; } = default!;

    public ConsentWords Words { get; private set; } = default!;

    /// <summary>Digest of the words for each day that can be chosen: what is confirmed is what was read.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>The part ended with the yes: they come in anew.</summary>
    public bool ComesAnew => !Party.IsActive(HttpContext.Access().Now);

    public bool HasEnded => !Followed.IsActive(HttpContext.Access().Now);

    public DateOnly Today => texts.LocalDay(HttpContext.Access().Now);

    public string Name => Party.Person?.Name ?? "";

    /// <summary>Whom it is for, in words.</summary>
    public string Whom { get; private set; } = "";

    /// <summary>What was taken back is not what ended by itself.</summary>
    public DateTime? TakenBackAt => HasEnded ? Followed.WithdrawnAt : null;

    public Guid CaseId => HttpContext.CaseView().CaseId;

    /// <summary>Its last day, while it holds: what is the same but for the last day is not made shorter here.</summary>
    public DateOnly? LastDayNow => !HasEnded && Followed.Until is { } until ? texts.LastDayBefore(until) : null;

    public async Task<IActionResult> OnGet(Guid consentId)
    {
        if (!await Load(consentId))
            return NotFound();

        if (Draft(ConsentLength.HalfYear).Until(Today) <= LastDayNow)
            Form.Length = null;
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid consentId, Guid commandId)
    {
        if (!await Load(consentId))
            return NotFound();

        Form.CheckUntil(ModelState, texts, Today);
        Form.CheckFrom(ModelState, texts, Today, mayBeLater: HasEnded);
        if (Form.Length == ConsentLength.Same)
            ModelState.AddModelError("Form.Length", texts["consent.check.length"]);
        if (ModelState.IsValid && Draft(Form.Length!.Value, Form.LastDay).Until(Today) < LastDayNow)
            ModelState.AddModelError(Form.Length == ConsentLength.Day ? "Form.LastDay" : "Form.Length", texts["renew.check.shorter", texts.Date(LastDayNow.Value)]);
        if (Read != Digest)
            ModelState.AddModelError("", texts["consent.check.words"]);
        if (!ModelState.IsValid)
            return Page();

        var draft = Draft(Form.Length!.Value, Form.LastDay) with { Start = Form.Start, FirstDay = Form.FirstDay };
        var whole = draft.Words(Party, Setting, Today, texts).Whole(texts);
        var outcome = await handler.Give(CaseId, HttpContext.Access().Acting(commandId), draft,
            new ConsentSaid(ConsentWay.OwnPage, null, whole, texts.Language, MoreToo: true), $"/my/{CaseId}/sharing/consent");
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, HasEnded ? "consent.done" : "renew.done");

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private ConsentDraft Draft(ConsentLength length, DateOnly? lastDay = null) => new()
    {
        PartyId = Party.Id,
        Role = Party.Role,
        FollowsId = Followed.Id,
        // What the country's matrix has closed since is not said yes to again.
        Kinds = [.. Followed.Kinds.Where(Setting.OfferTo(Party).Offers)],
        Purposes = [.. ConsentSetting.PurposesOf(Followed.Purposes)],
        Reach = Followed.Reach,
        Length = length,
        LastDay = lastDay,
    };

    private async Task<bool> Load(Guid consentId)
    {
        Setting = await ConsentSetting.Load(db, HttpContext.CaseView(), HttpContext.Access().Now, matrices);
        var consent = await db.Consents.AsNoTracking().FirstOrDefaultAsync(c => c.Id == consentId && c.CaseId == CaseId);
        var parties = await db.Parties.AsNoTracking().Include(p => p.Person).Where(p => p.CaseId == CaseId && p.Person != null).ToListAsync();
        if (consent?.NamesNext(parties, HttpContext.Access().Now) is not { } party || consent.IsToCome(HttpContext.Access().Now) || await db.Consents.AnyAsync(c => c.FollowsId == consentId))
            return false;

        (Followed, Party) = (consent, party);
        Whom = ConsentWhom.Of(consent.Reach, Name, consent.Reach == ConsentReach.Organisation ? Setting.OrganisationOf(party)?.Name : consent.Workplace, texts);
        Words = Draft(ConsentLength.HalfYear).Words(Party, Setting, Today, texts);
        Digest = ContentHash.Of(string.Join('\n', ConsentChoices.Named.Select(l => Draft(l).Words(Party, Setting, Today, texts).Whole(texts))));
        return true;
    }
}
