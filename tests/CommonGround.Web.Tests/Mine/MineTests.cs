using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using CommonGround.Domain.Forms;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Mine;

public abstract class MineTests(RunningProduct product)
{
    private static readonly Guid Oskars = DemoFile.IdOf("case-oskar");

    [Fact]
    public async Task Everything_IsOneFile_ToReadAndForMachines()
    {
        (await (await product.SignInAs("amina")).Open($"/cases/{Oskars}/plan")).ExpectOk();
        var oskar = await product.SignInAs("oskar");
        using var zip = await Zip(oskar, Oskars);

        Assert.Equal(["Allt om mig.pdf", "allt-om-mig.json", "vem-har-tittat.csv"],
            zip.Entries.Select(e => e.FullName).Where(name => !name.StartsWith("kopior/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.True(Copies(zip) > 0);
        Assert.Equal("%PDF", Encoding.ASCII.GetString(Bytes(zip, "Allt om mig.pdf").AsSpan(0, 4)));
        using var json = JsonDocument.Parse(Bytes(zip, "allt-om-mig.json"));
        Assert.Equal("Oskar", json.RootElement.GetProperty("person").GetProperty("givenName").GetString());
        var told = json.RootElement.GetProperty("rows").GetProperty("storedAnswer").EnumerateArray().ToList();
        Assert.Contains(told, a => a.GetProperty("question").GetString()!.Length > 0 && a.GetProperty("kind").GetString() == "Story");
        Assert.True(json.RootElement.GetProperty("looks").GetArrayLength() > 0);
    }

    [Theory]
    [InlineData("amina")]
    [InlineData("per")]
    [InlineData("erik")]
    public async Task Everything_IsForNobodyElse(string other)
    {
        var visitor = await product.SignInAs(other);
        foreach (var path in new[] { "", "/everything.zip", "/written", "/remove" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/my/{Oskars}/mine{path}")).Status);
    }

    [Fact]
    public async Task Untold_IsRemoved_AndWhatWasTold_Stays()
    {
        var caseId = DemoFile.IdOf("case-sara");
        var sara = await product.SignInAs("sara");
        var part = (await sara.Open($"/my/{caseId}/interview?part=1")).ExpectOk();
        var field = part.Document.QuerySelector("textarea[name^='a.']")!.GetAttribute("name")!;
        (await sara.Submit(part.Form("#answers").Fill(field, "zebraflykt"))).ExpectOk();
        var told = await Told();

        var page = (await sara.Open($"/my/{caseId}/mine")).ExpectOk();
        Assert.NotNull(page.Document.QuerySelector($"a[href='/my/{caseId}/mine/remove']"));
        var confirm = (await sara.Open($"/my/{caseId}/mine/remove")).ExpectOk();
        var done = (await sara.Submit(confirm.Form())).ExpectOk();
        Assert.Equal($"/my/{caseId}/mine", done.Address.AbsolutePath);
        Assert.Equal(0, await product.With(db => db.Whole<StoredAnswer>().CountAsync(a => a.CaseId == caseId && a.IsDraft)));
        Assert.Equal(told, await Told());
        Assert.Null(done.Document.QuerySelector($"a[href='/my/{caseId}/mine/remove']"));

        var again = await sara.Submit((await sara.Open($"/my/{caseId}/mine/remove")).Form());
        Assert.True(again.Has(".ds-error-summary"));

        Task<int> Told() => product.With(db => db.Whole<StoredAnswer>().CountAsync(a => !a.IsDraft));
    }

    private static int Copies(ZipArchive zip) => zip.Entries.Count(e => e.FullName.StartsWith("kopior/", StringComparison.Ordinal));

    private static async Task<ZipArchive> Zip(Visitor citizen, Guid caseId)
    {
        var answer = await citizen.Client.GetAsync(new Uri($"/my/{caseId}/mine/everything.zip", UriKind.Relative));
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        return new ZipArchive(await answer.Content.ReadAsStreamAsync());
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var into = new MemoryStream();
        using var entry = zip.GetEntry(name)!.Open();
        entry.CopyTo(into);
        return into.ToArray();
    }

    public sealed class OnSqlite(SqliteDemo product) : MineTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : MineTests(product), IClassFixture<PostgresDemo>;
}
