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

    /// <summary>The name of a place as someone may write it into a password: together, word by word, and without the ending that says "the".</summary>
    public static IEnumerable<string> WaysToWrite(string name)
    {
        var words = new string([.. name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Append(string.Concat(words)).SelectMany(word => word.Length > 6 && (word.EndsWith("en", StringComparison.Ordinal) || word.EndsWith("et", StringComparison.Ordinal))
            ? new[] { word, word[..^2] } : [word]);
    }

    /// <summary>As it is written where there is no key for it.</summary>
    private static string Plain(string word) => new([.. word.Select(c => c switch { 'å' or 'ä' => 'a', 'ö' or 'ø' => 'o', 'æ' => 'a', 'é' => 'e', _ => c })]);

    /// <param name="own">Words that stand close to the person: names, address, where they work, what the product is called.</param>
    /// <param name="common">Passwords that are tried first, in lower case.</param>
    public static Outcome<Done> Check(string password, bool needsAuthenticator, IEnumerable<string> own, IReadOnlySet<string> common)
    {
        if (password.Length < AtLeast(needsAuthenticator) || password.Length > AtMost)
            return new PasswordTooShort();

        var plain = password.ToLowerInvariant();
        foreach (var word in own.Select(w => w.ToLowerInvariant()).SelectMany(w => new[] { w, Plain(w) }).Where(w => w.Length >= 3).Distinct().OrderByDescending(w => w.Length))
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
