using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>
/// A browser in which a name has signed in before is known again, for that name: whoever guesses elsewhere closes another door. It opens
/// nothing, and says nothing of who it was.
/// </summary>
public sealed class KnownDevice(IDataProtectionProvider protection)
{
    private const string Cookie = "cg-known";
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private readonly IDataProtector _protector = protection.CreateProtector("known-device");

    /// <summary>The mark of this browser for this name; null where it is new.</summary>
    public string? For(HttpContext context, string foldedName)
    {
        try
        {
            var said = context.Request.Cookies[Cookie] is { } cookie ? _protector.Unprotect(cookie).Split(' ') : [];
            return said is [var name, var mark] && name == NameOf(foldedName) ? mark : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, string foldedName)
    {
        var mark = For(context, foldedName) ?? RandomNumberGenerator.GetHexString(32);
        context.Response.Cookies.Append(Cookie, _protector.Protect($"{NameOf(foldedName)} {mark}"), new CookieOptions
        {
            HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Lasts, Path = "/sign-in",
        });
    }

    private static string NameOf(string foldedName) => Convert.ToHexString(Doors.OfName(foldedName));
}
