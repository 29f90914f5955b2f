using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Meetings;

/// <summary>What the pages of one meeting share.</summary>
public abstract class MeetingPage(MeetingReader reader, MeetingHandler handler, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid MeetingId { get; set; }

    /// <summary>A form is one intended act: sent twice, it has one effect.</summary>
    [BindProperty]
    public Guid CommandId { get; set; }

    public MeetingOnPage At { get; protected set; } = default!;

    protected MeetingReader Reader => reader;

    protected Texts T => texts;

    protected string Path => $"/cases/{HttpContext.Access().InCase!.CaseId}/meetings/{MeetingId}";

    /// <summary>In another part than the one that they are invited in, they are asked first.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var access = HttpContext.Access();
        if (HttpMethods.IsGet(Request.Method) && await reader.IsForAnotherPart(access, MeetingId))
            context.Result = Redirect(PartsInCase.WhereToChoose(Request, access.InCase!.CaseId));
        else
            await next();
    }

    /// <summary>Finds the meeting; false where it does not exist for this viewer.</summary>
    protected async Task<bool> Load()
    {
        if (await reader.Find(HttpContext.Access(), MeetingId) is not { } found)
            return false;

        At = found;
        return true;
    }

    protected Task<Outcome<string>> Change(string location, Func<MeetingChange, Outcome<Done>> make) =>
        handler.In(HttpContext.Access(), MeetingId, CommandId, location, make);

    protected Task<Outcome<string>> Change(string location, Func<MeetingChange, Task<Outcome<Done>>> make) =>
        handler.In(HttpContext.Access(), MeetingId, CommandId, location, make);

    /// <summary>Where a change leads; refused, the page again with what was written and what stood in the way.</summary>
    protected async Task<IActionResult> Answer(Outcome<string> outcome, string field = "", string? done = null)
    {
        if (outcome.Succeeded)
            return done is null ? LocalRedirect(outcome.Value) : LocalRedirect(outcome.Value).Done(HttpContext, done);
        if (outcome.Error is NotFound || !await Load())
            return NotFound();

        ModelState.Refuse(outcome.Error!, texts, field);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Again();
    }

    /// <summary>Loads what else the page shows, and shows it.</summary>
    protected virtual Task<IActionResult> Again() => Task.FromResult<IActionResult>(Page());

    /// <summary>In one word: proposed, agreed, under way…</summary>
    public string StateText(MeetingState state) => texts["meetings.state." + state];
}
