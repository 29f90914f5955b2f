using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommonGround.Web.Features.Mine.TakeAll;

/// <summary>The same for machines: a list for each table, each row with its columns by name (GDPR 20: structured, commonly used, machine-readable).</summary>
internal static class OwnJson
{
    /// <summary>Keys of the chain, and copies of a document that lies beside as a PDF.</summary>
    private static readonly string[] Left = ["Key", "Hash", "SearchKey", "SortKeySv", "SortKeyDa"];

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DictionaryKeyPolicy = JsonNamingPolicy.CamelCase,
    };

    public static byte[] Of(OwnInformation own)
    {
        var tables = own.Rows.GroupBy(r => r.Table.ClrType.Name).OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(r => Columns(r.Table, r.Row)).ToList());
        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
        {
            ["madeAt"] = own.MadeAt, ["person"] = Person(own), ["cases"] = own.Cases.Select(c => new { c.Id, c.Programme, c.Country, c.FirstSickDay, c.OpenedAt, c.ClosedAt }),
            ["consents"] = own.Cases.SelectMany(c => c.Consents).Select(c => new { c.Id, c.CaseId, c.RecipientPartyId, c.Kinds, c.Purposes, c.GivenAt, c.From, c.Until, c.WithdrawnAt, c.Way, c.WordsRead, c.Language }),
            ["releases"] = own.Cases.SelectMany(c => c.Releases).Select(r => new { r.CaseId, r.ItemId, r.Kind, r.ToPartyId, r.ReleasedAt, r.RecalledAt }),
            ["changes"] = own.Journal.Select(e => new { CaseId = e.StreamId, e.Position, e.At, e.Event, e.ActorPersonId }),
            ["looks"] = own.Looks.Select(l => new { l.At, l.Viewer.Name, l.Role, l.Viewer.Unit, l.Viewer.Place, l.What, l.Purpose, l.Kinds, Shown = l.Permitted }),
            ["account"] = Account(own.Account),
            ["rows"] = tables,
        }, Options);
    }

    private static object Person(OwnInformation own) =>
        new { own.Person.Id, own.Person.NationalId, own.Person.GivenName, own.Person.FamilyName, own.Person.Language, own.Person.Email, own.Person.Phone };

    private static object Account(OwnAccount own) => new
    {
        own.Account?.SignInName,
        own.Account?.CreatedAt,
        own.Account?.PasswordSetAt,
        own.Account?.AuthenticatorSetAt,
        Passkeys = own.Passkeys.Select(k => new { k.Name, k.CreatedAt, k.LastUsedAt }),
        Sessions = own.Sessions.Select(s => new { s.BeganAt, s.LastUsedAt, s.EndedAt, s.Browser, s.System }),
        Events = own.Events.Select(e => new { e.At, e.Kind, e.Browser, e.System }),
    };

    private static Dictionary<string, object?> Columns(IEntityType table, IOnCommonGround row)
    {
        var columns = table.GetProperties().Where(p => p.PropertyInfo is not null && !Left.Contains(p.Name) && p.ClrType != typeof(byte[]))
            .ToDictionary(p => p.Name, p => p.PropertyInfo!.GetValue(row));
        if (row is JournalText text)
            columns["Words"] = text.Words;
        // Whose it is, who received it: that they wrote it would be read out of the name.
        if (row is HandedOverCopy)
            columns.Remove(nameof(IOnCommonGround.AuthorPersonId));
        return columns;
    }
}
