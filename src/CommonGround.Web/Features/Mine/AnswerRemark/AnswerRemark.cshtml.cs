using System.ComponentModel.DataAnnotations;
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

namespace CommonGround.Web.Features.Mine.AnswerRemark;

/// <summary>What the citizen says is not right: answered once, by who answers for that kind; read by whoever may read what it is about.</summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit)]
public sealed class AnswerRemarkModel(CommonGroundDb db, AnswerRemarkHandler handler, Texts texts) : PageModel
{
    [BindProperty]
    public RemarkOutcome? Came { get; set; }

    [BindProperty, StringLength(4000)]
    public string? Text { get; set; }

    public Remark Remark { get; private set; } = default!;

    public string? Citizen { get; private set; }

    public bool MayAnswer => RemarksToAnswer.Answers(HttpContext.CaseView().Role, Remark.Kind);

    public IReadOnlyList<Choice> Ways => Choice.Of<RemarkOutcome>(texts, "remark.came.");

    public async Task<IActionResult> OnGet(Guid remarkId, CancellationToken cancel) => await Load(remarkId, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid remarkId, Guid commandId, CancellationToken cancel)
    {
        if (!await Load(remarkId, cancel) || !MayAnswer)
            return NotFound();
        if (Came is null)
            ModelState.AddModelError(nameof(Came), texts["remark.check.came"]);
        if (string.IsNullOrWhiteSpace(Text))
            ModelState.Refuse(new RemarkWithoutWords(), texts, nameof(Text));
        if (!ModelState.IsValid)
            return Page();

        var outcome = await handler.Answer(Remark.CaseId, remarkId, Came == RemarkOutcome.SetRight, Text, HttpContext.Access().Acting(commandId));
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "remark.done");

        // Someone else may have answered meanwhile: what they wrote stands beside what was written here.
        await Load(remarkId, cancel);
        ModelState.Refuse(outcome.Error!, texts);
        return Page();
    }

    private async Task<bool> Load(Guid remarkId, CancellationToken cancel)
    {
        var view = HttpContext.CaseView();
        if (await db.Remarks.AsNoTracking().FirstOrDefaultAsync(r => r.Id == remarkId && r.CaseId == view.CaseId, cancel) is not { } remark)
            return false;

        Remark = remark;
        Citizen = (await db.Parties.AsNoTracking().Include(p => p.Person)
            .FirstOrDefaultAsync(p => p.CaseId == view.CaseId && p.Role == PartyRole.Citizen, cancel))?.Person?.Name;
        return true;
    }
}

/// <summary>What came of a remark.</summary>
public enum RemarkOutcome
{
    /// <summary>What was wrong was changed where it stands.</summary>
    SetRight = 1,

    /// <summary>It stands; the citizen's words stand beside it.</summary>
    StandsBeside = 2,
}
