using System.Text.Json;
using CommonGround.Domain;
using Microsoft.AspNetCore.DataProtection;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>
/// What the server must remember between asking a browser for a passkey and its answer: sealed in a cookie of that browser, for ten minutes,
/// and good for one answer (<see cref="Id"/> is kept of each that was taken).
/// </summary>
internal sealed record PasskeyCeremony(Guid Id, string State, Guid PersonId, DateTime Until)
{
    private const string Cookie = "cg-passkey";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public static void Begin(HttpContext context, IDataProtector protector, string state, Guid personId, DateTime now)
    {
        var ceremony = new PasskeyCeremony(Ids.New(now), state, personId, now + Lasts);
        context.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(ceremony)), new CookieOptions
        {
            HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Lasts,
        });
    }

    /// <summary>The one that this browser began, if it is not too old, and was begun by the same person.</summary>
    public static PasskeyCeremony? Take(HttpContext context, IDataProtector protector, Guid personId, DateTime now)
    {
        if (context.Request.Cookies[Cookie] is not { } cookie)
            return null;

        context.Response.Cookies.Delete(Cookie);
        try
        {
            return JsonSerializer.Deserialize<PasskeyCeremony>(protector.Unprotect(cookie)) is { } found && found.PersonId == personId && now < found.Until ? found : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
