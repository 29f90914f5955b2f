using System.Security.Cryptography;
using System.Text.Json;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.DataProtection;

namespace CommonGround.Web.Features.Sharing;

/// <summary>
/// Keeps a yes that is being thought over in the citizen's own browser, sealed to them and their case: it outlives a sign-out, and the
/// product itself learns no name and no address before the yes is given.
/// </summary>
public sealed class DraftInBrowser(IDataProtectionProvider protection)
{
    private const string Cookie = "consent-draft";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public ConsentDraft? Read(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } written)
            return null;

        try
        {
            return JsonSerializer.Deserialize<ConsentDraft>(Seal(context).Unprotect(written));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            // Too old, or another person's on the same computer.
            return null;
        }
    }

    public void Keep(HttpContext context, ConsentDraft draft) =>
        context.Response.Cookies.Append(Cookie, Seal(context).Protect(JsonSerializer.Serialize(draft), Kept), Options(context));

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = $"/my/{context.CaseView().CaseId}/sharing",
        MaxAge = Kept,
    };

    private ITimeLimitedDataProtector Seal(HttpContext context) => protection
        .CreateProtector("consent-draft", context.Access().PersonId.ToString(), context.CaseView().CaseId.ToString()).ToTimeLimitedDataProtector();
}
