namespace CommonGround.Domain.Accounts;

/// <summary>
/// What a password must be: long enough, and none of those that are tried first. No mixture of letters and signs is asked for, and it never
/// has to be changed: both make worse passwords.
/// </summary>
/// <remarks>Source: NIST SP 800-63B-4, 3.1.1 (15 where it stands alone, 8 with a second factor; no composition, no expiry); OWASP ASVS 5.0, 6.2.</remarks>
public static class PasswordRules
{
    /// <summary>With an authenticator beside it.</summary>
    public const int WithAuthenticator = 10;

    /// <summary>Where it stands alone.</summary>
    public const int Alone = 15;

    /// <summary>Longer ones would make hashing a way to keep the server busy.</summary>
    public const int AtMost = 200;

    public static int AtLeast(bool needsAuthenticator) => needsAuthenticator ? WithAuthenticator : Alone;

    /// <param name="own">Words that stand close to the person: names, address, what the product is called.</param>
    /// <param name="common">Passwords that are tried first, in lower case.</param>
    public static Outcome<Done> Check(string password, bool needsAuthenticator, IEnumerable<string> own, IReadOnlySet<string> common)
    {
        if (password.Length < AtLeast(needsAuthenticator) || password.Length > AtMost)
            return new PasswordTooShort();

        var plain = password.ToLowerInvariant();
        foreach (var word in own.Select(w => w.ToLowerInvariant()).Where(w => w.Length >= 3))
            plain = plain.Replace(word, "", StringComparison.Ordinal);
        var letters = plain.Where(char.IsLetter).ToArray();
        var few = plain.Distinct().Count() < 5 || (letters.Length < 3 && plain.Length < PasswordRules.WithAuthenticator);
        return few || common.Contains(password.ToLowerInvariant()) || common.Contains(new string(letters)) ? new PasswordTooCommon() : new Done();
    }
}

/// <summary>Fewer signs than <see cref="PasswordRules.AtLeast"/> asks for, or more than can be taken.</summary>
public sealed record PasswordTooShort : Error;

/// <summary>One of those that are tried first, or little more than the person's own name.</summary>
public sealed record PasswordTooCommon : Error;
