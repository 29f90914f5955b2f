using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Mine;

/// <summary>"This is not right": both versions stay, it is answered by a day that is said, and read by no one who may not read what it is about.</summary>
public abstract class RemarkTests(RunningProduct product)
{
    private static readonly Guid CaseId = DemoFile.IdOf("case-oskar");

    [Fact]
    public async Task Remark_IsAnsweredByWhoAnswersForIt_AndBothVersionsStay()
    {
        var oskar = await product.SignInAs("oskar");
        var (item, stood) = await Wrong(oskar, InformationKind.Plan, "It was Tuesdays.");
        var remark = await product.With(db => db.Whole<Remark>().SingleAsync(r => r.ItemId == item));
        Assert.Equal((stood, "It was Tuesdays."), (remark.Stood, remark.Text));
        Assert.Equal(DateOnly.FromDateTime(product.Clock.GetUtcNow().UtcDateTime).AddMonths(1), remark.Due);

        var amina = await product.SignInAs("amina");
        var asked = (await amina.Open("/for-me")).ExpectOk().Document.QuerySelector($"a[href='/cases/{CaseId}/remarks/{remark.Id}']");
        Assert.NotNull(asked);
        var page = (await amina.Open($"/cases/{CaseId}/remarks/{remark.Id}")).ExpectOk();
        Assert.Contains("It was Tuesdays.", page.Text(), StringComparison.Ordinal);
        var empty = await amina.Submit(page.Form());
        Assert.Equal(2, empty.Document.QuerySelectorAll(".ds-error-summary li").Length);
        var answered = (await amina.Submit(page.Form().Choose("Came", "SetRight").Fill("Text", "You are right, it is changed."))).ExpectOk();
        Assert.Null(answered.Document.QuerySelector("main form"));
        Assert.DoesNotContain($"/remarks/{remark.Id}", (await amina.Open("/for-me")).Html, StringComparison.Ordinal);

        var after = (await oskar.Open($"/my/{CaseId}/mine/written/{item}")).ExpectOk();
        foreach (var words in new[] { stood.Split('\n')[0], "It was Tuesdays.", "You are right, it is changed." })
            Assert.Contains(words, after.Text(), StringComparison.Ordinal);
        Assert.Equal(["remark", "answer"], await product.With(db => db.Whole<JournalText>().Where(t => t.CaseId == CaseId && t.Kind == InformationKind.Plan
            && (t.Label == "remark" || t.Label == "answer")).OrderBy(t => t.Position).Select(t => t.Label).ToListAsync()));
    }

    [Fact]
    public async Task Remark_IsShownAsSeen_OnlyOfThoseWhoOpenTheJournalItStandsIn()
    {
        var oskar = await product.SignInAs("oskar");
        await Wrong(oskar, InformationKind.Work, "Not of that shop.");

        foreach (var (person, reads) in new[] { ("amina", true), ("per", false) })
        {
            var party = await product.With(db => db.Whole<Party>().Where(p => p.CaseId == CaseId && p.PersonId == DemoFile.IdOf(person)).Select(p => p.Id).FirstAsync());
            var seen = (await oskar.Open($"/my/{CaseId}/sharing/as/{party}")).ExpectOk().Text();
            Assert.Equal(reads, seen.Contains("Not of that shop.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Remark_OnHealth_ReachesTheDoctor_AndNoOneWhoMayNotReadHealth()
    {
        var oskar = await product.SignInAs("oskar");
        var (item, _) = await Wrong(oskar, InformationKind.Health, "I never had that.");
        var remark = await product.With(db => db.Whole<Remark>().SingleAsync(r => r.ItemId == item));

        Assert.Contains($"/remarks/{remark.Id}", (await (await product.SignInAs("karin")).Open("/for-me")).ExpectOk().Html, StringComparison.Ordinal);
        foreach (var other in new[] { "amina", "per", "maria", "erik" })
        {
            var visitor = await product.SignInAs(other);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/cases/{CaseId}/remarks/{remark.Id}")).Status);
            Assert.DoesNotContain($"{remark.Id}", (await visitor.Open("/for-me")).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Remark_OnHealth_WhereNoDoctorIsIn_TellsTheCoordinatorThatOneIsNeeded()
    {
        var sarasCase = DemoFile.IdOf("case-sara");
        var (sara, amina) = (await product.SignInAs("sara"), await product.SignInAs("amina"));
        Assert.DoesNotContain("behövs en läkare", (await amina.Open($"/cases/{sarasCase}/people")).ExpectOk().Text(), StringComparison.Ordinal);
        var list = (await sara.Open($"/my/{sarasCase}/mine/written?kind=Health")).ExpectOk();
        var page = (await sara.Open(list.Document.QuerySelector("main ul.lined > li a")!.GetAttribute("href")!)).ExpectOk();

        (await sara.Submit(page.Form().Fill("Text", "I never had that."))).ExpectOk();

        var people = (await amina.Open($"/cases/{sarasCase}/people")).ExpectOk();
        Assert.Contains("behövs en läkare", people.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("never had", people.Html, StringComparison.Ordinal);
        var to = DemoFile.IdOf("amina");
        Assert.True(await product.With(db => db.Outbox.AnyAsync(m => m.ToPersonId == to && m.Path == $"/cases/{sarasCase}/people")));
    }

    [Fact]
    public async Task Remark_SentTwice_OrWithoutWords_HasOneEffectOrNone()
    {
        var oskar = await product.SignInAs("oskar");
        var page = await First(oskar, InformationKind.Leave);
        var without = await oskar.Submit(page.Form());
        Assert.True(without.Has(".ds-error-summary"));

        var form = page.Form().Fill("Text", "Two days fewer.");
        (await oskar.Submit(form)).ExpectOk();
        (await oskar.Submit(form)).ExpectOk();
        Assert.Equal(1, await product.With(db => db.Whole<Remark>().CountAsync(r => r.Text == "Two days fewer.")));
    }

    private static async Task<(Guid Item, string Stood)> Wrong(Visitor citizen, InformationKind kind, string words)
    {
        var page = await First(citizen, kind);
        var done = (await citizen.Submit(page.Form().Fill("Text", words))).ExpectOk();
        return (Guid.Parse(done.Address.Segments[^1]), page.Document.QuerySelector("main .as-written")!.TextContent);
    }

    private static async Task<Page> First(Visitor citizen, InformationKind kind)
    {
        var list = (await citizen.Open($"/my/{CaseId}/mine/written?kind={kind}")).ExpectOk();
        return (await citizen.Open(list.Document.QuerySelector("main ul.lined > li a")!.GetAttribute("href")!)).ExpectOk();
    }

    public sealed class OnSqlite(SqliteDemo product) : RemarkTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : RemarkTests(product), IClassFixture<PostgresDemo>;
}
