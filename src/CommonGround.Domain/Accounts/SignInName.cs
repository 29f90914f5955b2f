using System.Text;

namespace CommonGround.Domain.Accounts;

/// <summary>What someone signs in with: their own e-mail address, or a name without @ that nobody else has.</summary>
public static class SignInName
{
    public const int AtLeast = 3;

    public const int AtMost = 200;

    /// <summary>Upper and lower case are the same, and so are the ways in which a letter can be composed.</summary>
    public static string Fold(string written) => written.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <param name="ownAddress">The person's known e-mail address. An address of somebody else's is never taken, nor told apart from a free one.</param>
    public static Outcome<string> Choose(string written, string? ownAddress)
    {
        var name = Fold(written);
        if (name.Length is < AtLeast or > AtMost)
            return new SignInNameTooShort();

        return name.Contains('@', StringComparison.Ordinal) && (ownAddress is null || name != Fold(ownAddress)) ? new NotYourAddress() : name;
    }
}

/// <summary>A name of fewer than <see cref="SignInName.AtLeast"/> letters cannot be told from others'.</summary>
public sealed record SignInNameTooShort : Error;

/// <summary>It is an e-mail address, and not the one that is known for this person.</summary>
public sealed record NotYourAddress : Error;

/// <summary>Somebody signs in with this name already.</summary>
public sealed record SignInNameTaken : Error;
