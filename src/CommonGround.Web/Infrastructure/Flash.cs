using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace CommonGround.Web.Infrastructure;

/// <summary>
/// Says what was done on the page after a redirect: <c>RedirectToPage("/Cases/Case", new { id }).Done(HttpContext, "cases.opened")</c>.
/// A short cookie names a text, never its content: it can carry nothing about anybody, and it is gone once shown.
/// </summary>
public static partial class Flash
{
    private const string Cookie = "done";

    public static T Done<T>(this T redirect, HttpContext context, string textKey)
        where T : IActionResult
    {
        context.Response.Cookies.Append(Cookie, textKey, new CookieOptions
        {
            MaxAge = TimeSpan.FromMinutes(1),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        return redirect;
    }

    /// <summary>The text to show, once.</summary>
    public static string? Key(HttpContext context)
    {
        var key = context.Request.Cookies[Cookie];
        if (key is null)
        {
            return null;
        }

        if (!context.Response.HasStarted)
        {
            context.Response.Cookies.Delete(Cookie);
        }

        return Name().IsMatch(key) ? key : null;
    }

    [GeneratedRegex(@"^[a-z0-9-]+(\.[a-z0-9-]+)+\z")]
    private static partial Regex Name();
}
