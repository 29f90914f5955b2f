namespace CommonGround.Domain.Cases;

/// <summary>What someone is called and how they are reached, as somebody wrote it.</summary>
/// <param name="Email">Null where none is known.</param>
/// <param name="Phone">Null where none is known.</param>
/// <param name="Language">sv, da or en: in which they are written to.</param>
public sealed record ContactDetails(string GivenName, string FamilyName, string? Email, string? Phone, string Language)
{
    /// <summary>The longest that any of the texts may be, in characters.</summary>
    public const int Longest = 200;

    public string Name => $"{GivenName} {FamilyName}".Trim();

    public static ContactDetails Of(Person person) => new(person.GivenName, person.FamilyName, person.Email, person.Phone, person.Language);

    /// <summary>As it is kept: without the blanks around it, and null where nothing was written.</summary>
    public static ContactDetails Written(string? givenName, string? familyName, string? email, string? phone, string language) =>
        new(givenName?.Trim() ?? "", familyName?.Trim() ?? "", Kept(email), Kept(phone), language);

    /// <summary>Whether letters can go there. Blank is nowhere, which can be meant.</summary>
    public static bool IsAddress(string? email) => string.IsNullOrWhiteSpace(email) || System.Net.Mail.MailAddress.TryCreate(email.Trim(), out _);

    private static string? Kept(string? text) => text?.Trim() is { Length: > 0 } written ? written : null;
}

/// <summary>They have come in themselves: from then on what they are called and how they are reached is theirs to change.</summary>
public sealed record ContactIsTheirs : Error;
