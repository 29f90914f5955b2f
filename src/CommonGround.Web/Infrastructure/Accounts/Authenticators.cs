using System.Security.Cryptography;
using CommonGround.Domain.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>Keys of authenticators: sealed in the database, and in the form that sets one up, where nothing is stored before its first code.</summary>
public sealed class Authenticators(IDataProtectionProvider protection)
{
    private readonly IDataProtector _stored = protection.CreateProtector("authenticator");

    /// <summary>A new key, bound to the person, in a form's hidden field.</summary>
    public string Offer(Guid personId) => InForm(personId).Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(TimeCode.KeyLength)));

    public byte[]? Offered(Guid personId, string? field)
    {
        try
        {
            return field is null ? null : Convert.FromBase64String(InForm(personId).Unprotect(field));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public string Seal(byte[] key) => _stored.Protect(Convert.ToBase64String(key));

    /// <summary>The step whose code this is, if it opens now.</summary>
    public long? Match(Account account, string code, DateTime now) => account.AuthenticatorKey is { } key
        ? TimeCode.Match(Convert.FromBase64String(_stored.Unprotect(key)), code, now, account.AuthenticatorLastStep) : null;

    /// <summary>What an app reads from the drawing, or from a link on the telephone itself.</summary>
    public static string Link(byte[] key, string name) =>
        $"otpauth://totp/CommonGround:{Uri.EscapeDataString(name)}?secret={TimeCode.Written(key)}&issuer=CommonGround";

    private IDataProtector InForm(Guid personId) => protection.CreateProtector("authenticator-form", personId.ToString());
}
