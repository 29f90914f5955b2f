using System.ComponentModel.DataAnnotations;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Mine.SayWrong;

/// <summary>"This is not right", about one thing that is written; afterwards what came of it. Both stay.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class SayWrongModel(CommonGroundDb db, Written written, SayWrongHandler handler, Texts texts) : PageModel
{
    [BindProperty, StringLength(4000)]
    public string? Text { get; set; }

    public string Stands { get; private set; } = "";

    public Remark? Said { get; private set; }

    public string AnsweredBy { get; private set; } = "";

    public PartyRole? AnsweredAs { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public async Task<IActionResult> OnGet(Guid itemId, CancellationToken cancel) => await Load(itemId, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPost(Guid itemId, Guid commandId, CancellationToken cancel)
    {
        if (await Load(itemId, cancel) is not { } item)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();

        var outcome = await handler.Say(CaseId, item, Text, HttpContext.Access().Acting(commandId));
        if (outcome.Succeeded)
            return LocalRedirect(outcome.Value).Done(HttpContext, "say-wrong.done");

        ModelState.Refuse(outcome.Error!, texts, outcome.Error is RemarkWithoutWords ? nameof(Text) : "");
        return Page();
    }

    /// <summary>What was said to be wrong is shown also when it no longer stands: it was kept as it stood.</summary>
    private async Task<WrittenItem?> Load(Guid itemId, CancellationToken cancel)
    {
        var citizen = HttpContext.CaseView().CitizenPersonId;
        Said = (await written.Remarks(CaseId, citizen, cancel)).Find(r => r.ItemId == itemId);
        if (Said?.AnsweredByPersonId is { } by)
        {
            AnsweredBy = (await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == by, cancel))?.Name ?? texts["person.no-name"];
            AnsweredAs = (await db.Parties.AsNoTracking().Where(p => p.CaseId == Said.CaseId && p.PersonId == by).ToListAsync(cancel))
                .Find(p => RemarksToAnswer.Answers(p.Role, Said.Kind))?.Role;
        }

        var item = Said is null ? (await written.All(CaseId, citizen)).FirstOrDefault(i => i.Row.Id == itemId) : new WrittenItem(Said, Said.Stood);
        Stands = item?.Words ?? "";
        return item;
    }
}
