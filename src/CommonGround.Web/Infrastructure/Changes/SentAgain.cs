using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Changes;

/// <summary>
/// A form that was taken and is sent once more, by a second press or by a browser that heard no answer: what it was about may be gone by its
/// own doing, and its page would then refuse it. It leads where it led.
/// </summary>
internal sealed class SentAgain(CommonGroundDb db) : IAsyncPageFilter
{
    // As the command-id tag of the pages writes it.
    private const string CommandIdField = "CommandId";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (!Refuses(executed) || await Done(context.HttpContext) is not ['/', ..] done)
            return;

        executed.Result = new LocalRedirectResult(done);
    }

    private static bool Refuses(PageHandlerExecutedContext executed) =>
        HttpMethods.IsPost(executed.HttpContext.Request.Method) && executed.Exception is null
        && (executed.Result is NotFoundResult || (executed.Result is PageResult && !executed.ModelState.IsValid));

    private async Task<string?> Done(HttpContext http)
    {
        // As it was read before: one that could not be read is no form of ours.
        if (http.Features.Get<IFormFeature>()?.Form is not { } form || !Guid.TryParse(form[CommandIdField], out var command))
            return null;

        var person = http.Access().PersonId;
        return await db.Commands.AsNoTracking().Where(c => c.Id == command && c.PersonId == person).Select(c => c.Location).FirstOrDefaultAsync(http.RequestAborted);
    }
}
