using System.Security.Claims;
using System.Security.Cryptography;
using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>What a sign-in cookie says: who, in which session, with which key. Whether it still holds is asked at each request.</summary>
public sealed record SignedInAs(Guid PersonId, Guid SessionId, byte[] KeyHash)
{
    private const string SessionClaim = "session";
    private const string KeyClaim = "key";

    public static SignedInAs? Of(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person) && Guid.TryParse(user.FindFirstValue(SessionClaim), out var session)
        && user.FindFirstValue(KeyClaim) is { } key
            ? new SignedInAs(person, session, Session.Digest(Convert.FromBase64String(key))) : null;

    /// <summary>A key for one session: 256 random bits.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    /// <summary>The cookie says who they are, and nothing of what they may: that is read at each request.</summary>
    internal static Task SendCookie(HttpContext context, Person person, Guid sessionId, byte[] key) => Send(context,
    [
        new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()), new Claim(ClaimTypes.Name, person.Name), new Claim("language", person.Language),
        new Claim(SessionClaim, sessionId.ToString()), new Claim(KeyClaim, Convert.ToBase64String(key)),
    ]);

    /// <summary>The same session with its new key.</summary>
    internal static Task RenewCookie(HttpContext context, byte[] key) =>
        Send(context, [.. context.User.Claims.Where(c => c.Type != KeyClaim), new Claim(KeyClaim, Convert.ToBase64String(key))]);

    private static Task Send(HttpContext context, IEnumerable<Claim> claims) =>
        context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
}
