using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.GiveConsent;

/// <summary>The citizen says yes on their own page: one decision at a time, and nothing is stored before the last.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class GiveConsentModel(
    CommonGroundDb db, DraftInBrowser drafts, SharingMatrices matrices, GiveConsentHandler handler, Texts texts) : PageModel
{
    private static readonly string[] Steps = ["who", "details", "kinds", "purposes", "until", "yes"];

    [BindProperty]
    public ConsentForm Form { get; set; } = new();

    /// <summary>Digest of the words that were on the page: what is confirmed is what was read.</summary>
    [BindProperty]
    public string? Read { get; set; }

    public string Step { get; private set; } = "who";

    public string? Previous { get; private set; }

    public ConsentSetting Setting { get; private set; } = default!;

    public ConsentDraft Draft { get; private set; } = new();

    public Party? Party { get; private set; }

    public ConsentOffer? Offer { get; private set; }

    public ConsentWords? Words { get; private set; }

    public DateOnly Today => texts.LocalDay(HttpContext.Access().Now);

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public string Name => Party?.Person?.Name ?? Draft.NewName;

    public async Task<IActionResult> OnGet(string step, PartyRole? role)
    {
        if (!await Load(step))
            return To("who");

        Form = ConsentForm.Of(Draft);
        if (role is not { } wished || Step != "who")
            return Page();

        Form.Who = ConsentForm.New(wished);
        if (Form.Recipient(Setting) is null || Setting.Others.Any(p => p.Role == wished))
            return Page();

        // Of those nobody is known yet: who it is comes first.
        if (Draft.Role != wished || Draft.PartyId is not null)
            drafts.Keep(HttpContext, new ConsentDraft { Role = wished });
        return To("details");
    }

    public async Task<IActionResult> OnPost(string step, Guid commandId)
    {
        if (!await Load(step))
            return To("who");

        Check();
        if (!ModelState.IsValid)
            return Page();
        if (Step == "yes")
            return await Give(commandId);

        if (Step == "who" && Draft.PartyId is { } known && await HasAYes(known))
            return LocalRedirect($"/my/{CaseId}/sharing/change/{known}");

        drafts.Keep(HttpContext, Draft);
        return To(Next());
    }

    private async Task<bool> Load(string step)
    {
        Setting = await ConsentSetting.Load(db, HttpContext.CaseView(), HttpContext.Access().Now, matrices);
        Draft = drafts.Read(HttpContext) ?? new ConsentDraft();
        Step = Array.Find(Steps, s => s == step) ?? "who";
        Understand();
        if (Step != "who" && Draft.Role is null)
            return false;
        if (Step is "yes" && (Draft.Purposes is null || Draft.Length is null || Draft.Kinds is null))
            return false;

        Previous = Step == "who" ? null : Steps[Array.IndexOf(Steps, Step) - (Step == "kinds" && Draft.PartyId is not null ? 2 : 1)];
        Words = Step == "yes" ? Draft.Words(Party, Setting, Today, texts) : null;
        return true;
    }

    private async Task<bool> HasAYes(Guid partyId) =>
        (await db.Consents.AsNoTracking().Where(c => c.RecipientPartyId == partyId && c.WithdrawnAt == null).ToListAsync()).Exists(c => !c.IsOver(HttpContext.Access().Now));

    private void Understand()
    {
        Party = Setting.Others.FirstOrDefault(p => p.Id == Draft.PartyId);
        Offer = Draft.Role is { } role ? ConsentOffer.For(Setting.Matrix, Party?.Role ?? role, Party?.Treats == true) : null;
    }

    private void Check()
    {
        var form = ConsentForm.Of(Draft);
        switch (Step)
        {
            case "who":
                if (Form.Recipient(Setting) is not { } to)
                    ModelState.AddModelError("Form.Who", texts["consent.check.who"]);
                else if (to.PartyId != Draft.PartyId || to.Role != Draft.Role)
                    Draft = new ConsentDraft { PartyId = to.PartyId, Role = to.Role };
                break;
            case "details":
                Form.CheckDetails(ModelState, texts);
                Draft = Draft with
                {
                    GivenName = Form.GivenName,
                    FamilyName = Form.FamilyName,
                    Email = Form.Email,
                    Phone = Form.Phone,
                    Workplace = Form.Workplace,
                };
                break;
            case "kinds":
                Form.CheckKinds(ModelState, texts, Offer!);
                Draft = Draft with { Kinds = Form.Kinds };
                break;
            case "purposes":
                Form.CheckPurposes(ModelState, texts);
                Draft = Draft with { Purposes = Form.Purposes };
                break;
            case "until":
                Form.CheckUntil(ModelState, texts, Today);
                Form.CheckFrom(ModelState, texts, Today);
                Draft = Draft with { Length = Form.Length, LastDay = Form.LastDay, Start = Form.Start, FirstDay = Form.FirstDay };
                break;
            default:
                form.CheckUntil(ModelState, texts, Today);
                form.CheckFrom(ModelState, texts, Today);
                break;
        }
    }

    private async Task<IActionResult> Give(Guid commandId)
    {
        var whole = Words!.Whole(texts);
        if (Read != ContentHash.Of(whole))
        {
            ModelState.AddModelError("", texts["consent.check.words"]);
            return Page();
        }

        var outcome = await handler.Give(CaseId, HttpContext.Access().Acting(commandId), Draft,
            new ConsentSaid(ConsentWay.OwnPage, null, whole, texts.Language), $"/my/{CaseId}/sharing/consent");
        if (outcome.Error is { } error)
        {
            ModelState.Refuse(error, texts);
            return Page();
        }

        drafts.Forget(HttpContext);
        return LocalRedirect(outcome.Value).Done(HttpContext, "consent.done");
    }

    private string Next()
    {
        var next = Steps[Array.IndexOf(Steps, Step) + 1];
        return next == "details" && Draft.PartyId is not null ? "kinds" : next;
    }

    private LocalRedirectResult To(string step) => LocalRedirect($"/my/{CaseId}/sharing/give/{step}");
}
