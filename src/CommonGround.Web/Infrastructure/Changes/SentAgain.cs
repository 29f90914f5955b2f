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
        if (!Refuses(executed) || await Done(context.HttpContext) is not { } done)
            return;

        executed.Result = new LocalRedirectResult(done);
    }

    private static bool Refuses(PageHandlerExecutedContext executed) =>
        HttpMethods.IsPost(executed.HttpContext.Request.Method) && executed.Exception is null
        && (executed.Result is NotFoundResult || (executed.Result is PageResult && !executed.ModelState.IsValid));

    private async Task<string?> Done(HttpContext http) =>
        // As it was read before: one that could not be read is no form of ours.
        http.Features.Get<IFormFeature>()?.Form is { } form ? await LedTo(form, db, http.Access().PersonId, http.RequestAborted) : null;

    /// <summary>Before the gate, for what its own doing shut: where this form led when it was taken.</summary>
    /// <returns>A local path; null where it was never taken from this person.</returns>
    public static async Task<string?> Before(HttpContext http, CommonGroundDb db, Guid person)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            return null;

        try
        {
            return await LedTo(await http.Request.ReadFormAsync(http.RequestAborted), db, person, http.RequestAborted);
        }
        catch (Exception unread) when (unread is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static async Task<string?> LedTo(IFormCollection form, CommonGroundDb db, Guid person, CancellationToken cancel) =>
        Guid.TryParse(form[CommandIdField], out var command)
        && await db.Commands.AsNoTracking().Where(c => c.Id == command && c.PersonId == person).Select(c => c.Location).FirstOrDefaultAsync(cancel) is ['/', ..] led
            ? led : null;
}
