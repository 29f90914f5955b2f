using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>The coordinator brings in colleagues, and ends their parts; whoever needs the citizen's yes does not come in this way.</summary>
public abstract class WhoTakesPartTests(RunningProduct product)
{
    private static readonly Guid Siri = DemoFile.IdOf("siri");

    [Fact]
    public async Task AColleague_IsFoundByName_BroughtIn_TheCitizenTold_AndReadsAtOnce()
    {
        var scene = await CaseScene.Open(product);
        var (amina, siri) = (await scene.As("amina"), await scene.As("siri"));
        (await siri.Open($"/cases/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);

        var found = (await amina.Submit((await amina.Open($"/cases/{scene.CaseId}/people")).Form("main form[method=get]").Fill("find", "holmg"))).ExpectOk();
        var chosen = (await amina.Follow(found, $"a[href*='{Siri}']")).ExpectOk();
        Assert.Contains("Siri Holmgren", chosen.Text("h2"));
        var done = (await amina.Submit(chosen.Form("form[action*='Add']"))).ExpectOk();

        Assert.Equal($"/cases/{scene.CaseId}/people", done.Address.AbsolutePath);
        Assert.Contains("Siri Holmgren", done.Text("main section:first-of-type"));
        (await siri.Open($"/cases/{scene.CaseId}")).ExpectOk();
        Assert.Contains("Siri Holmgren", (await (await scene.As("sara")).Open($"/my/{scene.CaseId}/who-helps")).ExpectOk().Text());
        var told = await scene.Read(db => db.Outbox.Where(m => m.Path.Contains(scene.CaseId.ToString()) && m.Template == "notice").ToListAsync());
        Assert.Equal(new[] { ($"/my/{scene.CaseId}/who-helps", CaseScene.Sara), ($"/cases/{scene.CaseId}", Siri) }.Order(), told.Select(m => (m.Path, m.ToPersonId)).Order());
        Assert.True((await scene.Read(db => db.Whole<Party>().SingleAsync(p => p.CaseId == scene.CaseId && p.PersonId == Siri))).Treats);
        Assert.Contains("En kollega togs med Siri Holmgren", (await amina.Open($"/cases/{scene.CaseId}/journal")).ExpectOk().Text("tbody tr:first-child"));
    }

    [Fact]
    public async Task AnEndedPart_ReadsNothing_AtTheNextRequest()
    {
        var scene = await CaseScene.Open(product);
        var (amina, karin) = (await scene.As("amina"), await scene.As("karin"));
        (await karin.Open($"/cases/{scene.CaseId}")).ExpectOk();

        var page = await amina.Open($"/cases/{scene.CaseId}/people");
        // Who leads the case, and the citizen, do not go this way.
        Assert.Single(page.Texts("form[action*='End'] button"));
        (await amina.Submit(page.Form("form[action*='End']"))).ExpectOk();

        (await karin.Open($"/cases/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);
        Assert.Contains("En kollegas roll avslutades Karin Berg", (await amina.Open($"/cases/{scene.CaseId}/journal")).ExpectOk().Text("tbody tr:first-child"));
    }

    [Theory]
    [InlineData("sara")]
    [InlineData("maria")]
    [InlineData("jonas")]
    public async Task WhoeverIsNoColleague_CannotBeChosen(string person)
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");

        (await amina.Open($"/cases/{scene.CaseId}/people?person={DemoFile.IdOf(person)}")).Expect(HttpStatusCode.NotFound);
        Assert.Contains("Ingen med det namnet", (await amina.Open($"/cases/{scene.CaseId}/people?find={person}")).ExpectOk().Text());
    }

    [Fact]
    public async Task WithoutARole_OrWithASecondCertifyingDoctor_IsSaidAtTheField_AndNothingIsDone()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.AddCareParty(DemoFile.IdOf("hanna"), PartyRole.CertifyingDoctor, treats: true, change.Now);
            change.Journal("PartyAdded");
            return "/";
        });
        var erik = await amina.Open($"/cases/{scene.CaseId}/people?person={DemoFile.IdOf("erik")}");

        // A coordinator's own role is none of those offered: nothing is chosen beforehand.
        var without = await amina.Submit(erik.Form("form[action*='Add']"));
        var twice = await amina.Submit(without.Form("form[action*='Add']").Choose("Role", nameof(PartyRole.CertifyingDoctor)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.True(without.Has("#errors a[href^='#Role']"));
        Assert.Contains("En läkare skriver intyget", twice.Text("#errors"));
        Assert.False(await scene.Read(db => db.Whole<Party>().AnyAsync(p => p.CaseId == scene.CaseId && p.PersonId == DemoFile.IdOf("erik"))));
    }

    [Fact]
    public async Task TheLead_IsHandedOver_WithTheMeetingAhead_AndWhoLedIsOut()
    {
        var scene = await CaseScene.Open(product);
        var (amina, erik, sara) = (await scene.As("amina"), await scene.As("erik"), await scene.As("sara"));
        var meeting = (await amina.Submit((await amina.Open($"/cases/{scene.CaseId}/meetings/propose")).Form().Fill("Input.Times[0]", "2026-03-10T13:00"))).ExpectOk().Address.AbsolutePath;
        await sara.Submit((await sara.Open(meeting)).Form("form:has(textarea)").Fill("Point.Text", "Short days at first"));
        var page = await amina.Open($"/cases/{scene.CaseId}/people");

        var nobody = await amina.Submit(page.Form("form[action*='HandOver']"));
        Assert.True(nobody.Has("#errors a[href='#Successor']"));
        var done = await amina.Submit(nobody.Form("form[action*='HandOver']").Fill("Successor", DemoFile.IdOf("erik").ToString()));

        Assert.Equal("/cases", done.ExpectOk().Address.AbsolutePath);
        (await amina.Open($"/cases/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);
        (await erik.Open($"/cases/{scene.CaseId}/people")).ExpectOk();
        var chaired = (await erik.Open(meeting)).ExpectOk();
        Assert.Contains("Erik Åström", chaired.Text());
        Assert.DoesNotContain("Amina", chaired.Text());
        Assert.Contains("Erik Åström", (await sara.Open($"/my/{scene.CaseId}/who-helps")).ExpectOk().Text());
        Assert.Contains("Ärendet lämnades över till en annan koordinator Erik Åström", (await sara.Open($"/cases/{scene.CaseId}/journal")).ExpectOk().Text("tbody tr:first-child"));
        // Whoever has left is still named for what they did.
        Assert.Contains("Amina Nord", (await sara.Open($"/cases/{scene.CaseId}/journal")).ExpectOk().Text("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyWhoLeads_BringsIn()
    {
        var scene = await CaseScene.Open(product);

        foreach (var person in new[] { "karin", "sara", "erik", "jonas" })
            (await (await scene.As(person)).Open($"/cases/{scene.CaseId}/people")).Expect(HttpStatusCode.NotFound);
    }

    public sealed class OnSqlite(SqliteDemo product) : WhoTakesPartTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : WhoTakesPartTests(product), IClassFixture<PostgresDemo>;
}
