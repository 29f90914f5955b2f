using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>Several yeses may reach one person, and one yes several: each card tells all of it, and who loses something is named before.</summary>
public abstract class ConsentManyTests(RunningProduct product)
{
    [Fact]
    public async Task ACard_ShowsEachYesThatReachesThePerson_WithItsOwnChangeAndWithdrawal()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var (amina, karin) = (await PartyOf(scene, CaseScene.Amina), await PartyOf(scene, CaseScene.Karin));
        await Give(sara, scene, amina, "Party", "Story");
        await Give(sara, scene, karin, "Organisation", "Diary");
        var (story, diary) = (await YesTo(scene, amina), await YesTo(scene, karin));

        var page = (await sara.Open($"/my/{scene.CaseId}/sharing")).ExpectOk();
        Assert.Equal([Withdraw(scene, story), Withdraw(scene, diary)], Links(page, amina, "withdraw"));
        Assert.Equal([Withdraw(scene, diary)], Links(page, karin, "withdraw"));
        // Amina has a yes of her own: the other is changed with the one whom it names.
        Assert.Equal([$"/my/{scene.CaseId}/sharing/change/{amina}?yes={story}", $"/my/{scene.CaseId}/sharing/change/{karin}?yes={diary}"], Links(page, amina, "change"));
        Assert.Contains("Det gäller alla på Region Norrstrand i ditt ärende.", page.Element<AngleSharp.Dom.IElement>($"#party-{amina}").TextContent);

        await Change(sara, scene, amina, "Organisation");
        page = (await sara.Open($"/my/{scene.CaseId}/sharing")).ExpectOk();
        Assert.Equal([Withdraw(scene, diary), Withdraw(scene, await YesTo(scene, amina))], Links(page, karin, "withdraw"));
    }

    [Fact]
    public async Task Changed_ToBeForOneOnly_NamesWhoLosesWhat_AndTheirCardSaysThatItWasChanged()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var (amina, karin) = (await PartyOf(scene, CaseScene.Amina), await PartyOf(scene, CaseScene.Karin));
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.AddCareParty(CaseScene.Karin, PartyRole.TeamMember, treats: true, change.Now);
            return "/";
        });
        await Give(sara, scene, amina, "Organisation", "Story", "Diary");

        product.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await sara.Follow(await sara.Open($"/my/{scene.CaseId}/sharing"), $"#party-{karin} a[href*='/change/']");
        Assert.Contains("Nu: Amina Nord, Karin Berg. Aldrig en chef.", page.Text());
        page = await sara.Submit(page.Form().Choose("Form.Reach", "Party"));
        Assert.Contains("Just nu gäller det: Amina Nord, Karin Berg.", page.Text());
        Assert.Contains("Amina Nord ser inte längre: Din berättelse, Din dagbok.", page.Text("#difference"));
        (await sara.Submit(page.Form(), "button[formaction$='handler=Yes']")).ExpectOk();

        page = await sara.Open($"/my/{scene.CaseId}/sharing");
        var card = page.Text($"#party-{amina}");
        Assert.Contains("Ditt ja till alla på Region Norrstrand i ärendet ändrades den", card);
        Assert.Contains("Det gäller inte längre Amina Nord.", card);
        Assert.DoesNotContain("tog tillbaka", card);
        Assert.Equal(["Ändrades, och gäller inte längre den här personen", "Ändrades", "Gavs"], page.Texts($"#party-{amina} details li strong"));
        Assert.Equal(["Ändrades", "Ändrades"], page.Texts($"#party-{karin} details li strong"));
    }

    [Fact]
    public async Task Renewing_NeverMakesItShorter_AndSaysUntilWhenItHolds()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var amina = await PartyOf(scene, CaseScene.Amina);
        await Give(sara, scene, amina, "Party", "Story");
        var page = await sara.Submit((await sara.Open($"/my/{scene.CaseId}/sharing/change/{amina}")).Form().Choose("Form.Length", "Year"));
        (await sara.Submit(page.Form().Choose("More"), "button[formaction$='handler=Yes']")).ExpectOk();
        var yes = await YesTo(scene, amina);

        page = (await sara.Open($"/my/{scene.CaseId}/sharing/renew/{yes}")).ExpectOk();
        Assert.Contains($"Nu gäller det till {product.Clock.Now.AddYears(1).Day} ", page.Text());
        Assert.Equal(["Day"], page.Document.QuerySelectorAll("[name='Form.Length']").Select(i => i.GetAttribute("value")));
        Assert.False(page.Has("[name='Form.Length'][checked]"));
        var refused = await sara.Submit(page.Form().Choose("Form.Length", "Day").Fill("Form.LastDay", $"{product.Clock.Now.AddDays(30):yyyy-MM-dd}"));
        Assert.Contains("Dit gäller det nu.", refused.Text("#errors"));
        Assert.Equal(yes, await YesTo(scene, amina));

        product.Clock.Advance(TimeSpan.FromDays(200));
        sara = await scene.As("sara");
        page = (await sara.Open($"/my/{scene.CaseId}/sharing/renew/{yes}")).ExpectOk();
        Assert.Equal(["HalfYear", "Year", "Day"], page.Document.QuerySelectorAll("[name='Form.Length']").Select(i => i.GetAttribute("value")));
        (await sara.Submit(page.Form())).ExpectOk();
        Assert.NotEqual(yes, await YesTo(scene, amina));
    }

    [Theory]
    [InlineData("Story", true)]
    [InlineData("Diary", false)]
    public async Task AQuestion_IsAnswered_WhenAllThatItAsksForIsGivenInAnotherWay(string given, bool answered)
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina) = (await scene.As("sara"), await scene.As("amina"));
        var party = await PartyOf(scene, CaseScene.Karin);
        var page = (await amina.Open($"/cases/{scene.CaseId}/consent/ask/{party}")).ExpectOk();
        (await amina.Submit(page.Form().Choose("Form.Kinds", "Story").Choose("Form.Purposes", "Plan").Fill("Why", "Inför mötet"))).ExpectOk();

        await Give(sara, scene, party, "Party", given);

        Assert.Equal(!answered, (await sara.Open($"/my/{scene.CaseId}/sharing")).Has("#asked"));
        Assert.Equal(answered ? ConsentRequestState.SaidYes : ConsentRequestState.Open,
            await scene.Read(db => db.Whole<ConsentRequest>().Where(r => r.CaseId == scene.CaseId).Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task WhoeverAsksForThemselves_IsNamedOnce()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        var page = (await amina.Open($"/cases/{scene.CaseId}/consent/ask/{await PartyOf(scene, CaseScene.Amina)}")).ExpectOk();
        (await amina.Submit(page.Form().Choose("Form.Kinds", "Story").Choose("Form.Purposes", "Plan").Fill("Why", "Inför mötet"))).ExpectOk();

        Assert.Contains("Amina Nord frågar om att få se: Din berättelse.", (await (await scene.As("sara")).Open($"/my/{scene.CaseId}/sharing")).Text("#asked"));
    }

    [Fact]
    public async Task ACompanionsCard_SaysThatTheyReadThePointsOfAMeeting()
    {
        var scene = await CaseScene.Open(product);
        var oskar = Features.Demo.DemoFile.IdOf("oskar");
        Assert.True((await scene.Change(CaseScene.Sara, change => change.Case.GiveConsent(
            new ConsentGiven(oskar, PartyRole.Companion, new HashSet<InformationKind> { InformationKind.Contact }, new HashSet<Purpose> { Purpose.Meeting },
                change.Now.AddDays(30), ConsentWay.OwnPage, "Ja", "sv", CaseScene.Sara), change.Now).Succeeded ? "/" : throw new InvalidOperationException())).Succeeded);

        Assert.Contains("Punkter som läggs fram inför ett möte läses också", (await (await scene.As("sara")).Open($"/my/{scene.CaseId}/sharing")).Text($"#party-{await PartyOf(scene, oskar)}"));
    }

    private static string Withdraw(CaseScene scene, Guid yes) => $"/my/{scene.CaseId}/sharing/withdraw/{yes}";

    private static IEnumerable<string> Links(Page page, Guid party, string to) =>
        page.Document.QuerySelectorAll($"#party-{party} a[href*='/sharing/{to}/']").Select(a => a.GetAttribute("href")!);

    private static async Task Give(Visitor sara, CaseScene scene, Guid party, string reach, params string[] kinds)
    {
        // One decision at a time: a yes to someone whom another yes reaches already.
        var page = await sara.Submit((await sara.Open($"/my/{scene.CaseId}/sharing/give/who")).Form().Choose("Form.Who", party.ToString()));
        var form = page.Form();
        foreach (var kind in kinds)
            form.Choose("Form.Kinds", kind);
        page = await sara.Submit((await sara.Submit(form)).Form().Choose("Form.Purposes", "Plan"));
        (await sara.Submit((await sara.Submit(page.Form())).Form())).ExpectOk();
        if (reach != "Party")
            await Change(sara, scene, party, reach);
    }

    private static async Task Change(Visitor sara, CaseScene scene, Guid party, string reach)
    {
        var page = await sara.Submit((await sara.Open($"/my/{scene.CaseId}/sharing/change/{party}")).Form().Choose("Form.Reach", reach));
        (await sara.Submit(page.Form().Choose("More"), "button[formaction$='handler=Yes']")).ExpectOk();
    }

    private static Task<Guid> PartyOf(CaseScene scene, Guid person) =>
        scene.Read(db => db.Whole<Party>().Where(p => p.CaseId == scene.CaseId && p.PersonId == person && p.Until == null).OrderBy(p => p.From).Select(p => p.Id).FirstAsync());

    private static Task<Guid> YesTo(CaseScene scene, Guid party) =>
        scene.Read(db => db.Consents.Where(c => c.CaseId == scene.CaseId && c.RecipientPartyId == party && c.WithdrawnAt == null).Select(c => c.Id).SingleAsync());

    public sealed class OnSqlite(SqliteDemo product) : ConsentManyTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : ConsentManyTests(product), IClassFixture<PostgresDemo>;
}
