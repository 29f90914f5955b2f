using System.ComponentModel.DataAnnotations;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Privacy.AnswerQuestion;

/// <summary>One question: the line as the citizen reads it, their words, and the answer. Nothing else of the case is read.</summary>
[About<LookQuestion>]
[PrivacyOfficerOnly]
public sealed class AnswerQuestionModel(
    CommonGroundDb db, LookReader looks, AnswerQuestionHandler handler, Disclosures disclosures, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty, StringLength(4000)]
    public string? Text { get; set; }

    public LookQuestion Question { get; private set; } = default!;

    public Look? Look { get; private set; }

    public string Citizen { get; private set; } = "";

    public DateOnly Today => texts.LocalDay(clock.UtcNow());

    public LookWords Words { get; } = new(texts);

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id, Guid commandId, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();

        var outcome = await handler.Answer(Question.CaseId, id, Text, HttpContext.Access().Acting(commandId));
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "privacy.done");

        // Another officer may have answered meanwhile: what they wrote stands beside what was written here.
        await Load(id, cancel);
        ModelState.Refuse(outcome.Error!, texts, outcome.Error is LookAnswerMissing ? nameof(Text) : "");
        return Page();
    }

    private async Task<bool> Load(Guid id, CancellationToken cancel)
    {
        if (await db.LookQuestions.AsNoTracking().FirstOrDefaultAsync(q => q.Id == id, cancel) is not { } question)
            return false;

        Question = question;
        Look = await looks.One(question.AuthorPersonId, question.CaseId, question.WriterId, question.Position, cancel);
        var citizen = await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == question.AuthorPersonId, cancel);
        Citizen = texts.Name(citizen?.Name);
        disclosures.Add(question.AuthorPersonId, question.CaseId, citizen is null ? [] : [InformationKind.Contact]);
        return true;
    }
}
