using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Emergency;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>A line of who has looked is true: what was shown and nothing else, in the part that they have, and what they really tried.</summary>
public abstract class TrueLinesTests(RunningProduct product)
{
    [Fact]
    public async Task AnEmergency_IsNotToldAsFeedback_ToNobodyWhoLookedAtIt()
    {
        var scene = await CaseScene.Open(product);
        // Someone with a part in the case and someone without; the one with a part reads her own reason in the journal too.
        foreach (var who in new[] { "hanna", "amina" })
            (await scene.Open(await scene.As(who))).ExpectOk();
        Assert.Contains(EmergencyScene.Why, (await (await scene.As("amina")).Open($"/cases/{scene.CaseId}/journal")).ExpectOk().Text());
        var vera = await scene.As("vera");
        (await vera.Open("/privacy/emergency")).ExpectOk();
        (await vera.Open($"/privacy/emergency/{(await scene.Opened())[0].Id}")).ExpectOk();

        Assert.Empty(await Told(scene, InformationKind.Feedback));
        var text = (await (await scene.As("sara")).Open($"/my/{scene.CaseId}/looked")).ExpectOk().Text("ol.looks");
        Assert.DoesNotContain("tyckte om hjälpen", text);
        Assert.Contains("läste varför ditt ärende öppnades i en nödsituation för att se att nödåtkomst används rätt.", text);
        Assert.Contains("skälet till nödåtkomsten och vad den öppnade.", text);
        Assert.DoesNotContain("för att svara dig", text);
        // What was opened is told.
        Assert.Contains(EmergencyScene.Hanna, await Told(scene, InformationKind.Health));
    }

    [Fact]
    public async Task AQuestionAboutALook_IsNotToldAsFeedback()
    {
        var scene = await CaseScene.Open(product);
        var (sara, question) = await Ask(scene);
        var vera = await scene.As("vera");
        (await vera.Open("/privacy")).ExpectOk();
        (await vera.Open($"/privacy/{question}")).ExpectOk();

        Assert.Empty(await Told(scene, InformationKind.Feedback));
        var text = (await sara.Open($"/my/{scene.CaseId}/looked?Viewer={EmergencyScene.Vera}")).Text("ol.looks");
        Assert.Contains("din fråga och raden den gäller.", text);
        Assert.Contains("att du har frågat.", text);
    }

    [Theory]
    [InlineData("", "Overview/Overview")]
    [InlineData("/steps", "Steps/Steps")]
    [InlineData("/journal", "CaseJournal/CaseJournal")]
    [InlineData("/people", "WhoTakesPart/WhoTakesPart")]
    public async Task TheDayOfTheSickLeave_OnACase_IsToldAsSickLeave(string page, string what)
    {
        var scene = await CaseScene.Open(product);

        Assert.Contains("sedan första sjukdagen", (await (await scene.As("amina")).Open($"/cases/{scene.CaseId}{page}")).ExpectOk().Text());

        var told = await scene.Read(db => db.AccessLog.Include(e => e.People).SingleAsync(e => e.What == "Cases/" + what && e.People.Any(p => p.CaseId == scene.CaseId)));
        Assert.NotEqual(0, told.People.Single().Kinds & (1 << (int)InformationKind.Leave));
    }

    [Fact]
    public async Task WhoeverMayNotSeeSickLeave_IsNotShownTheDay_AndNoneIsTold()
    {
        var oskars = DemoFile.IdOf("case-oskar");
        var maria = await product.SignInAs("maria");
        foreach (var page in new[] { "", "/steps" })
            Assert.DoesNotContain("sedan första sjukdagen", (await maria.Open($"/cases/{oskars}{page}")).ExpectOk().Text());

        Assert.DoesNotContain(DemoFile.IdOf("maria"), await product.With(db => Told(db, oskars, InformationKind.Leave)));
    }

    [Fact]
    public async Task AnAttemptAtAQuestion_NamesThePartThatTheyHave_AndMakesNobodyAnOfficer()
    {
        var scene = await CaseScene.Open(product);
        var (sara, question) = await Ask(scene);
        foreach (var who in new[] { "siri", "amina", "gustav" })
            (await (await scene.As(who)).Open($"/privacy/{question}")).Expect(HttpStatusCode.NotFound);

        var text = (await sara.Open($"/my/{scene.CaseId}/looked?Stopped=true")).ExpectOk().Text("ol.looks");

        Assert.Contains("Siri Holmgren, vårdteamet på Stressmottagningen, Region Norrstrand, försökte öppna en fråga från dig.", text);
        Assert.Contains("Amina Nord, rehabiliteringskoordinator på Stressmottagningen, Region Norrstrand, försökte öppna en fråga från dig.", text);
        // Who is one elsewhere is one.
        Assert.Contains("Gustav Hellman, dataskyddsombud på Försäkringskassan (demo), försökte öppna en fråga från dig.", text);
    }

    [Fact]
    public async Task AnAttemptAtANotice_IsToldAsThat_AndNotAsEmergencyAccess()
    {
        var scene = await CaseScene.Open(product);
        (await scene.Open(await scene.As("hanna"))).ExpectOk();
        var notice = (await scene.Opened())[0].Id;
        var siri = await scene.As("siri");
        (await siri.Open($"/my/{scene.CaseId}/emergency/{notice}")).Expect(HttpStatusCode.NotFound);
        (await siri.Open($"/privacy/emergency/{notice}")).Expect(HttpStatusCode.NotFound);
        (await siri.Open($"/with/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);

        var lines = (await (await scene.As("sara")).Open($"/my/{scene.CaseId}/looked?Stopped=true")).ExpectOk().Texts("ol.looks > li");

        Assert.Equal(3, lines.Count);
        Assert.Contains("försökte öppna sidan för den som följer med.", lines[0]);
        Assert.Contains("försökte öppna ett besked om nödåtkomst till ditt ärende.", lines[1]);
        Assert.Contains("försökte öppna ett besked till dig om nödåtkomst.", lines[2]);
        Assert.All(lines, line => Assert.DoesNotContain("dataskyddsombud", line));
    }

    [Fact]
    public async Task AnAttempt_BySomeoneWhoseIdentityIsProtected_SaysNoMoreThanThatTheNameIsNotShown()
    {
        var scene = await CaseScene.Open(product);
        var oskar = DemoFile.IdOf("oskar");
        Task<int> Protect(bool isProtected) =>
            scene.Read(db => db.Persons.Where(p => p.Id == oskar).ExecuteUpdateAsync(set => set.SetProperty(p => p.ProtectedIdentity, isProtected)));
        await Protect(true);
        try
        {
            (await (await scene.As("oskar")).Open($"/cases/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);

            var page = (await (await scene.As("sara")).Open($"/my/{scene.CaseId}/looked?Stopped=true")).ExpectOk();

            Assert.Contains("Någon vars namn inte visas försökte öppna ditt ärende.", page.Text("ol.looks > li p:has(strong)"));
            Assert.Contains("Någon vars namn inte visas försökte öppna ditt ärende.", page.Text("ol.looks button"));
            Assert.DoesNotContain("inte längre är med", page.Html);
            Assert.DoesNotContain("Oskar", page.Html);
        }
        finally
        {
            await Protect(false);
        }
    }

    [Fact]
    public async Task APlanThatIsNotThereYet_AskedForOnPaper_IsNoAttempt()
    {
        var scene = await CaseScene.Open(product);
        foreach (var format in new[] { "pdf", "txt" })
            Assert.Equal($"/cases/{scene.CaseId}/plan", (await (await scene.As("amina")).Open($"/cases/{scene.CaseId}/plan/paper.{format}")).ExpectOk().Address.AbsolutePath);

        Assert.True((await (await scene.As("sara")).Open($"/my/{scene.CaseId}/looked?Stopped=true")).ExpectOk().Has(".empty"));
    }

    [Fact]
    public async Task TheNotice_SaysWhoEndedIt_AndSpeaksToTheCitizen()
    {
        var scene = await CaseScene.Open(product);
        var (hanna, vera, sara) = (await scene.As("hanna"), await scene.As("vera"), await scene.As("sara"));
        await scene.Open(hanna);
        var first = (await scene.Opened())[0].Id;
        (await vera.Submit((await vera.Open($"/privacy/emergency/{first}")).Form())).ExpectOk();
        (await hanna.Submit((await scene.Open(hanna)).Form())).ExpectOk();
        var second = (await scene.Opened())[1].Id;

        var told = (await sara.Open($"/my/{scene.CaseId}/emergency/{first}")).ExpectOk().Text();

        Assert.Contains("Vera Sandberg, dataskyddsombud för Region Norrstrand, avslutade det i förtid", told);
        Assert.Contains("Du kunde komma till allvarlig skada", told);
        Assert.Contains("Hanna Wikström avslutade det i förtid", (await sara.Open($"/my/{scene.CaseId}/emergency/{second}")).ExpectOk().Text());
    }

    [Fact]
    public async Task WhyACaseWasOpened_ReadsNowhereAsFeedback()
    {
        var scene = await CaseScene.Open(product);
        (await scene.Open(await scene.As("amina"))).ExpectOk();
        var (sara, amina) = (await scene.As("sara"), await scene.Read(db => db.Whole<Party>().SingleAsync(p => p.CaseId == scene.CaseId && p.Role == PartyRole.Coordinator)));

        var written = (await sara.Open($"/my/{scene.CaseId}/mine/written")).ExpectOk();

        Assert.Contains(EmergencyScene.Why, written.Text("section:has(h2)"));
        Assert.Contains("Om vem som har tittat", written.Texts("h2"));
        Assert.DoesNotContain("tyckte om hjälpen", written.Text());
        Assert.DoesNotContain("Vad du tyckte om hjälpen", (await sara.Open($"/my/{scene.CaseId}/sharing/as/{amina.Id}")).ExpectOk().Texts("h2"));
    }

    private static async Task<(Visitor Sara, Guid Question)> Ask(CaseScene scene)
    {
        (await (await scene.As("karin")).Open($"/cases/{scene.CaseId}/steps")).ExpectOk();
        var sara = await scene.As("sara");
        var look = await scene.Read(db => db.AccessLog.Where(e => e.ViewerPersonId == CaseScene.Karin && e.People.Any(p => p.CaseId == scene.CaseId)).Select(e => new { e.WriterId, e.Position }).FirstAsync());
        (await sara.Submit((await sara.Open($"/my/{scene.CaseId}/looked/{look.WriterId}/{look.Position}/ask")).ExpectOk().Form().Fill("Text", "Varför?"))).ExpectOk();
        return (sara, await scene.Read(db => db.Whole<LookQuestion>().Where(q => q.CaseId == scene.CaseId).Select(q => q.Id).SingleAsync()));
    }

    /// <summary>Who, but the citizen, was shown this kind of the case.</summary>
    private static Task<List<Guid>> Told(CaseScene scene, InformationKind kind) => scene.Read(db => Told(db, scene.CaseId, kind));

    private static Task<List<Guid>> Told(CommonGroundDb db, Guid caseId, InformationKind kind) => db.AccessLog
        .Where(e => e.People.Any(p => p.CaseId == caseId && p.PersonId != e.ViewerPersonId && (p.Kinds & (1 << (int)kind)) != 0)).Select(e => e.ViewerPersonId).Distinct().ToListAsync();

    public sealed class OnSqlite(SqliteDemo product) : TrueLinesTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : TrueLinesTests(product), IClassFixture<PostgresDemo>;
}
