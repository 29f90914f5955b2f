using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Sharing.RemindOfEnd;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>A yes is changed, asked for, reminded of, renewed, and for whoever has a part or everyone of an organisation.</summary>
public abstract class ConsentWholeTests(RunningProduct product)
{
    [Fact]
    public async Task Changed_ToLess_IsDeniedAtTheNextRequest_Ended_IsDenied_AndRenewed_IsAllowed()
    {
        var scene = await CaseScene.Open(product);
        var (sara, jonas) = (await scene.As("sara"), await scene.As("jonas"));
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var party = await Supervisor(scene);
        (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk();
        Assert.Contains("Teaches two classes", (await sara.Open($"/my/{scene.CaseId}/sharing/as/{party}")).Text());

        product.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = (await sara.Open($"/my/{scene.CaseId}/sharing/change/{party}")).ExpectOk();
        page = await sara.Submit(page.Form().Clear("Form.Kinds", "Work").Choose("Form.Length", "Day").Fill("Form.LastDay", $"{product.Clock.Now:yyyy-MM-dd}"));
        Assert.Contains("Från och med nu inte längre", page.ExpectOk().Text());
        Assert.False(page.Has("[name='More']"));
        var first = await Newest(scene);
        var copy = (await sara.Submit(page.Form(), "button[formaction$='handler=Yes']")).ExpectOk();

        var changed = await Newest(scene);
        Assert.Equal($"/my/{scene.CaseId}/sharing/consent/{changed.Id}", copy.Address.AbsolutePath);
        Assert.Equal((first.Id, ConsentWay.OwnPage), (changed.FollowsId, changed.Way));
        Assert.NotNull((await scene.Read(db => db.Consents.SingleAsync(c => c.Id == first.Id))).WithdrawnAt);
        Assert.Equal([InformationKind.Contact], changed.Kinds);
        Assert.Equal("ConsentChanged", await LastEvent(scene));
        Assert.DoesNotContain("Teaches two classes", (await sara.Open($"/my/{scene.CaseId}/sharing/as/{party}")).Text());
        (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk();

        product.Clock.Advance(TimeSpan.FromDays(1));
        (sara, jonas) = (await scene.As("sara"), await scene.As("jonas"));
        (await jonas.Open($"/work/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);
        page = await sara.Follow(await sara.Open($"/my/{scene.CaseId}/sharing"), $"#party-{party} .note a[href$='/renew/{changed.Id}']");
        Assert.Equal(1, page.Document.QuerySelectorAll("main form").Length);
        (await sara.Submit(page.Form().Choose("Form.Length", "ThreeMonths"))).ExpectOk();

        (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk();
        Assert.Equal("ConsentRenewed", await LastEvent(scene));
        var renewed = await Newest(scene);
        Assert.Equal((party, changed.Id), (renewed.RecipientPartyId, renewed.FollowsId));
        var history = (await sara.Open($"/my/{scene.CaseId}/sharing")).Texts($"#party-{party} details li strong");
        Assert.Equal(["Förnyades", "Slutade av sig självt", "Ändrades", "Gavs"], history);
        (await sara.Open($"/my/{scene.CaseId}/sharing/renew/{changed.Id}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Changed_ToMore_IsPreviewed_AndNeedsItsOwnYes()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara);
        var page = await sara.Open($"/my/{scene.CaseId}/sharing/change/{await Supervisor(scene)}");
        page = await sara.Submit(page.Form().Choose("Form.Kinds", "Work"));
        Assert.Contains("Från och med nu även", page.Element<AngleSharp.Dom.IElement>("#difference").TextContent);

        var notSaid = await sara.Submit(page.Form(), "button[formaction$='handler=Yes']");
        Assert.True(notSaid.Has("#errors a[href='#More']"));
        Assert.Equal(1, await scene.Read(db => db.Consents.CountAsync(c => c.CaseId == scene.CaseId)));
        (await sara.Submit(notSaid.Form().Choose("More"), "button[formaction$='handler=Yes']")).ExpectOk();

        var changed = await Newest(scene);
        Assert.Equal(new HashSet<InformationKind> { InformationKind.Contact, InformationKind.Work }, changed.Kinds);
        Assert.Contains("Uppgifter, krav, tider och plats", changed.WordsRead);
    }

    [Fact]
    public async Task Change_FromAFormThatIsOld_ChangesNothing_AndSaysSo()
    {
        var scene = await CaseScene.Open(product);
        var (sara, elsewhere) = (await scene.As("sara"), await scene.As("sara"));
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var party = await Supervisor(scene);
        var old = await elsewhere.Submit((await elsewhere.Open($"/my/{scene.CaseId}/sharing/change/{party}")).Form().Clear("Form.Purposes", "Plan"));
        var page = await sara.Submit((await sara.Open($"/my/{scene.CaseId}/sharing/change/{party}")).Form().Clear("Form.Kinds", "Work"));
        await sara.Submit(page.Form(), "button[formaction$='handler=Yes']");
        var changed = await Newest(scene);

        var refused = await elsewhere.Submit(old.Form(), "button[formaction$='handler=Yes']");

        Assert.True(refused.Has("#errors"));
        Assert.Equal(changed.Id, (await Newest(scene)).Id);
    }

    [Fact]
    public async Task Asked_OpensNothing_IsAnsweredByTheCitizenAlone_AndANoChangesNothing()
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina) = (await scene.As("sara"), await scene.As("amina"));
        var party = await scene.Read(db => db.Whole<Party>().Where(p => p.CaseId == scene.CaseId && p.PersonId == CaseScene.Amina).Select(p => p.Id).SingleAsync());
        await Ask(scene, amina, party);
        await Ask(scene, amina, party);
        Assert.Equal(0, await scene.Read(db => db.Consents.CountAsync(c => c.CaseId == scene.CaseId)));
        Assert.Equal(1, await scene.Read(db => db.Whole<ConsentRequest>().CountAsync(r => r.CaseId == scene.CaseId && r.State == ConsentRequestState.Open)));
        (await amina.Open($"/my/{scene.CaseId}/sharing/change/{party}")).Expect(HttpStatusCode.NotFound);
        Assert.True(await scene.Read(db => db.Outbox.AnyAsync(m => m.ToPersonId == CaseScene.Sara && m.Path == $"/my/{scene.CaseId}/sharing" && m.Template == "notice")));
        Assert.Contains("Du får en fråga om att låta någon se mer", (await sara.Open($"/my/{scene.CaseId}")).Text());

        var page = await sara.Open($"/my/{scene.CaseId}/sharing");
        Assert.Contains("Så att jag kan läsa före mötet", page.Text());
        page = await sara.Follow(page, "#asked a[href$='/no']");
        (await sara.Submit(page.Form())).ExpectOk();
        Assert.Equal(0, await scene.Read(db => db.Consents.CountAsync(c => c.CaseId == scene.CaseId)));
        Assert.Equal("ConsentSaidNoTo", await LastEvent(scene));
        Assert.Contains("Inget skäl behövs", (await amina.Open($"/cases/{scene.CaseId}/consent")).Text());

        await Ask(scene, amina, party);
        page = await sara.Follow(await sara.Open($"/my/{scene.CaseId}/sharing"), "#asked a[href*='/change/']");
        Assert.True(page.Has("input[value='Story'][checked]"));
        page = await sara.Submit(page.Form());
        (await sara.Submit(page.Form(), "button[formaction$='handler=Yes']")).ExpectOk();
        var yes = await Newest(scene);
        Assert.Equal([InformationKind.Story], yes.Kinds);
        Assert.Equal(yes.Id, await scene.Read(db => db.Whole<ConsentRequest>().Where(r => r.State == ConsentRequestState.SaidYes && r.CaseId == scene.CaseId).Select(r => r.ConsentId).SingleAsync()));
        Assert.False((await sara.Open($"/my/{scene.CaseId}/sharing")).Has("#asked"));
    }

    [Fact]
    public async Task BeforeItEnds_CitizenAndCoordinatorAreToldOnce_ThoughTwoLookAtOnce_AndNothingIsRenewed()
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina) = (await scene.As("sara"), await scene.As("amina"));
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var party = await Supervisor(scene);
        var page = await sara.Open($"/my/{scene.CaseId}/sharing/change/{party}");
        page = await sara.Submit(page.Form().Choose("Form.Length", "Day").Fill("Form.LastDay", $"{product.Clock.Now.AddDays(30):yyyy-MM-dd}"));
        (await sara.Submit(page.Form(), "button[formaction$='handler=Yes']")).ExpectOk();
        await Remind();
        Assert.Equal(0, await Reminders(scene));
        var sent = await Messages(scene);

        product.Clock.Advance(TimeSpan.FromDays(21));
        await Task.WhenAll(Remind(), Remind(), Remind());
        await Remind();

        Assert.Equal(1, await Reminders(scene));
        var told = (await Messages(scene)).Except(sent).ToList();
        Assert.Equal([(CaseScene.Amina, $"/cases/{scene.CaseId}/consent"), (CaseScene.Sara, $"/my/{scene.CaseId}/sharing")],
            told.Select(m => (m.ToPersonId, m.Path)).OrderBy(m => m.Path));
        Assert.All(told, m => Assert.Equal("notice", m.Template));
        (sara, amina) = (await scene.As("sara"), await scene.As("amina"));
        Assert.Contains("Slutar om 9 dagar.", (await sara.Open($"/my/{scene.CaseId}/sharing")).Text());
        Assert.Contains("Slutar om 9 dagar.", (await amina.Open($"/cases/{scene.CaseId}/consent")).Text());
        Assert.Contains("Ett av dina ja slutar snart gälla", (await sara.Open($"/my/{scene.CaseId}")).Text());
        Assert.Contains("Ett ja till att dela slutar snart gälla", (await amina.Open($"/cases/{scene.CaseId}")).Text());

        product.Clock.Advance(TimeSpan.FromDays(10));
        await Remind();
        Assert.Equal(1, await Reminders(scene));
        Assert.Equal(2, await scene.Read(db => db.Consents.CountAsync(c => c.CaseId == scene.CaseId)));
    }

    [Fact]
    public async Task AYesToWhoeverIsTheManager_IsForTheNextOne_AndTheOneBeforeIsOut()
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina, jonas, per) = (await scene.As("sara"), await scene.As("amina"), await scene.As("jonas"), await scene.As("per"));
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var party = await Supervisor(scene);
        (await amina.Open($"/cases/{scene.CaseId}/consent/take-over/{party}")).Expect(HttpStatusCode.NotFound);
        await ChangeReach(sara, scene, party, "Role");
        Assert.StartsWith("Jag säger ja till den som är chef på Solbergaskolan. Just nu är det Jonas Ek.", (await Newest(scene)).WordsRead);
        (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk();
        (await per.Open($"/work/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);

        product.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await amina.Follow(await amina.Open($"/cases/{scene.CaseId}/consent"), "a[href*='/take-over/']");
        (await amina.Submit(page.Form().Fill("Form.GivenName", "Per").Fill("Form.FamilyName", "Norling").Fill("Form.Email", "per.norling@mekaniska.example"))).ExpectOk();

        (await per.Open($"/work/{scene.CaseId}")).ExpectOk();
        (await jonas.Open($"/work/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);
        Assert.Equal("PartTakenOver", await LastEvent(scene));
        var seen = (await sara.Open($"/my/{scene.CaseId}/sharing")).Text();
        Assert.Contains("Per Norling", seen);
        Assert.Contains("Det gäller den som är din chef på Solbergaskolan.", seen);

        product.Clock.Advance(TimeSpan.FromMinutes(1));
        page = await sara.Open($"/my/{scene.CaseId}/sharing/withdraw/{(await Newest(scene)).Id}");
        (await sara.Submit(page.Form())).ExpectOk();
        (await per.Open($"/work/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AYesToAnOrganisation_OpensToEveryoneOfItInTheCase_AndToNoOneAtWork()
    {
        var scene = await CaseScene.Open(product);
        var (sara, karin) = (await scene.As("sara"), await scene.As("karin"));
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var amina = await scene.Read(db => db.Whole<Party>().Where(p => p.CaseId == scene.CaseId && p.PersonId == CaseScene.Amina).Select(p => p.Id).SingleAsync());
        Assert.DoesNotContain("Story " + CaseScene.Secret, (await karin.Open($"/cases/{scene.CaseId}/journal")).Text());

        await ChangeReach(sara, scene, amina, "Organisation", "Story");

        Assert.StartsWith("Jag säger ja till alla på Region Norrstrand som är med i mitt ärende.", (await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId && c.Reach == ConsentReach.Organisation))).WordsRead);
        Assert.Contains("Story " + CaseScene.Secret, (await karin.Open($"/cases/{scene.CaseId}/journal")).Text());
        Assert.False(await scene.Read(db => db.Grants.AnyAsync(g => g.CaseId == scene.CaseId && g.PersonId == CaseScene.Jonas && g.Kind == InformationKind.Story)));
    }

    [Theory]
    [InlineData("/my/{0}/sharing/change/01900000-0000-7000-8000-000000000000")]
    [InlineData("/my/{0}/sharing/renew/01900000-0000-7000-8000-000000000000")]
    [InlineData("/my/{0}/sharing/asked/01900000-0000-7000-8000-000000000000/no")]
    [InlineData("/cases/{0}/consent/ask/01900000-0000-7000-8000-000000000000")]
    [InlineData("/cases/{0}/consent/take-over/01900000-0000-7000-8000-000000000000")]
    public async Task Open_WhatIsNotThere_OrSomeoneElses_DoesNotExist(string address)
    {
        var scene = await CaseScene.Open(product);
        foreach (var person in new[] { "sara", "amina", "oskar" })
        {
            var visitor = await scene.As(person);
            (await visitor.Open(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, scene.CaseId))).Expect(HttpStatusCode.NotFound);
        }
    }

    private static async Task ChangeReach(Visitor sara, CaseScene scene, Guid party, string reach, params string[] kinds)
    {
        var form = (await sara.Open($"/my/{scene.CaseId}/sharing/change/{party}")).Form().Choose("Form.Reach", reach);
        foreach (var kind in kinds)
            form.Choose("Form.Kinds", kind);
        if (kinds.Length > 0)
            form.Choose("Form.Purposes", "Plan");
        var yes = (await sara.Submit(form)).ExpectOk();
        var last = yes.Form();
        if (yes.Has("[name='More']"))
            last.Choose("More");
        (await sara.Submit(last, "button[formaction$='handler=Yes']")).ExpectOk();
    }

    private static async Task Ask(CaseScene scene, Visitor amina, Guid party)
    {
        var page = await amina.Open($"/cases/{scene.CaseId}/consent/ask/{party}");
        (await amina.Submit(page.ExpectOk().Form().Choose("Form.Kinds", "Story").Choose("Form.Purposes", "Meeting")
            .Fill("Why", "Så att jag kan läsa före mötet"))).ExpectOk();
    }

    private Task Remind() => product.Services.GetRequiredService<ConsentReminders>().RemindDue(TestContext.Current.CancellationToken);

    private static Task<int> Reminders(CaseScene scene) =>
        scene.Read(db => db.ConsentReminders.CountAsync(r => db.Consents.Any(c => c.Id == r.ConsentId && c.CaseId == scene.CaseId)));

    private static async Task<List<(Guid Id, Guid ToPersonId, string Path, string Template)>> Messages(CaseScene scene) =>
        [.. (await scene.Read(db => db.Outbox.Where(m => m.Path.Contains(scene.CaseId.ToString())).ToListAsync())).Select(m => (m.Id, m.ToPersonId, m.Path, m.Template))];

    private static Task<Guid> Supervisor(CaseScene scene) =>
        scene.Read(db => db.Whole<Party>().Where(p => p.CaseId == scene.CaseId && p.Role == PartyRole.Supervisor).Select(p => p.Id).SingleAsync());

    private static Task<Consent> Newest(CaseScene scene) => scene.Read(db =>
        db.Consents.SingleAsync(c => c.CaseId == scene.CaseId && !db.Consents.Any(f => f.FollowsId == c.Id)));

    private static Task<string> LastEvent(CaseScene scene) =>
        scene.Read(db => db.Journal.Where(e => e.StreamId == scene.CaseId).OrderByDescending(e => e.Position).Select(e => e.Event).FirstAsync());

    public sealed class OnSqlite(SqliteDemo product) : ConsentWholeTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : ConsentWholeTests(product), IClassFixture<PostgresDemo>;
}
