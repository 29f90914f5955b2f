using System.Security.Cryptography;
using System.Text;
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
        http.Features.Get<IFormFeature>()?.Form is { } form ? await LedTo(form, http.Request, db, http.Access().PersonId) : null;

    /// <summary>Before the gate, for what its own doing shut: where this form led when it was taken.</summary>
    /// <returns>A local path; null where it was never taken from this person.</returns>
    public static async Task<string?> Before(HttpContext http, CommonGroundDb db, Guid person)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            return null;

        try
        {
            return await LedTo(await http.Request.ReadFormAsync(http.RequestAborted), http.Request, db, person);
        }
        catch (Exception unread) when (unread is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static async Task<string?> LedTo(IFormCollection form, HttpRequest request, CommonGroundDb db, Guid person)
    {
        if (!Guid.TryParse(form[CommandIdField], out var sent))
            return null;

        var command = At(sent, AddressOf(request));
        return await db.Commands.AsNoTracking().Where(c => c.Id == command && c.PersonId == person).Select(c => c.Location)
            .FirstOrDefaultAsync(request.HttpContext.RequestAborted) is ['/', ..] led ? led : null;
    }

    /// <summary>
    /// A form is the same when it is sent again to where it was sent: at another address its number is one that was never taken, and tells
    /// nothing of what is there.
    /// </summary>
    /// <param name="address">Empty where no form was sent: the number stays as it is.</param>
    public static Guid At(Guid command, string address)
    {
        if (address.Length == 0)
            return command;

        var bytes = command.ToByteArray(bigEndian: true);
        // The time that it begins with stays, so that the table is filled from one end.
        SHA256.HashData([.. bytes, .. Encoding.UTF8.GetBytes(address)]).AsSpan(0, 7).CopyTo(bytes.AsSpan(9));
        return new Guid(bytes, bigEndian: true);
    }

    /// <returns>Empty where nothing was sent.</returns>
    public static string AddressOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) ? $"{request.Path.Value?.ToLowerInvariant()}?{request.Query["handler"]}" : "";
}
