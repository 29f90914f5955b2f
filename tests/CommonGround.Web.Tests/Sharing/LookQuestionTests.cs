using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>"I do not understand this one": to the named privacy officer, answered by a day that is shown, and read by nobody else.</summary>
public abstract class LookQuestionTests(RunningProduct product)
{
    private const string Wonder = "Varför öppnade hon mina steg? zebraflykt";
    private const string Reply = "Hon planerade mötet. zebraflykt";

    private static readonly Guid Vera = DemoFile.IdOf("vera");

    [Fact]
    public async Task Asking_TellsTheOfficerWithoutContent_AndShowsUntilWhen()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");

        var done = await Ask(scene, sara);

        var due = Day().AddDays(PrivacyOfficer.UsualDays);
        var texts = product.Services.GetRequiredService<Texts>().In("sv");
        Assert.Contains($"Du får svar senast {texts.Date(due)}", done.Text());
        Assert.Contains("Vera Sandberg, dataskyddsombud på Region Norrstrand", done.Text());
        var question = await Question(scene);
        Assert.Equal((InformationKind.Feedback, due, Wonder), (question.Kind, question.Due, question.Text));
        Assert.Contains(texts.Date(due), (await sara.Open($"/my/{scene.CaseId}/looked")).Text("section:has(#asked)"));
        Assert.True((await sara.Open($"/my/{scene.CaseId}/looked")).Has($"ol.looks a[href$='/{question.Position}/ask']"));
        var (mail, to) = await scene.Read(async db => (await db.Outbox.OrderByDescending(m => m.CreatedAt).FirstAsync(m => m.ToPersonId == Vera), await db.Persons.SingleAsync(p => p.Id == Vera)));
        var letter = Letter.Of(mail, to, "https://example.org", texts).ToString();
        Assert.Equal(("/privacy", "notice"), (mail.Path, mail.Template));
        Assert.DoesNotContain("zebraflykt", letter);
        Assert.DoesNotContain("Sara", letter);
    }

    [Fact]
    public async Task Asking_SentTwice_IsOneQuestion_AndASecondAboutTheSameIsRefused()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var page = await AskPage(scene, sara);
        var form = page.Form().Fill("Text", Wonder);
        await sara.Send(form.Request());
        (await sara.Send(form.Request())).ExpectOk();
        Assert.Equal(1, await scene.Read(db => db.Whole<LookQuestion>().CountAsync(q => q.CaseId == scene.CaseId)));

        // A form of its own, opened before the first was sent.
        var late = await sara.Submit(page.Form().Fill("CommandId", $"{Guid.CreateVersion7()}"));

        Assert.Contains("Du har redan frågat om den här.", late.Text());
        Assert.Equal(1, await scene.Read(db => db.Whole<LookQuestion>().CountAsync(q => q.CaseId == scene.CaseId)));
    }

    [Fact]
    public async Task Asking_AboutWhatIsNotTheirs_FindsNothing()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var page = await AskPage(scene, sara);
        (await (await scene.As("amina")).Open($"/cases/{DemoFile.IdOf("case-mikael")}")).ExpectOk();
        var others = await scene.Read(db => db.AccessLog.Where(e => e.ViewerPersonId == CaseScene.Amina && !e.People.Any(p => p.PersonId == CaseScene.Sara && (p.CaseId == null || p.CaseId == scene.CaseId))).Select(e => new { e.WriterId, e.Position }).FirstAsync());
        var own = await scene.Read(db => db.AccessLog.Where(e => e.ViewerPersonId == CaseScene.Sara && e.People.Any(p => p.CaseId == scene.CaseId)).Select(e => new { e.WriterId, e.Position }).FirstAsync());

        (await sara.Open($"/my/{scene.CaseId}/looked/{others.WriterId}/{others.Position}/ask")).Expect(HttpStatusCode.NotFound);
        (await sara.Open($"/my/{scene.CaseId}/looked/{own.WriterId}/{own.Position}/ask")).Expect(HttpStatusCode.NotFound);
        foreach (var other in new[] { "amina", "oskar", "vera" })
            (await (await scene.As(other)).Open(page.Address.AbsolutePath)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheOfficer_ReadsTheLineAndTheQuestion_NothingElse_AndTheCitizenSeesThatTheyDid()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await Ask(scene, sara);
        var question = await Question(scene);
        var vera = await scene.As("vera");

        var list = (await vera.Open("/privacy")).ExpectOk();
        var page = (await vera.Open($"/privacy/{question.Id}")).ExpectOk();

        Assert.Contains("Sara Lind", list.Text());
        Assert.DoesNotContain("zebraflykt", list.Html);
        Assert.Contains("Amina Nord, rehabiliteringskoordinator på Stressmottagningen, Region Norrstrand, tittade på dina steg", page.Text());
        Assert.Contains(Wonder, page.Text());
        Assert.DoesNotContain("Teaches two classes", page.Html);
        Assert.DoesNotContain("Karin Berg", page.Html);
        foreach (var address in new[] { $"/cases/{scene.CaseId}", $"/cases/{scene.CaseId}/plan", $"/cases/{scene.CaseId}/journal", $"/my/{scene.CaseId}/looked", "/episodes" })
            (await vera.Open(address)).Expect(HttpStatusCode.NotFound);
        var looked = (await sara.Open($"/my/{scene.CaseId}/looked?Viewer={Vera}")).Text("ol.looks");
        Assert.Contains("Vera Sandberg, dataskyddsombud på Region Norrstrand, läste din fråga och raden den gäller för att svara dig.", looked + " ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ButTheOfficerOfThatOrganisation_FindsTheQuestion()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, InformationKind.Work);
        await Ask(scene, sara);
        var question = await Question(scene);

        foreach (var other in new[] { "jonas", "amina", "karin", "maria", "oskar", "sara" })
        {
            var visitor = await scene.As(other);
            (await visitor.Open("/privacy")).Expect(HttpStatusCode.NotFound);
            (await visitor.Open($"/privacy/{question.Id}")).Expect(HttpStatusCode.NotFound);
        }

        var gustav = await scene.As("gustav");
        Assert.True((await gustav.Open("/privacy")).ExpectOk().Has(".empty"));
        (await gustav.Open($"/privacy/{question.Id}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheAnswer_ReachesTheCitizen_OnceAndForAll_AndStaysBetweenThem()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await Ask(scene, sara);
        var question = await Question(scene);
        var vera = await scene.As("vera");
        var page = await vera.Open($"/privacy/{question.Id}");
        Assert.Contains("Skriv ett svar.", (await vera.Submit(page.Form())).Text());

        var form = page.Form().Fill("Text", Reply).Fill("CommandId", $"{Guid.CreateVersion7()}");
        (await vera.Send(form.Request())).ExpectOk();
        (await vera.Send(form.Request())).ExpectOk();
        var again = await vera.Submit(page.Form().Fill("Text", "Something else").Fill("CommandId", $"{Guid.CreateVersion7()}"));

        Assert.Contains("Den här frågan är redan besvarad.", again.Text());
        Assert.Equal(Reply, (await Question(scene)).Answer);
        var mail = await scene.Read(db => db.Outbox.SingleAsync(m => m.ToPersonId == CaseScene.Sara && m.Path.Contains($"{scene.CaseId}") && m.Path.EndsWith("/ask")));
        Assert.Contains(Reply, (await sara.Open(mail.Path)).ExpectOk().Text());
        Assert.Contains("Läs svaret", (await sara.Open($"/my/{scene.CaseId}/looked")).Text("ol.looks"));
        Assert.Contains("Sara Lind", (await vera.Open("/privacy?Answered=true")).Text("ol"));

        var amina = (await (await scene.As("amina")).Open($"/cases/{scene.CaseId}/journal")).ExpectOk();
        Assert.DoesNotContain("ataskyddsombud", amina.Html);
        Assert.DoesNotContain(Reply, amina.Html);
        var own = (await sara.Open($"/cases/{scene.CaseId}/journal")).ExpectOk().Text();
        Assert.Contains("Dataskyddsombudet svarade", own);
        Assert.Contains(Reply, own);
    }

    [Fact]
    public async Task PastItsDay_TheQuestionIsMarkedForBoth_AndTheSoonestStandsFirst()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await Ask(scene, sara);
        var late = await scene.Read(async db =>
        {
            var question = await db.Whole<LookQuestion>().SingleAsync(q => q.CaseId == scene.CaseId);
            db.Entry(question).Property(q => q.Due).CurrentValue = Day().AddDays(-1);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(1, late);

        var vera = (await (await scene.As("vera")).Open("/privacy")).ExpectOk();

        Assert.Contains("Skulle ha besvarats senast", vera.Text("ol > li:first-child"));
        Assert.Contains("passerat sin dag", vera.Text("p.warn"));
        Assert.Contains("Svaret skulle ha kommit senast", (await AskPage(scene, sara)).Text());
    }

    [Fact]
    public async Task WhoNoLongerHoldsIt_ReadsNothing_AndWithoutAnOfficerTheLinesHaveNoButton()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await Ask(scene, sara);
        var question = await Question(scene);
        var now = product.Clock.GetUtcNow().UtcDateTime;
        await Held(scene, now.AddMinutes(-1));
        try
        {
            (await (await scene.As("vera")).Open($"/privacy/{question.Id}")).Expect(HttpStatusCode.NotFound);
            Assert.False((await sara.Open($"/my/{scene.CaseId}/looked")).ExpectOk().Has("ol.looks form"));
        }
        finally
        {
            await Held(scene, null);
        }
    }

    private static Task<int> Held(CaseScene scene, DateTime? until) => scene.Read(db => db.PrivacyOfficers
        .Where(o => o.PersonId == Vera).ExecuteUpdateAsync(set => set.SetProperty(o => o.Until, until)));

    private DateOnly Day() => product.Services.GetRequiredService<Texts>().LocalDay(product.Clock.GetUtcNow().UtcDateTime);

    private static Task<LookQuestion> Question(CaseScene scene) => scene.Read(db => db.Whole<LookQuestion>().AsNoTracking().SingleAsync(q => q.CaseId == scene.CaseId));

    private static async Task<Page> Ask(CaseScene scene, Visitor sara) =>
        (await sara.Submit((await AskPage(scene, sara)).Form().Fill("Text", Wonder))).ExpectOk();

    /// <summary>Amina looks at the steps, and Sara presses the button of that line.</summary>
    private static async Task<Page> AskPage(CaseScene scene, Visitor sara)
    {
        if (await scene.Read(db => db.Whole<LookQuestion>().AnyAsync(q => q.CaseId == scene.CaseId)))
            return (await sara.Follow(await sara.Open($"/my/{scene.CaseId}/looked"), "section:has(#asked) a")).ExpectOk();

        (await (await scene.As("amina")).Open($"/cases/{scene.CaseId}/steps")).ExpectOk();
        var list = (await sara.Open($"/my/{scene.CaseId}/looked")).ExpectOk();
        return (await sara.Submit(list.Form("ol.looks > li:first-child form"))).ExpectOk();
    }

    public sealed class OnSqlite(SqliteDemo product) : LookQuestionTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : LookQuestionTests(product), IClassFixture<PostgresDemo>;
}
