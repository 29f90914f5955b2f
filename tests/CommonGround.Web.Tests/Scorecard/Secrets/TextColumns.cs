using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>
/// Every column of the database that can hold words, sorted: planted with a secret, or without what anyone wrote, and why. A column that
/// is added tomorrow is planted where its table stands on common ground; elsewhere the tests stay red until it is sorted here.
/// </summary>
internal static class TextColumns
{
    private const string Key = "a key that the program looks up by";
    private const string Sealed = "a hash, or a key to one";
    private const string Published = "published content, the same for everybody";
    private const string Numbers = "ids, times and numbers, no words";

    /// <summary>Planted by the scene and not by a twin of a row.</summary>
    public static readonly IReadOnlySet<string> ByScene = new HashSet<string>
    {
        "Consent.WordsRead", "CopyContent.Document", "CopyContent.LinesJson", "Meeting.Times", "Unit.Name",
        "Person.Email", "Person.Phone", "Person.NationalId", "Passkey.Name",
    };

    /// <summary>Without words of anyone; after a crawl no secret is found in them.</summary>
    public static readonly IReadOnlyDictionary<string, string> WithoutWords = new Dictionary<string, string>
    {
        ["AccessEntry.Entry"] = "the other columns, in the form that is hashed",
        ["AccessEntry.Hash"] = Sealed,
        ["AccessEntry.What"] = "the name of a page",
        ["AccessHead.Hash"] = Sealed,
        ["Account.AuthenticatorKey"] = "sealed with the server's keys",
        ["Account.PasswordHash"] = Sealed,
        ["Account.SignInName"] = "an address or a name of the person's own choice: shown to them alone",
        ["AccountInvitation.CodeHash"] = Sealed,
        ["AccountInvitation.TokenHash"] = Sealed,
        ["Agreement.Yeses"] = Numbers,
        ["Case.Country"] = Key,
        ["Case.Programme"] = Key,
        ["Case.ProgrammeVersion"] = Sealed,
        ["CommandDone.Location"] = "an address of the product: ids only",
        ["Consent.Kinds"] = Numbers,
        ["Consent.Language"] = Key,
        ["Consent.Purposes"] = Numbers,
        ["ConsentRequest.Kinds"] = Numbers,
        ["ConsentRequest.Purposes"] = Numbers,
        ["Consent.Workplace"] = "the name of the employer, as the citizen gave it",
        ["Definition.Bytes"] = Published,
        ["Definition.Hash"] = Sealed,
        ["Definition.Key"] = Published,
        ["Definition.Version"] = Published,
        ["EmergencyAccess.Kinds"] = Numbers,
        ["EmergencyAccess.Rule"] = "a key of content/rules",
        ["FormResponse.FormHash"] = Sealed,
        ["FormResponse.FormKey"] = Key,
        ["FormResponse.Language"] = Key,
        ["FormResponse.StepKey"] = Key,
        ["Grant.Rule"] = "a key of content/rules",
        ["HandedOverCopy.Kinds"] = Numbers,
        ["HandedOverCopy.Language"] = Key,
        ["Invitation.CodeHash"] = Sealed,
        ["Invitation.TokenHash"] = Sealed,
        ["JournalEntry.Entry"] = "what is hashed: the words themselves stand in JournalText, here their digests",
        ["JournalEntry.Event"] = Key,
        ["JournalEntry.Hash"] = Sealed,
        ["JournalHead.Hash"] = Sealed,
        ["JournalText.Key"] = Sealed,
        ["JournalText.Label"] = Key,
        ["Meeting.Agenda"] = "keys of the programme's points, and how far each has come",
        ["Meeting.Participants"] = Numbers,
        ["Meeting.StepKey"] = Key,
        ["Organisation.Country"] = Key,
        ["Organisation.Name"] = "which region, agency or employer: what a workplace is told, in place of the unit",
        ["OutboxMessage.Code"] = "chance digits of an invitation",
        ["OutboxMessage.Language"] = Key,
        ["OutboxMessage.Path"] = "an address of the product: ids only",
        ["OutboxMessage.Sender"] = "a person and an organisation",
        ["OutboxMessage.Template"] = Key,
        ["Party.Workplace"] = "the name of the employer, as the citizen gave it",
        ["Passkey.CredentialId"] = Sealed,
        ["Passkey.PublicKey"] = "the public half of a key",
        ["Passkey.Transports"] = Key,
        ["Person.FamilyName"] = "a name: contact, which this row does not count",
        ["Person.GivenName"] = "a name: contact, which this row does not count",
        ["Person.Language"] = Key,
        ["Person.SearchKey"] = "a name, folded for search",
        ["Person.SortKeyDa"] = "a name, folded for order",
        ["Person.SortKeySv"] = "a name, folded for order",
        ["RecoveryCode.Hash"] = Sealed,
        ["RecoveryCode.Salt"] = Sealed,
        ["Session.KeyHash"] = Sealed,
        ["Session.NextKeyHash"] = Sealed,
        ["Session.PreviousKeyHash"] = Sealed,
        ["SignInTries.Door"] = Sealed,
        ["SigningKey.Name"] = Key,
        ["SigningKey.Xml"] = "the server's own key",
        ["Stance.Rule"] = "a key of content/rules",
        ["StepState.Key"] = Key,
        ["StoredAnswer.LinkId"] = Key,
        ["Unit.ExternalId"] = "the unit's public number",
        ["Unit.NameToWorkplace"] = "what a workplace is told",
        ["Unit.Phone"] = "the number that is given to everybody",
    };

    public static IEnumerable<IProperty> Of(IEntityType table) => table.GetProperties().Where(p => IsText(p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType));

    public static string Name(IReadOnlyProperty column) => $"{column.DeclaringType.ClrType.Name}.{column.Name}";

    /// <summary>Columns of common ground that are planted by a twin of a row.</summary>
    public static IEnumerable<IProperty> ByTwin(IEntityType table) =>
        Of(table).Where(c => !WithoutWords.ContainsKey(Name(c)) && !ByScene.Contains(Name(c)));

    private static bool IsText(Type stored) => stored == typeof(string) || stored == typeof(byte[]);
}
