using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace CommonGround.Web.Infrastructure.SignIn;

/// <summary>
/// What the keys in the database are sealed with (AES-256-GCM): a key in a file that the database does not hold, so that a copy of the
/// database opens nothing. <c>COMMONGROUND_KEY_FILE</c> names it; several, separated by <c>;</c>: the first seals, all of them open. Without
/// it, one is made in the data folder. Each process on a database needs the same.
/// </summary>
public sealed class KeySeal : IXmlEncryptor
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly Lazy<List<(string Id, byte[] Key)>> _keys;

    public KeySeal(IConfiguration configuration) => _keys = new(() => Read(configuration));

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(Seal(plaintextElement), typeof(Opener));

    internal XElement Seal(XElement plain)
    {
        var (id, key) = _keys.Value[0];
        var text = Encoding.UTF8.GetBytes(plain.ToString(SaveOptions.DisableFormatting));
        var sealed_ = new byte[NonceLength + text.Length + TagLength];
        RandomNumberGenerator.Fill(sealed_.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(sealed_.AsSpan(0, NonceLength), text, sealed_.AsSpan(NonceLength, text.Length), sealed_.AsSpan(NonceLength + text.Length), Encoding.UTF8.GetBytes(id));
        CryptographicOperations.ZeroMemory(text);
        return new XElement("sealed", new XAttribute("with", id), Convert.ToBase64String(sealed_));
    }

    internal XElement Open(XElement closed)
    {
        var id = (string?)closed.Attribute("with") ?? "";
        var key = _keys.Value.Find(k => k.Id == id).Key ?? throw new CryptographicException($"The keys are sealed with {id}, which is not among the key files.");
        var all = Convert.FromBase64String(closed.Value);
        var text = new byte[all.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(all.AsSpan(0, NonceLength), all.AsSpan(NonceLength, text.Length), all.AsSpan(NonceLength + text.Length), text, Encoding.UTF8.GetBytes(id));
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }

    internal bool Opens(XElement closed) => _keys.Value.Exists(k => k.Id == (string?)closed.Attribute("with"));

    private static List<(string, byte[])> Read(IConfiguration configuration)
    {
        var files = configuration["COMMONGROUND_KEY_FILE"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (files.Length == 0)
            files = [MadeIn(DatabaseSetup.DataFolder(configuration))];
        return [.. files.Select(ReadFile)];
    }

    private static (string, byte[]) ReadFile(string path)
    {
        try
        {
            var key = Convert.FromBase64String(File.ReadAllText(path).Trim());
            if (key.Length != KeyLength)
                throw new FormatException();
            return (Convert.ToHexStringLower(SHA256.HashData(key))[..16], key);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new StartRefusedException($"COMMONGROUND_KEY_FILE: {path} does not hold a key. Make one with: openssl rand -base64 32 > {path}");
        }
    }

    /// <summary>Of several processes that begin at once, one makes it and all read the same.</summary>
    private static string MadeIn(string folder)
    {
        var path = Path.Combine(folder, "sign-in.key");
        if (File.Exists(path))
            return path;

        Directory.CreateDirectory(folder);
        var made = path + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(made, options))
            file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength)));
        try
        {
            File.Move(made, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(made);
        }

        return path;
    }

    /// <summary>Made by the framework from its name in the sealed XML.</summary>
    public sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<KeySeal>().Open(encryptedElement);
    }
}
