using System.Net;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Testing.Product;
using CommonGround.Testing.Sql;
using CommonGround.Web.Tests.SickNotes;
using Microsoft.EntityFrameworkCore;
using static CommonGround.Web.Tests.SickNotes.SickNoteScene;

namespace CommonGround.Web.Tests.Episodes;

/// <summary>The demo has fourteen episodes; its clock stands on 2 March 2026.</summary>
public abstract class EpisodePageTests(RunningProduct product)
{
    private readonly SickNoteScene _scene = new(product.Services);

    [Theory]
    [InlineData("maria")]
    [InlineData("jonas")]
    [InlineData("sara")]
    public async Task Episodes_ToThoseOutsideTheUnit_DoNotExist(string who)
    {
        var number = NewNumber();
        await _scene.TakeIn(Note(number, "unseen-" + who));
        var id = await EpisodeOf(number);
        var visitor = await product.SignInAs(who);

        (await visitor.Open("/episodes")).Expect(HttpStatusCode.NotFound);
        (await visitor.Open($"/episodes/{id}")).Expect(HttpStatusCode.NotFound);
        (await visitor.Open($"/episodes/{id}/open-case")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Episode_ThatIsNotThere_LooksLikeOneThatMayNotBeSeen() =>
        (await (await product.SignInAs("amina")).Open($"/episodes/{Guid.CreateVersion7()}")).Expect(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("öberg")]
    [InlineData("Oberg")]
    [InlineData("ÖBERG oskar")]
    [InlineData("197911029812")]
    public async Task List_FindsObergHoweverWritten(string find)
    {
        var page = (await (await product.SignInAs("amina")).Open($"/episodes?find={Uri.EscapeDataString(find)}")).ExpectOk();

        Assert.Equal(["Oskar Öberg"], page.Texts("tbody th a"));
        Assert.Contains("Dag 42 av 62", page.Text("tbody"));
        Assert.Contains("75 %", page.Text("tbody strong"));
    }

    [Fact]
    public async Task List_SortsInTheReadersAlphabet()
    {
        var visitor = await product.SignInAs("amina");
        // Falling: other tests add people, and these names stand last.
        var swedish = await visitor.Open("/episodes?sort=-name");
        Assert.Equal(["Öst", "Öberg", "Æbelø", "Åkesson"], LastNames(swedish, "Å", "Æ", "Ä", "Ö"));

        await visitor.Submit(swedish.Form("form[action='/language']"), "button[value=da]");
        var danish = await visitor.Open("/episodes?sort=-name");
        Assert.Equal("Åkesson", LastNames(danish, "Å", "Æ", "Ä", "Ö")[0]);
        // The language stays with the person, and others sign in as her.
        await visitor.Submit(danish.Form("form[action='/language']"), "button[value=sv]");
    }

    [Theory]
    [InlineData("length=366-", "Kerstin Öst")]
    [InlineData("degree=25&length=181-365", "Ingrid Älvsjö")]
    [InlineData("ends=over&find=berg", "David Bergström")]
    public async Task List_IsNarrowedByLengthDegreeAndEnd(string query, string only)
    {
        var page = await (await product.SignInAs("erik")).Open("/episodes?" + query);

        Assert.Equal([only], page.Texts("tbody th a"));
    }

    [Fact]
    public async Task List_NothingFits_SaysSo_AndOddAddressesDoNoHarm()
    {
        var visitor = await product.SignInAs("amina");

        Assert.Contains("Inget passar", (await visitor.Open("/episodes?find=finnsinte")).Text());
        (await visitor.Open("/episodes?length=9&degree=x&ends=never&sort=drop&page=999")).ExpectOk();
        (await visitor.Open("/episodes?page=-3&find=%25_'")).ExpectOk();
    }

    [Fact]
    public async Task List_ShowsTheDiagnosisOnlyToThoseWhoTreat_AndLogsEachPersonAndKind()
    {
        var coordinator = await (await product.SignInAs("amina")).Open("/episodes?find=nygård");
        var doctor = await (await product.SignInAs("karin")).Open("/episodes?find=nygård");

        Assert.DoesNotContain("Diagnos", coordinator.Text("main"));
        Assert.DoesNotContain("J180", coordinator.Html);
        Assert.Contains("J180 Pneumoni", doctor.Text("tbody"));
        var kinds = await _scene.With(async db =>
        {
            var emil = await db.Persons.SingleAsync(p => p.NationalId == "199511119852");
            return await db.AccessLog.Where(e => e.What == "Episodes/ListEpisodes/ListEpisodes/Search").SelectMany(e => e.People, (e, p) => new { e.Position, p.PersonId, p.Kinds })
                .Where(p => p.PersonId == emil.Id).OrderByDescending(p => p.Position).Select(p => p.Kinds).Take(2).ToListAsync();
        });
        Assert.Equal([Bits(InformationKind.Contact, InformationKind.Leave, InformationKind.Health), Bits(InformationKind.Contact, InformationKind.Leave)], kinds);
    }

    [Fact]
    public async Task List_ShowsTheRuleItRestsOn()
    {
        var page = await (await product.SignInAs("amina")).Open("/episodes");

        Assert.Contains("Patientdatalagen (2008:355) 4 kap. 1 §", page.Text("details.plain"));
    }

    [Fact]
    public async Task List_PagesAndCounts_InAFewStatements()
    {
        await _scene.TakeIn([.. Enumerable.Range(0, 40).Select(i => Note(NewNumber(), $"paged-{i}", family: "Paginerad", given: $"P{i:00}"))]);
        var visitor = await product.SignInAs("karin");

        var first = await visitor.Open("/episodes?find=paginerad&sort=name&degree=100");
        var second = await visitor.Follow(first, ".pager a[rel=next]");

        Assert.Equal(25, first.Texts("tbody tr").Count);
        Assert.Equal("P00 Paginerad", first.Texts("tbody th a")[0]);
        Assert.Equal("P25 Paginerad", second.Texts("tbody th a")[0]);
        Assert.Contains("40 av", first.Text("[role=status]"));
        Assert.InRange(first.Sql.Without("policy", "sign-in", "access-log").Count, 1, 6);
    }

    [Fact]
    public async Task Episode_IsDrawn_WithATable_AndSaysWhatDayNMeans()
    {
        var visitor = await product.SignInAs("amina");
        var list = await visitor.Open("/episodes?find=%C3%B6berg");
        var page = (await visitor.Follow(list, "tbody th a")).ExpectOk();

        Assert.Contains("Sjukfall enligt intyg, dag 42", page.Text());
        Assert.Contains("Försäkringskassan räknar på sitt sätt", page.Text());
        Assert.Equal(3, page.Document.QuerySelectorAll(".drawing rect").Length);
        Assert.Equal(3, page.Texts("main table tbody tr").Count);
        Assert.Contains("ersatt, gäller inte", page.Text());
        Assert.InRange(page.Sql.Without("policy", "sign-in", "access-log").Count, 1, 6);
    }

    private static List<string> LastNames(Testing.Pages.Page page, params string[] starts) =>
        [.. page.Texts("tbody th a").Select(name => name.Split(' ')[^1]).Where(name => starts.Any(s => name.StartsWith(s, StringComparison.Ordinal)))];

    private static int Bits(params InformationKind[] kinds) => kinds.Aggregate(0, (bits, kind) => bits | (1 << (int)kind));

    private Task<Guid> EpisodeOf(string number) => _scene.With(db => db.Whole<Episode>().Where(e => e.Person!.NationalId == number).Select(e => e.Id).SingleAsync());

    public sealed class OnSqlite(SqliteDemo product) : EpisodePageTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : EpisodePageTests(product), IClassFixture<PostgresDemo>;
}
