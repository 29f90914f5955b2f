using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Tests.SickNotes;
using Microsoft.EntityFrameworkCore;
using static CommonGround.Web.Tests.SickNotes.SickNoteScene;

namespace CommonGround.Web.Tests.Episodes;

/// <summary>
/// A unit's intake is for whom it may still offer help. Once there is a case, those who take part in it see the sick leave, and nobody else of
/// the unit; whoever must avert harm finds the case by knowing who the person is.
/// </summary>
public abstract class OfACaseTests(RunningProduct product)
{
    private readonly SickNoteScene _scene = new(product.Services);

    [Fact]
    public async Task BeforeACase_TheUnitSeesIt_AndOnceThereIsOne_OnlyThoseInIt()
    {
        var (number, episode, note) = await Person("Malva");
        var (amina, hanna) = (await product.SignInAs("amina"), await product.SignInAs("hanna"));
        string[] addresses = [$"/episodes/{episode}", $"/sick-notes/{note}"];
        foreach (var address in addresses)
            (await hanna.Open(address)).ExpectOk();
        Assert.Contains("Malva", (await Listed(hanna, number)).Text("main"), StringComparison.Ordinal);

        var caseId = await Open(amina, episode);

        foreach (var address in addresses)
        {
            (await amina.Open(address)).ExpectOk();
            (await hanna.Open(address)).Expect(HttpStatusCode.NotFound);
        }

        Assert.Contains($"/cases/{caseId}", (await Listed(amina, number)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Malva", (await Listed(hanna, number)).Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Malva", (await hanna.Open("/sick-notes")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatComesToACase_IsTakenIn_AndShownToThoseInIt()
    {
        var (number, episode, _) = await Person("Majken");
        var hanna = await product.SignInAs("hanna");
        await Open(await product.SignInAs("amina"), episode);

        var typed = (await hanna.Submit((await hanna.Open("/sick-notes/type")).Form().Fill("Whose.NationalId", number)
            .Fill("From", "2026-03-16").Fill("To", "2026-03-20").Choose("Degree", "50"))).ExpectOk();

        Assert.Equal("/episodes", typed.Address.AbsolutePath);
        Assert.Equal(19, await product.With(db => db.Whole<Episode>().Where(e => e.Id == episode).Select(e => e.Days).SingleAsync()));
    }

    [Fact]
    public async Task WhoeverTookPartOnce_IsLedToTheList_NotToAPageThatIsNotShown()
    {
        var (number, episode, _) = await Person("Maj");
        var amina = await product.SignInAs("amina");
        var caseId = await Open(amina, episode);
        await product.With(db => db.Whole<Party>().Where(p => p.CaseId == caseId && p.Role == PartyRole.Coordinator)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Until, p => p.From)));

        var typed = (await amina.Submit((await amina.Open("/sick-notes/type")).Form().Fill("Whose.NationalId", number)
            .Fill("From", "2026-03-16").Fill("To", "2026-03-20").Choose("Degree", "50"))).ExpectOk();

        Assert.Equal("/episodes", typed.Address.AbsolutePath);
    }

    [Fact]
    public async Task InAnEmergency_TheCaseIsFoundByNumberOrWholeName_AndThePersonLearnsIt()
    {
        var (number, episode, _) = await Person("Märta Lo");
        var caseId = await Open(await product.SignInAs("amina"), episode);
        var hanna = await product.SignInAs("hanna");
        var find = (await hanna.Open((await hanna.Open("/episodes")).Element<AngleSharp.Html.Dom.IHtmlAnchorElement>("main a[href='/emergency']").PathName)).ExpectOk();
        Assert.True((await hanna.Submit(find.Form())).Has("#errors a[href='#Whose']"));

        foreach (var whose in new[] { number, "marta lo tolvansson", "Märta Lo Tolvansson" })
        {
            var found = (await hanna.Submit(find.Form().Fill("Whose", whose))).ExpectOk();
            Assert.DoesNotContain("Märta", found.Text("main [role=status]"), StringComparison.Ordinal);
            (await hanna.Open(found.Element<AngleSharp.Html.Dom.IHtmlAnchorElement>($"a[href='/cases/{caseId}/emergency/open']").PathName)).ExpectOk();
        }

        foreach (var part in new[] { "Märta", "Märta Lo", "Lo Tolvansson", "zqx", "19" })
            Assert.False((await hanna.Submit(find.Form().Fill("Whose", part))).ExpectOk().Has("a.btn"));

        var told = await product.With(db => db.AccessLog.AsNoTracking().Where(e => e.What == "Emergency/FindInEmergency/FindInEmergency/Search" && e.People.Any(p => p.CaseId == caseId)).ToListAsync());
        Assert.Equal(3, told.Count);
        Assert.All(told, e => Assert.True(e.Permitted && e.ViewerPersonId == DemoFile.IdOf("hanna")));
    }

    [Fact]
    public async Task InAnEmergency_AnotherUnitsCase_AndAnybodysWithoutCareWork_AreNotFound()
    {
        var (number, episode, _) = await Person("Mirja");
        await Open(await product.SignInAs("amina"), episode);
        var elsewhere = await product.SignInAs("annika");

        var find = (await elsewhere.Open("/emergency")).ExpectOk();

        Assert.False((await elsewhere.Submit(find.Form().Fill("Whose", number))).ExpectOk().Has("a.btn"));
        foreach (var other in new[] { "maria", "jonas", "sara" })
            (await (await product.SignInAs(other)).Open("/emergency")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task InAnEmergency_AProtectedIdentity_IsFoundByNumberAlone()
    {
        var (number, episode, _) = await Person("Minna");
        await Open(await product.SignInAs("amina"), episode);
        await product.With(async db =>
        {
            (await db.Persons.SingleAsync(p => p.NationalId == number)).ProtectedIdentity = true;
            return await db.SaveChangesAsync();
        });
        var hanna = await product.SignInAs("hanna");
        var find = (await hanna.Open("/emergency")).ExpectOk();

        Assert.True((await hanna.Submit(find.Form().Fill("Whose", number))).ExpectOk().Has("a.btn"));
        Assert.False((await hanna.Submit(find.Form().Fill("Whose", "Minna Tolvansson"))).ExpectOk().Has("a.btn"));
    }

    private static async Task<Page> Listed(Visitor visitor, string number) => (await visitor.Open($"/episodes?find={number}")).ExpectOk();

    private static async Task<Guid> Open(Visitor amina, Guid episode) =>
        Guid.Parse((await amina.Submit((await amina.Open($"/episodes/{episode}/open-case")).Form())).ExpectOk().Address.Segments[^1]);

    private async Task<(string Number, Guid Episode, Guid Note)> Person(string given)
    {
        var number = NewNumber();
        var kept = (await _scene.TakeIn(Note(number, number, given: given))).Single();
        return (number, await product.With(db => db.Whole<Episode>().Where(e => e.Person!.NationalId == number).Select(e => e.Id).SingleAsync()), kept.Id!.Value);
    }

    public sealed class OnSqlite(SqliteDemo product) : OfACaseTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : OfACaseTests(product), IClassFixture<PostgresDemo>;
}
