using System.Security.Cryptography;
using System.Xml.Linq;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.SignIn;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Accounts;

/// <summary>A copy of the database opens nothing: what its keys are sealed with stands elsewhere.</summary>
public abstract class KeySealTests(RunningProduct product)
{
    // As the framework writes a key where nothing seals it.
    private const string Open = """
        <key id="6e4b5c2a-0000-4000-8000-000000000001" version="1"><descriptor><descriptor><masterKey xmlns:p4="http://schemas.asp.net/2015/03/dataProtection" p4:requiresEncryption="true"><value>zqxopenkey</value></masterKey></descriptor></descriptor></key>
        """;

    [Fact]
    public async Task Keys_InTheDatabase_AreSealed()
    {
        await product.Visit().Open("/sign-in");

        var keys = await Keys();

        Assert.NotEmpty(keys);
        Assert.All(keys, xml => Assert.Contains("<sealed with=", xml));
        Assert.All(keys, xml => Assert.DoesNotContain("masterKey", xml));
        Assert.DoesNotContain(product.Log.Lines, line => line.Contains("No XML encryptor configured", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AKeyLeftOpen_IsSealedAtTheNextStart_AndOpensAsItWas()
    {
        await Store("left-open", Open);

        KeysSealed.Check(Plain, Seal);

        var stored = XElement.Parse((await Keys()).Single(k => k.Contains("8000-000000000001", StringComparison.Ordinal)));
        Assert.DoesNotContain("zqxopenkey", stored.ToString());
        Assert.Equal("zqxopenkey", Seal.Open(stored.Descendants("sealed").Single()).Element("value")!.Value);
        await Remove("left-open");
    }

    [Fact]
    public async Task KeysSealedWithAnother_StopTheStart_AndSayWhatToDo()
    {
        await product.Visit().Open("/sign-in");
        using var file = new KeyFile();

        var refused = Assert.Throws<StartRefusedException>(() => KeysSealed.Check(Plain, With(file.Path)));

        Assert.Contains("COMMONGROUND_KEY_FILE", refused.Message);
        // Beside the right one it is only a second key.
        var right = System.IO.Path.Combine(product.Database.DataFolder, "sign-in.key");
        KeysSealed.Check(Plain, With($"{file.Path};{right}"));
    }

    [Fact]
    public void WhatWasAltered_DoesNotOpen()
    {
        var closed = Seal.Seal(new XElement("value", "words"));
        var bytes = Convert.FromBase64String(closed.Value);
        bytes[^20] ^= 1;
        closed.Value = Convert.ToBase64String(bytes);

        Assert.ThrowsAny<CryptographicException>(() => Seal.Open(closed));
    }

    [Fact]
    public void TheKeyFile_IsItsOwnersAlone()
    {
        var path = System.IO.Path.Combine(product.Database.DataFolder, "sign-in.key");

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void AFileThatHoldsNoKey_StopsTheStart()
    {
        var refused = Assert.Throws<StartRefusedException>(() => With(typeof(KeySealTests).Assembly.Location).Seal(new XElement("value")));

        Assert.Contains("openssl rand", refused.Message);
    }

    private PlainDatabase Plain => product.Services.GetRequiredService<PlainDatabase>();

    private KeySeal Seal => product.Services.GetRequiredService<KeySeal>();

    private static KeySeal With(string files) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("COMMONGROUND_KEY_FILE", (string?)files)]).Build());

    private async Task<List<string>> Keys() => await WithDb(db => db.Keys.AsNoTracking().Select(k => k.Xml).ToListAsync());

    private Task Store(string name, string xml) => WithDb(db =>
    {
        db.Keys.Add(new SigningKey { Name = name, Xml = xml });
        return db.SaveChangesAsync();
    });

    private Task Remove(string name) => WithDb(db => db.Keys.Where(k => k.Name == name).ExecuteDeleteAsync());

    private async Task<T> WithDb<T>(Func<CommonGroundDb, Task<T>> act)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<CommonGroundDb>());
    }

    private sealed class KeyFile : IDisposable
    {
        public KeyFile() => File.WriteAllText(Path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }

    public sealed class OnSqlite(SqliteProduct product) : KeySealTests(product), IClassFixture<SqliteProduct>;

    public sealed class OnPostgres(PostgresProduct product) : KeySealTests(product), IClassFixture<PostgresProduct>;
}
