using System.Net;
using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>Whoever has two parts in a case wears one hat at a time (need N16): they choose it, they read by it, and everyone sees which it was.</summary>
public abstract class HatTests(RunningProduct product)
{
    [Fact]
    public async Task WithTwoParts_TheCaseOpensByAChoice_ThatShowsNobody()
    {
        var (scene, amina) = await WithTwoParts();

        var asked = (await amina.Open($"/cases/{scene.CaseId}/steps?from=mail")).ExpectOk();

        Assert.Equal($"/cases/{scene.CaseId}/part", asked.Address.AbsolutePath);
        Assert.DoesNotContain("Sara", asked.Html);
        Assert.Equal(["Rehabiliteringskoordinator", "Vårdteamet"], asked.Texts("main h2"));
        var led = await Choose(amina, asked, PartyRole.Coordinator);
        Assert.Equal($"/cases/{scene.CaseId}/steps?from=mail", led.ExpectOk().Address.PathAndQuery);
        Assert.Contains("Här är du: Rehabiliteringskoordinator", led.Text());
        // Whoever has one part is asked nothing.
        var karin = await scene.As("karin");
        Assert.Equal($"/cases/{scene.CaseId}", (await karin.Open($"/cases/{scene.CaseId}")).ExpectOk().Address.AbsolutePath);
        Assert.Equal($"/cases/{scene.CaseId}", (await karin.Open($"/cases/{scene.CaseId}/part")).ExpectOk().Address.AbsolutePath);
    }

    [Fact]
    public async Task EachHat_ReadsWhatItMay_AndTheOtherReadsNoMoreForIt()
    {
        var (scene, amina) = await WithTwoParts();
        var journal = $"/cases/{scene.CaseId}/journal";

        var coordinating = (await Choose(amina, await amina.Open(journal), PartyRole.Coordinator)).ExpectOk();
        Assert.DoesNotContain("Diagnosis " + CaseScene.Secret, coordinating.Text());

        var treating = (await Choose(amina, await amina.Open($"/cases/{scene.CaseId}/part?to={journal}"), PartyRole.TeamMember)).ExpectOk();
        Assert.Contains("Diagnosis " + CaseScene.Secret, treating.Text());
        Assert.DoesNotContain("Story " + CaseScene.Secret, treating.Text());

        var looked = await scene.Read(db => db.AccessLog.Where(e => e.People.Any(p => p.CaseId == scene.CaseId) && e.ViewerPersonId == CaseScene.Amina && e.Permitted
            && e.What == "Cases/CaseJournal/CaseJournal").Select(e => e.Role).ToListAsync());
        Assert.Equal([PartyRole.Coordinator, PartyRole.TeamMember], looked.Order());
    }

    [Fact]
    public async Task TheChoice_IsOfOneBrowser_AndGoesWithItsSession()
    {
        var (scene, amina) = await WithTwoParts();
        await Choose(amina, await amina.Open($"/cases/{scene.CaseId}"), PartyRole.TeamMember);

        var elsewhere = await scene.As("amina");

        Assert.Equal($"/cases/{scene.CaseId}/part", (await elsewhere.Open($"/cases/{scene.CaseId}")).Address.AbsolutePath);
        Assert.Contains("Här är du: Vårdteamet", (await amina.Open($"/cases/{scene.CaseId}")).ExpectOk().Text());
    }

    [Fact]
    public async Task APageOfTheOtherHat_AsksFirst_AndIsNoAttempt()
    {
        var (scene, amina) = await WithTwoParts();
        await Choose(amina, await amina.Open($"/cases/{scene.CaseId}"), PartyRole.TeamMember);

        var asked = await amina.Open($"/cases/{scene.CaseId}/consent");

        Assert.Equal($"/cases/{scene.CaseId}/part", asked.ExpectOk().Address.AbsolutePath);
        Assert.Equal($"/cases/{scene.CaseId}/consent", (await Choose(amina, asked, PartyRole.Coordinator)).ExpectOk().Address.AbsolutePath);
        Assert.False(await scene.Read(db => db.AccessLog.AnyAsync(e => e.People.Any(p => p.CaseId == scene.CaseId) && e.ViewerPersonId == CaseScene.Amina && !e.Permitted)));
        // What is for neither of their parts does not exist for them.
        (await amina.Open($"/my/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AForm_ActsInThePartInWhichItWasOpened_WhateverWasChosenSince()
    {
        var (scene, amina) = await WithTwoParts();
        var opened = (await Choose(amina, await amina.Open($"/cases/{scene.CaseId}/steps/interview-citizen"), PartyRole.Coordinator)).ExpectOk();
        await Choose(amina, await amina.Open($"/cases/{scene.CaseId}/part"), PartyRole.TeamMember);

        (await amina.Submit(opened.Form("form[action*='LeaveOut']").Choose("Because", "NotNeeded"))).ExpectOk();

        var entry = await scene.Read(db => db.Journal.Where(e => e.StreamId == scene.CaseId && e.Event == "StepLeftOut").SingleAsync());
        Assert.Equal(PartyRole.Coordinator, entry.ActedAs());
        var journal = (await (await scene.As("sara")).Open($"/cases/{scene.CaseId}/journal")).ExpectOk();
        Assert.Contains("Amina NordRehabiliteringskoordinator Stöd", journal.Text("tbody tr:first-child"));
    }

    [Fact]
    public async Task AFormOfAPartThatEnded_IsNotSentInTheOther()
    {
        var (scene, amina) = await WithTwoParts();
        var opened = (await Choose(amina, await amina.Open($"/cases/{scene.CaseId}/people"), PartyRole.Coordinator)).ExpectOk();
        var form = opened.Form("form[action*='End']");
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.EndParty(change.Case.ActiveParty(PartyRole.Coordinator, change.Now)!.Id, change.Now);
            return "/";
        });

        await amina.Submit(form);

        Assert.False(await scene.Read(db => db.Journal.AnyAsync(e => e.StreamId == scene.CaseId && e.Event == "PartyEnded")));
    }

    [Fact]
    public async Task MyCases_SaysWhatWaits_ForWhicheverPart()
    {
        var (scene, amina) = await WithTwoParts();

        var list = (await amina.Open("/cases?find=sara")).ExpectOk();

        var row = list.Element<AngleSharp.Html.Dom.IHtmlTableRowElement>($"tr:has(a[href$='{scene.CaseId}'])");
        Assert.Contains("dig", row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
        Assert.Single(list.Document.QuerySelectorAll($"tr:has(a[href$='{scene.CaseId}'])"));
    }

    [Fact]
    public async Task TheCitizen_SeesBothParts_EachWithItsHat()
    {
        var (scene, _) = await WithTwoParts();

        var helps = (await (await scene.As("sara")).Open($"/my/{scene.CaseId}/who-helps")).ExpectOk();

        Assert.Equal(2, helps.Texts("main section h2").Count(name => name == "Amina Nord"));
        Assert.Contains("Vårdteamet", helps.Text());
    }

    [Fact]
    public async Task WhoDecides_IsToldBeforeTheTalk_ToAllOfIt_AndOnItsPapers()
    {
        var scene = await CaseScene.Open(product);
        await scene.Change(CaseScene.Sara, change =>
        {
            var given = new ConsentGiven(DemoFile.IdOf("maria"), PartyRole.Caseworker, new HashSet<InformationKind> { InformationKind.Contact },
                new HashSet<Purpose> { Purpose.Meeting }, change.Now.AddDays(60), ConsentWay.OwnPage, "words", "sv", CaseScene.Sara);
            change.Journal("ConsentGiven");
            return change.Case.GiveConsent(given, change.Now).Match<Outcome<string>>(_ => "/", error => error);
        });
        var (amina, sara, maria) = (await scene.As("amina"), await scene.As("sara"), await scene.As("maria"));
        var decides = await scene.Read(db => db.Whole<Party>().Where(p => p.CaseId == scene.CaseId && p.Role == PartyRole.Caseworker).Select(p => p.Id).SingleAsync());
        var form = (await amina.Open($"/cases/{scene.CaseId}/meetings/propose")).ExpectOk().Form().Fill("Input.Times[0]", "2026-03-10T13:00")
            .Choose("Input.Who", decides.ToString());
        var meeting = (await amina.Submit(form)).ExpectOk().Address.AbsolutePath;

        foreach (var (visitor, address) in new[] { (sara, meeting), (sara, meeting + "/agenda"), (amina, meeting), (amina, meeting + "/board") })
            Assert.Contains("Maria beslutar om ersättning", (await visitor.Open(address)).ExpectOk().Text());
        Assert.Contains("Du beslutar om ersättning eller rättigheter. Säg det före samtalet.", (await maria.Open(meeting)).ExpectOk().Text());
        // The negative control: of those who only help, nothing has to be told.
        Assert.DoesNotContain("Amina beslutar", (await sara.Open(meeting)).Text());
    }

    [Fact]
    public async Task AMeeting_IsOpenedInThePartThatIsInvited()
    {
        var (scene, amina) = await WithTwoParts();
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.AddCareParty(CaseScene.Karin, PartyRole.CertifyingDoctor, treats: true, change.Now);
            change.Journal("PartyAdded");
            return "/";
        });
        var page = (await Choose(amina, await amina.Open($"/cases/{scene.CaseId}/meetings/propose"), PartyRole.Coordinator)).ExpectOk();
        // Karin can be asked in one part or the other; her own other part is not offered to Amina.
        var karins = page.Document.QuerySelectorAll("input[name='Input.Who']");
        Assert.Equal((2, 0), (karins.Length, karins.Count(i => i.HasAttribute("checked"))));
        var twice = page.Form().Fill("Input.Times[0]", "2026-03-10T13:00");
        foreach (var part in karins)
            twice.Choose("Input.Who", part.GetAttribute("value")!);
        Assert.Contains("vald två gånger", (await amina.Submit(twice)).Text("#errors"));
        var once = (await amina.Open($"/cases/{scene.CaseId}/meetings/propose")).Form().Fill("Input.Times[0]", "2026-03-10T13:00");
        var meeting = (await amina.Submit(once)).ExpectOk().Address.AbsolutePath;

        await Choose(amina, await amina.Open($"/cases/{scene.CaseId}/part"), PartyRole.TeamMember);
        var asked = (await amina.Open(meeting)).ExpectOk();

        Assert.Equal($"/cases/{scene.CaseId}/part", asked.Address.AbsolutePath);
        Assert.Equal(meeting, (await Choose(amina, asked, PartyRole.Coordinator)).ExpectOk().Address.AbsolutePath);
    }

    private async Task<(CaseScene Scene, Visitor Amina)> WithTwoParts()
    {
        var scene = await CaseScene.Open(product);
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.AddCareParty(CaseScene.Amina, PartyRole.TeamMember, treats: true, change.Now);
            change.Journal("PartyAdded");
            return "/";
        });
        return (scene, await scene.As("amina"));
    }

    private static Task<Page> Choose(Visitor who, Page asked, PartyRole role) =>
        who.Submit(asked.Form($"main section:nth-of-type({(role == PartyRole.Coordinator ? 1 : 2)}) form"));

    public sealed class OnSqlite(SqliteDemo product) : HatTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : HatTests(product), IClassFixture<PostgresDemo>;
}
