using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CommonGround.Web.Infrastructure;

/// <summary>
/// A form that could not be taken because it had expired or its sender had been signed out, kept in the page that says so,
/// so that nobody who writes slowly loses their words. Kept nowhere else. Only what our own page sent is kept: a form from
/// another site is not put back into a person's hands with a fresh token.
/// </summary>
public sealed record KeptForm(string Address, IReadOnlyList<(string Field, string Value)> Fields)
{
    private const string Mark = "form-not-taken";

    // What the framework adds to forms, and what must not stand in a page.
    private static readonly string[] NotKept = ["__RequestVerificationToken", "password", "code", "secret"];

    /// <summary>The longer texts, to be shown.</summary>
    public IEnumerable<string> Written => Fields.Select(one => one.Value).Where(value => value.Contains(' ', StringComparison.Ordinal));

    /// <summary>
    /// What was sent is not taken, because its sender may not send it (any more): the page that says so has their words, to be copied. It looks
    /// the same for what is not there.
    /// </summary>
    public static void WhereClosed(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType)
            context.Items[Mark] = true;
    }

    public static KeptForm? Of(HttpContext context)
    {
        if (!context.Items.ContainsKey(Mark)
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not { } from
            // As it was read before: one that could not be read cannot be kept either.
            || context.Features.Get<IFormFeature>()?.Form is not { } form
            || context.Request.Headers["Sec-Fetch-Site"] != "same-origin")
        {
            return null;
        }

        var fields = from field in form
                     where !NotKept.Any(part => field.Key.Contains(part, StringComparison.OrdinalIgnoreCase))
                     from value in field.Value
                     select (field.Key, value);
        return new KeptForm($"{from.OriginalPathBase}{from.OriginalPath}{from.OriginalQueryString}", [.. fields]);
    }

    /// <summary>
    /// For the sign-in cookie's <c>OnRedirectToLogin</c>: whoever was signed out while writing is told so with their
    /// words in hand, a script is told that it may not, and everybody else goes to sign in as usual.
    /// </summary>
    public static Task InsteadOfSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if ((HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType)
            || context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.HttpContext.Items[Mark] = true;
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    /// <summary>Marks requests that were refused for their token alone.</summary>
    internal sealed class Keeper : IAlwaysRunResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (context.Result is IAntiforgeryValidationFailedResult)
            {
                context.HttpContext.Items[Mark] = true;
            }
        }

        public void OnResultExecuted(ResultExecutedContext context)
        {
        }
    }
}
