using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>Whom a yes reaches is said of those whom it reaches now, not of the one who was named when it was given.</summary>
public abstract class ConsentReachTests(RunningProduct product)
{
    private static readonly Guid DemoPer = DemoFile.IdOf("per");

    [Fact]
    public async Task TakingBack_WhatIsForWhoeverIsTheManager_NamesTheOneWhoIs_AndBothAreUnderWhatHasEnded()
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina) = (await scene.As("sara"), await scene.As("amina"));
        await scene.SayYesToJonas(sara, InformationKind.Work);
        await ChangeReach(sara, scene, await PartyOf(scene, CaseScene.Jonas), "Role");
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await amina.Follow(await amina.Open($"/cases/{scene.CaseId}/consent"), "a[href*='/take-over/']");
        (await amina.Submit(page.Form().Fill("Form.GivenName", "Per").Fill("Form.FamilyName", "Norling").Fill("Form.Email", "per.norling@mekaniska.example"))).ExpectOk();

        var standing = (await amina.Open($"/cases/{scene.CaseId}/consent")).Element<AngleSharp.Dom.IElement>("main .card").TextContent;
        Assert.Contains("Per Norling", standing);
        Assert.Contains("Det gäller den som är chef på Solbergaskolan.", standing);
        Assert.DoesNotContain("Jonas", standing);
        page = await sara.Open($"/my/{scene.CaseId}/sharing");
        Assert.Contains("Ändrades", page.Element<AngleSharp.Dom.IElement>($"#party-{await PartyOf(scene, DemoPer)}").TextContent);
        page = await sara.Follow(page, $"#party-{await PartyOf(scene, DemoPer)} a[href*='/withdraw/']");
        Assert.Contains("Ta tillbaka ditt ja till den som är chef på Solbergaskolan?", page.Text());
        Assert.Contains("Just nu gäller det: Per Norling.", page.Text());
        Assert.Contains("Per kan inte längre öppna något om dig här.", page.Text());
        Assert.DoesNotContain("Jonas", page.Text());
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        (await sara.Submit(page.Form())).ExpectOk();

        var ended = (await amina.Open($"/cases/{scene.CaseId}/consent")).Element<AngleSharp.Dom.IElement>("#ended").TextContent;
        Assert.Contains("Jonas Ek, Per Norling", ended);
        Assert.Contains("Togs tillbaka", ended);
        page = await sara.Open($"/my/{scene.CaseId}/sharing");
        Assert.Equal(["Jonas Ek", "Per Norling"], page.Texts("#ended ~ section h3").Order());
        var again = page.Document.QuerySelectorAll("#ended ~ section a[href*='/renew/']");
        Assert.Equal("Säg ja igen: Per Norling", Assert.Single(again).TextContent);
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        page = (await sara.Open(again[0].GetAttribute("href")!)).ExpectOk();
        Assert.Contains("Säga ja igen till den som är chef på Solbergaskolan?", page.Text());
        Assert.Contains("Just nu är det Per Norling.", page.Text());
        (await sara.Submit(page.Form())).ExpectOk();
        Assert.Equal(DemoPer, await scene.Read(db => db.Whole<Party>().Where(p => p.Id == db.Consents.Where(c => c.CaseId == scene.CaseId && c.WithdrawnAt == null)
            .Select(c => c.RecipientPartyId).Single()).Select(p => p.PersonId).SingleAsync()));
        (await (await scene.As("per")).Open($"/work/{scene.CaseId}")).ExpectOk();
        (await (await scene.As("jonas")).Open($"/work/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhatIsForAnOrganisation_SaysSo_BeforeItIsChanged_AndBeforeItIsTakenBack()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var form = (await sara.Open($"/my/{scene.CaseId}/sharing/change/{await PartyOf(scene, CaseScene.Amina)}")).Form()
            .Choose("Form.Reach", "Organisation").Choose("Form.Kinds", "Story").Choose("Form.Purposes", "Plan");
        (await sara.Submit((await sara.Submit(form)).Form(), "button[formaction$='handler=Yes']")).ExpectOk();

        var page = await sara.Open($"/my/{scene.CaseId}/sharing/change/{await PartyOf(scene, CaseScene.Amina)}");
        page = await sara.Submit(page.Form().Choose("Form.Purposes", "Meeting"));
        Assert.Contains("Ja, alla på Region Norrstrand i ärendet får se även det nya", page.Text());
        Assert.Contains("Just nu gäller det: Amina Nord, Karin", page.Text());

        page = await sara.Follow(await sara.Open($"/my/{scene.CaseId}/sharing"), $"#party-{await PartyOf(scene, CaseScene.Karin)} a[href*='/withdraw/']");
        Assert.Contains("Ta tillbaka ditt ja till alla på Region Norrstrand i ärendet?", page.Text());
        Assert.Contains("Just nu gäller det: Amina Nord, Karin", page.Text());
        Assert.Contains("kan inte längre öppna det ditt ja öppnade", page.Text());
    }

    [Fact]
    public async Task WhatWasTakenBack_IsSaidAsThat_WithAnOffer_AndNotAsExpired()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var amina = await PartyOf(scene, CaseScene.Amina);
        var form = (await sara.Open($"/my/{scene.CaseId}/sharing/change/{amina}")).Form().Choose("Form.Kinds", "Story").Choose("Form.Purposes", "Plan");
        (await sara.Submit((await sara.Submit(form)).Form(), "button[formaction$='handler=Yes']")).ExpectOk();
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        (await sara.Submit((await sara.Follow(await sara.Open($"/my/{scene.CaseId}/sharing"), $"#party-{amina} a[href*='/withdraw/']")).Form())).ExpectOk();

        var page = await sara.Open($"/my/{scene.CaseId}/sharing");
        var card = page.Element<AngleSharp.Dom.IElement>($"#party-{amina}").TextContent;
        Assert.Contains("Du tog tillbaka ditt ja till Amina Nord den", card);
        Assert.Contains("Säg ja igen", card);
        Assert.DoesNotContain("slutat gälla", card);
        Assert.DoesNotContain("Förnya", card);
        Assert.False(page.Has($"#party-{amina} .note"));
        page = await sara.Follow(page, $"#party-{amina} a[href*='/renew/']");
        Assert.Contains("Säga ja igen till Amina Nord?", page.Text());
        Assert.Contains("Du tog tillbaka det här jaet den", page.Text());
    }

    [Fact]
    public async Task TheCoordinator_IsToldOfAYes_AndThatItWasTakenBack_ByTheOrganisation_NotByThemselves()
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina) = (await scene.As("sara"), await scene.As("amina"));
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var given = await ToldTo(scene, CaseScene.Amina);
        Assert.Equal("Region Norrstrand", Assert.Single(given));

        var yes = await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId));
        (await sara.Submit((await sara.Open($"/my/{scene.CaseId}/sharing/withdraw/{yes.Id}")).Form())).ExpectOk();
        Assert.Equal(["Region Norrstrand", "Region Norrstrand"], await ToldTo(scene, CaseScene.Amina));

        product.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.SayYesToJonas(sara, InformationKind.Work);
        yes = await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId && c.WithdrawnAt == null));
        var page = await amina.Open($"/cases/{scene.CaseId}/consent/{yes.Id}/withdraw");
        (await amina.Submit(page.Form().Choose("Way", "ByPhone").Choose("SaidSo"))).ExpectOk();
        Assert.Equal("Amina Nord, Region Norrstrand", Assert.Single(await ToldTo(scene, CaseScene.Sara)));
    }

    [Fact]
    public async Task TheCoordinator_IsSpokenToAsThat_AndDoesNotAskForWhatIsOpenAlready()
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina) = (await scene.As("sara"), await scene.As("amina"));
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var jonas = await PartyOf(scene, CaseScene.Jonas);
        var ask = (await amina.Open($"/cases/{scene.CaseId}/consent/ask/{jonas}")).ExpectOk();
        var enter = (await amina.Open($"/cases/{scene.CaseId}/consent?who={jonas}")).ExpectOk();
        Assert.All([ask.Text(), enter.Text()], shown => Assert.All([" ditt", " dig", " din ", " mitt "], word => Assert.DoesNotContain(word, shown)));
        Assert.Contains("Ta tillbaka…", (await amina.Open($"/cases/{scene.CaseId}/consent")).Text());

        var refused = await amina.Submit(ask.Form().Fill("Why", "Inför mötet"));
        Assert.Contains("Allt det här är redan öppet", refused.Text("#errors"));
        Assert.False((await sara.Open($"/my/{scene.CaseId}/sharing")).Has("#asked"));
        (await amina.Submit(ask.Form().Choose("Form.Kinds", "Leave").Fill("Why", "Inför mötet"))).ExpectOk();
        Assert.Contains("Amina Nord frågar om Jonas Ek får se: Namn och kontakt", (await sara.Open($"/my/{scene.CaseId}/sharing")).Text("#asked"));
    }

    private static async Task ChangeReach(Visitor sara, CaseScene scene, Guid party, string reach)
    {
        var page = await sara.Submit((await sara.Open($"/my/{scene.CaseId}/sharing/change/{party}")).Form().Choose("Form.Reach", reach));
        (await sara.Submit(page.Form().Choose("More"), "button[formaction$='handler=Yes']")).ExpectOk();
    }

    private static Task<Guid> PartyOf(CaseScene scene, Guid person) =>
        scene.Read(db => db.Whole<Party>().Where(p => p.CaseId == scene.CaseId && p.PersonId == person && p.Until == null).Select(p => p.Id).SingleAsync());

    private static Task<List<string>> ToldTo(CaseScene scene, Guid person) =>
        scene.Read(db => db.Outbox.Where(m => m.ToPersonId == person && m.Path.Contains(scene.CaseId.ToString())).Select(m => m.Sender).ToListAsync());

    public sealed class OnSqlite(SqliteDemo product) : ConsentReachTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : ConsentReachTests(product), IClassFixture<PostgresDemo>;
}
