using System.ComponentModel.DataAnnotations;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Sharing.AskAboutLook;

/// <summary>"I do not understand this one": asks the named privacy officer; afterwards shows until when there will be an answer, and the answer.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class AskAboutLookModel(LookReader looks, LookQuestions asked, AskAboutLookHandler handler, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty, StringLength(2000)]
    public string? Text { get; set; }

    public Look Look { get; private set; } = default!;

    public NamedOfficer? Officer { get; private set; }

    public LookQuestion? Question { get; private set; }

    public DateOnly Today => texts.LocalDay(clock.UtcNow());

    public LookWords Words { get; } = new(texts);

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public static string Href(Guid caseId, Guid writerId, long position) => $"/my/{caseId}/looked/{writerId}/{position}/ask";

    public async Task<IActionResult> OnGet(Guid writerId, long position, CancellationToken cancel) =>
        await Load(writerId, position, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid writerId, long position, Guid commandId, CancellationToken cancel)
    {
        if (!await Load(writerId, position, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();

        var outcome = await handler.Ask(CaseId, writerId, position, Text, HttpContext.Access().Acting(commandId), cancel);
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "ask-look.done");

        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private async Task<bool> Load(Guid writerId, long position, CancellationToken cancel)
    {
        if (await looks.One(HttpContext.CaseView().CitizenPersonId, CaseId, writerId, position, cancel) is not { } look)
            return false;

        Look = look;
        var soFar = await asked.Of(CaseId, HttpContext.Access().Now, cancel);
        Officer = soFar.Officer;
        Question = soFar.Questions.FirstOrDefault(q => q.WriterId == writerId && q.Position == position);
        return true;
    }
}
