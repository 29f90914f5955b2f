using System.Xml.Linq;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.DataProtection;

namespace CommonGround.Web.Infrastructure.SignIn;

/// <summary>
/// Before anyone is served: seals keys that an earlier version left open in the database, and stops the start where they are sealed with
/// another key than this process has, rather than sign everybody out without a word.
/// </summary>
internal static class KeysSealed
{
    private static readonly XNamespace Framework = "http://schemas.asp.net/2015/03/dataProtection";

    public static void Check(PlainDatabase plain, KeySeal seal)
    {
        using var connection = plain.Open();
        foreach (var (name, xml) in All(connection))
        {
            var key = XElement.Parse(xml);
            if (key.Descendants("sealed").FirstOrDefault(s => !seal.Opens(s)) is { } other)
            {
                throw new StartRefusedException($"The sign-in keys in this database are sealed with the key {(string?)other.Attribute("with")}, which this process does not have. "
                    + "Give it the same COMMONGROUND_KEY_FILE as the others (or the data folder's sign-in.key). If that file is lost, empty the table signing_key: "
                    + "everybody signs in anew, and authenticators are set up anew.");
            }

            var open = key.Descendants().Where(e => (bool?)e.Attribute(Framework + "requiresEncryption") == true).ToList();
            if (open.Count == 0)
                continue;

            foreach (var element in open)
            {
                element.Attribute(Framework + "requiresEncryption")!.Remove();
                element.ReplaceWith(new XElement("encryptedSecret", new XAttribute("decryptorType", typeof(KeySeal.Opener).AssemblyQualifiedName!), seal.Seal(element)));
            }

            Store(connection, name, key);
        }
    }

    /// <summary>
    /// Makes the first key where there is none, while no other process can: each would make its own, and know the others' only when it
    /// looks for keys again, a day later.
    /// </summary>
    public static void MakeFirst(IDataProtectionProvider protection) => protection.CreateProtector("start").Protect([]);

    private static List<(string Name, string Xml)> All(System.Data.Common.DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select name, xml from signing_key";
        using var reader = command.ExecuteReader();
        var all = new List<(string, string)>();
        while (reader.Read())
            all.Add((reader.GetString(0), reader.GetString(1)));
        return all;
    }

    private static void Store(System.Data.Common.DbConnection connection, string name, XElement key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "update signing_key set xml = @xml where name = @name";
        foreach (var (parameter, value) in new[] { ("@xml", key.ToString(SaveOptions.DisableFormatting)), ("@name", name) })
        {
            var one = command.CreateParameter();
            (one.ParameterName, one.Value) = (parameter, value);
            command.Parameters.Add(one);
        }

        command.ExecuteNonQuery();
    }
}
