using System.Net;
using System.Net.Http.Headers;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Domain.Tests.SickLeave;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Testing.Sql;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Features.SickNotes.Upload;
using CommonGround.Web.Tests.Language;
using Microsoft.EntityFrameworkCore;
using static CommonGround.Web.Tests.SickNotes.SickNoteScene;

namespace CommonGround.Web.Tests.SickNotes;

public abstract class SickNotePageTests(RunningProduct product)
{
    private readonly SickNoteScene _scene = new(product.Services);

    [Fact]
    public async Task Upload_SeveralFiles_TellsWhatBecameOfEach_AndARejectedOneChangesNothing()
    {
        var visitor = await product.SignInAs("amina");
        var number = NewNumber();
        var before = await _scene.With(db => db.Whole<ReceivedCertificate>().CountAsync());

        var page = await Upload(visitor, ("good.xml", Note(number, "upload-1").Bytes()), ("bad.xml", Note(NewNumber(), "upload-2").Without("35").Bytes()),
            ("again.xml", Note(number, "upload-1").Bytes()), ("note.txt", "not a certificate"u8.ToArray()));

        page.ExpectOk();
        Assert.Equal(["Inläst", "Togs inte emot", "Fanns redan", "Togs inte emot"], page.Texts("main table tbody td:nth-child(2)"));
        Assert.Contains("Funktionsnedsättning (fråga 35)", page.Text());
        Assert.Equal(before + 1, await _scene.With(db => db.Whole<ReceivedCertificate>().CountAsync()));
        Assert.Equal(0, await _scene.With(db => db.Persons.CountAsync(p => p.FamilyName == "upload-2")));
    }

    /// <summary>The files themselves would fill the memory of whoever tests; a name of ten lines' length and what stands around it is counted in.</summary>
    [Fact]
    public async Task Upload_AsManyFilesAsThePageAllows_EachAsLargeAsItAllows_IsNoMoreThanTheProductAndItsProxyTake()
    {
        Assert.InRange(UploadModel.MostFiles * (CertificateReadingSettings.UsualMostBytes + 1024L), 0, UploadModel.MostRequest);
        Assert.InRange(UploadModel.MostRequest, 0, 204 * 1024 * 1024);
        Assert.Contains("client_max_body_size 204m;", await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docs", "nginx.conf"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_FileThatIsTooLarge_SaysSoInMegabytesAsThePageDoes()
    {
        var page = await Upload(await product.SignInAs("amina"), ("large.xml", new byte[CertificateReadingSettings.UsualMostBytes + 1]));

        Assert.Contains("Filen är större än 1 MB", page.Text("main table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_NoFile_SaysSo()
    {
        var visitor = await product.SignInAs("amina");
        var page = await Upload(visitor);

        Assert.Contains("Välj minst en fil", page.Text("#errors"));
    }

    [Fact]
    public async Task Upload_WithoutTheFormsToken_IsRefused()
    {
        var visitor = await product.SignInAs("amina");
        using var content = new MultipartFormDataContent { { new ByteArrayContent(Note(NewNumber(), "forged").Bytes()), "files", "forged.xml" } };
        using var answer = await visitor.Client.PostAsync(new Uri("/sick-notes", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.False(await _scene.With(db => db.Whole<ReceivedCertificate>().AnyAsync(c => c.IdExtension == "forged")));
    }

    [Theory]
    [InlineData("maria")]
    [InlineData("jonas")]
    [InlineData("sara")]
    public async Task SickNotes_ToThoseOutsideTheUnit_DoNotExist(string who)
    {
        var kept = (await _scene.TakeIn(Note(NewNumber(), "hidden-from-" + who))).Single();
        var visitor = await product.SignInAs(who);

        (await visitor.Open("/sick-notes")).Expect(HttpStatusCode.NotFound);
        (await visitor.Open($"/sick-notes/{kept.Id}")).Expect(HttpStatusCode.NotFound);
        (await visitor.Open("/sick-notes/type")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SickNote_ToTheCoordinator_HasNoHealth_ToTheDoctorItHas_AndBothAreLogged()
    {
        var number = NewNumber();
        var kept = (await _scene.TakeIn(Note(number, "by-kind"))).Single();

        var coordinator = (await (await product.SignInAs("amina")).Open($"/sick-notes/{kept.Id}")).ExpectOk();
        var doctor = (await (await product.SignInAs("karin")).Open($"/sick-notes/{kept.Id}")).ExpectOk();

        Assert.DoesNotContain("Lumbago", coordinator.Html);
        Assert.DoesNotContain("rör sig med möda", coordinator.Html);
        Assert.DoesNotContain("Psykiatriska", coordinator.Html);
        Assert.Contains("Visas inte för dig: hälsa, funktion, åtgärder", coordinator.Text());
        Assert.Contains("Lumbago", doctor.Text());
        Assert.True(coordinator.Sql.Without("policy", "sign-in", "access-log").Count <= 6);
        Assert.Equal([false, true], (await Logged(number, "SickNotes/ShowSickNote/ShowSickNote")).Select(kinds => (kinds & (1 << (int)InformationKind.Health)) != 0));
    }

    [Fact]
    public async Task SickNote_ThatReplaces_ShowsWhatMoved_AndTheOtherThatItNoLongerCounts()
    {
        var number = NewNumber();
        var second = Note(number, "moves-2", to: "2026-03-10", degree: "HALFTEN");
        (second.Signed, second.Relation) = ("2026-03-03T08:00:00", ("ERSATT", "moves-1"));
        var kept = await _scene.TakeIn(Note(number, "moves-1"), second);
        var visitor = await product.SignInAs("amina");

        var later = await visitor.Open($"/sick-notes/{kept[1].Id}");
        Assert.Equal(["100 %", "50 %", "100 %", "ingen sjukskrivning"], later.Texts(".callout td"));
        Assert.Contains("gäller inte längre", (await visitor.Open($"/sick-notes/{kept[0].Id}")).Text(".callout"));
    }

    [Fact]
    public async Task Prefill_IsImported_WaitsForAName_AndCountsOnceTied()
    {
        var visitor = await product.SignInAs("amina");
        var page = await Upload(visitor, ("prefill.xml", CertificateXml.Prefill().With("29.1", "Prefill of this test " + product.Kind).Bytes()));
        Assert.Equal(["Inläst"], page.Texts("main table tbody td:nth-child(2)"));
        Assert.Contains("Inte knutet till någon person", page.Text("[aria-labelledby=untied]"));
        var number = NewNumber();

        var shown = await visitor.Follow(page, "[aria-labelledby=untied] a");
        var refused = await visitor.Submit(shown.Form().Fill("Whose.NationalId", number[..11] + (number[11] == '0' ? "1" : "0")).Fill("Whose.GivenName", "Vera"));
        Assert.Contains("Sista siffran", refused.Text("#errors"));
        Assert.Equal("Vera", refused.Form().Value("Whose.GivenName"));

        var tied = (await visitor.Submit(refused.Form().Fill("Whose.NationalId", number).Fill("Whose.FamilyName", "Ny"))).ExpectOk();
        Assert.Equal("Vera Ny", tied.Heading);
        var episode = await _scene.With(db => db.Whole<Episode>().SingleAsync(e => e.Person!.NationalId == number));
        Assert.Equal((14, 1), (episode.Days, episode.Certificates));
        Assert.Equal(0, await _scene.With(db => db.Whole<ReceivedField>().CountAsync(f => f.PersonId == null && f.Value == "Prefill of this test " + product.Kind)));
    }

    [Fact]
    public async Task Type_WithErrors_KeepsWhatWasTyped_AndSaysWhatToDo()
    {
        var visitor = await product.SignInAs("amina");
        var form = (await visitor.Open("/sick-notes/type")).Form();

        var page = await visitor.Submit(form.Fill("Whose.GivenName", "Vilma").Fill("From", "2026-03-10").Fill("To", "2026-03-01"));

        Assert.Contains("Sista dagen kommer före", page.Text("#errors"));
        Assert.Contains("Välj en grad", page.Text("#errors"));
        Assert.Equal(("Vilma", "2026-03-10", "2026-03-01"), (page.Form().Value("Whose.GivenName"), page.Form().Value("From"), page.Form().Value("To")));
    }

    [Fact]
    public async Task Type_MakesAnEpisode_Once_AndACertificateThatComesLaterDecides()
    {
        var visitor = await product.SignInAs("amina");
        var number = NewNumber();
        var form = (await visitor.Open("/sick-notes/type")).Form()
            .Fill("Whose.NationalId", number).Fill("Whose.GivenName", "Vilma").Fill("Whose.FamilyName", "Falk")
            .Fill("From", "2026-03-02").Fill("To", "2026-03-20").Choose("Degree", "50");

        var page = (await visitor.Submit(form)).ExpectOk();
        await visitor.Submit(form);

        Assert.Equal("Vilma Falk", page.Heading);
        Assert.Equal(1, await _scene.With(db => db.Whole<LeavePeriod>().CountAsync(p => p.AuthorPersonId == DemoFile.IdOf("amina") && p.From == new DateOnly(2026, 3, 2) && p.Degree == 50)));
        await _scene.TakeIn(Note(number, "after-typing"));
        var episode = await _scene.With(db => db.Whole<Episode>().Include(e => e.Spans).SingleAsync(e => e.Person!.NationalId == number));
        Assert.Equal([100, 50], episode.Spans.OrderBy(s => s.From).Select(s => s.Degree));
        Assert.Equal(19, episode.Days);
    }

    [Fact]
    public async Task Type_ByANameThatIsHere_AsksForTheNumber()
    {
        await _scene.TakeIn(Note(NewNumber(), "same-name", family: "Samnamn", given: "Siv"));
        var visitor = await product.SignInAs("amina");

        var page = await visitor.Submit((await visitor.Open("/sick-notes/type")).Form()
            .Fill("Whose.GivenName", "Siv").Fill("Whose.FamilyName", "Samnamn").Fill("From", "2026-03-02").Fill("To", "2026-03-20").Choose("Degree", "50"));

        Assert.Contains("Ange numret", page.Text("#errors"));
    }

    private async Task<List<int>> Logged(string number, string what) => await _scene.With(async db =>
    {
        var person = await db.Persons.SingleAsync(p => p.NationalId == number);
        return await db.AccessLog.Where(e => e.What == what && e.Permitted).SelectMany(e => e.People, (e, p) => new { e.At, e.Position, p.PersonId, p.Kinds })
            .Where(p => p.PersonId == person.Id).OrderBy(p => p.Position).Select(p => p.Kinds).ToListAsync();
    });

    private static async Task<Page> Upload(Visitor visitor, params (string Name, byte[] Bytes)[] files)
    {
        var form = (await visitor.Open("/sick-notes")).Form("#upload");
        using var content = new MultipartFormDataContent { { new StringContent(form.Value("__RequestVerificationToken")), "__RequestVerificationToken" } };
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
            content.Add(part, "files", name);
        }

        return await visitor.Send(new HttpRequestMessage(HttpMethod.Post, "/sick-notes") { Content = content });
    }

    public sealed class OnSqlite(SqliteDemo product) : SickNotePageTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : SickNotePageTests(product), IClassFixture<PostgresDemo>;
}
