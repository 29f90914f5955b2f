using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Features.Mine.TakeAll;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Infrastructure.Documents;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
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
        // Whoever received a copy did not write it.
        Assert.All(json.RootElement.GetProperty("rows").GetProperty("handedOverCopy").EnumerateArray(), copy =>
            Assert.True(!copy.TryGetProperty("authorPersonId", out _) && copy.TryGetProperty("handedByPersonId", out _) && copy.TryGetProperty("recipientPersonId", out _)));
    }

    [Fact]
    public async Task ACopy_ReadsAsGivenToItsReader_NotAsWrittenByThem()
    {
        var oskar = await product.SignInAs("oskar");
        var copies = await product.With(db => db.Whole<Domain.Plans.HandedOverCopy>().Where(c => c.CaseId == Oskars && c.RecalledAt == null).Select(c => new { c.RecipientPartyId, c.RecipientPersonId }).ToListAsync());
        Assert.NotEmpty(copies);
        foreach (var copy in copies.Where(c => c.RecipientPersonId != DemoFile.IdOf("oskar")))
        {
            var name = await product.With(db => db.Persons.Where(p => p.Id == copy.RecipientPersonId).Select(p => p.GivenName + " " + p.FamilyName).SingleAsync());
            var seen = (await oskar.Open($"/my/{Oskars}/sharing/as/{copy.RecipientPartyId}")).ExpectOk().Text();
            Assert.Matches($"En kopia som (du|[A-Z].*) gav till {name}", seen);
            Assert.DoesNotMatch($"version \\d+ Skrivet av {name}", seen);
        }
    }

    [Fact]
    public async Task WhatOthersHaveWritten_IsReadAtOnce_EachWithItsLabelAndWhereItComesFrom()
    {
        var oskar = await product.SignInAs("oskar");
        var all = (await oskar.Open($"/my/{Oskars}/mine/written")).ExpectOk().Text() + (await oskar.Open($"/my/{Oskars}/mine/written?page=2")).ExpectOk().Text()
            + (await oskar.Open($"/my/{Oskars}/mine/written?page=3")).ExpectOk().Text();
        var health = (await oskar.Open($"/my/{Oskars}/mine/written?kind=Health")).ExpectOk();

        Assert.Contains("Diagnos (kod) F412", all, StringComparison.Ordinal);
        Assert.Contains("Grund för intyget (datum)", all, StringComparison.Ordinal);
        Assert.Contains("Tredje steget, från", all, StringComparison.Ordinal);
        Assert.Equal(all.IndexOf("Tredje steget", StringComparison.Ordinal), all.LastIndexOf("Tredje steget", StringComparison.Ordinal));
        Assert.True(all.IndexOf("Andra steget", StringComparison.Ordinal) < all.IndexOf("Tredje steget", StringComparison.Ordinal));
        Assert.DoesNotContain("förbehåll Dagtid", all, StringComparison.Ordinal);
        var meeting = (await oskar.Open($"/my/{Oskars}/mine/written?kind=Attendance")).ExpectOk().Text("main ul.lined");
        Assert.Contains("Bestämt här", meeting, StringComparison.Ordinal);
        Assert.DoesNotContain("sjukintyg", meeting, StringComparison.Ordinal);
        Assert.Equal(["Hälsa", "Vem som skrev sjukintyget"], health.Texts("main section h2"));
        Assert.DoesNotContain("Lasarettsgatan", health.Text("main section:has(h2) ul"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_ReadsWithLabelsAndWhoWroteIt_AndARemarkStandsOnceWithItsAnswer()
    {
        var oskar = await product.SignInAs("oskar");
        var list = (await oskar.Open($"/my/{Oskars}/mine/written?kind=Work")).ExpectOk();
        var wrong = (await oskar.Open(list.Document.QuerySelector("main ul.lined > li a")!.GetAttribute("href")!)).ExpectOk();
        (await oskar.Submit(wrong.Form().Fill("Text", "Jag är plåtslagare."))).ExpectOk();
        var amina = await product.SignInAs("amina");
        var asked = (await amina.Open("/for-me")).ExpectOk().Document.QuerySelector($"a[href^='/cases/{Oskars}/remarks/']")!.GetAttribute("href")!;
        var question = (await amina.Open(asked)).ExpectOk();
        Assert.DoesNotContain("Ditt arbete", question.Text("main"), StringComparison.Ordinal);
        (await amina.Submit(question.Form().Choose("Came", "StandsBeside").Fill("Text", "Så stod det i intyget."))).ExpectOk();

        var swedish = product.Services.GetRequiredService<Texts>().In("sv");
        var text = await product.With(async db => DocumentText.Write(
            OwnDocument.Compose(await OwnOf(db), product.Services.GetRequiredService<Readings>(), swedish), DocumentWords.For("sv", swedish)));

        Assert.Equal(1, Times(text, "Jag är plåtslagare."));
        Assert.Equal(1, Times(text, "Så stod det i intyget."));
        Assert.Contains("Svar av Amina Nord", text, StringComparison.Ordinal);
        Assert.Contains("Dina ord, ", text, StringComparison.Ordinal);
        Assert.Contains("Postnummer: ", text, StringComparison.Ordinal);
        Assert.Equal(1, Times(text, "Tredje steget"));
        Assert.True(text.IndexOf("Förnamn: ", StringComparison.Ordinal) < text.IndexOf("Postnummer: ", StringComparison.Ordinal));
        var heading = (await oskar.Open(wrong.Address.AbsolutePath)).ExpectOk().Texts("main h2");
        Assert.Contains("Det står kvar, med dina ord bredvid", heading);
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

    private static int Times(string text, string words) => text.Split(words).Length - 1;

    private async Task<OwnInformation> OwnOf(CommonGroundDb db)
    {
        db.Viewer = new Viewer(DemoFile.IdOf("oskar"), product.Clock.GetUtcNow().UtcDateTime, Purpose.Own);
        db.ShowsNobody = false;
        return await new OwnInformationReader(db, new LookReader(db)).Of(DemoFile.IdOf("oskar"), product.Clock.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken);
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
