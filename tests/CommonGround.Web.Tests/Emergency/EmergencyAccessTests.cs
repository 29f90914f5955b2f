using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Mail;
using CommonGround.Web.Tests.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Emergency;

/// <summary>Emergency access over HTTP: a reason, a short time, told at once to the citizen and the privacy officer; the rest stays shut.</summary>
[ScorecardRow("S6")]
public abstract class EmergencyAccessTests(RunningProduct product)
{
    [Fact]
    public async Task Opening_ShowsWhatTheSettingNames_AndNeverWhatTheyTold()
    {
        var scene = await CaseScene.Open(product);
        var hanna = await scene.As("hanna");
        (await hanna.Open($"/cases/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);
        (await hanna.Open($"/cases/{scene.CaseId}/emergency")).Expect(HttpStatusCode.NotFound);

        var page = (await scene.Open(hanna)).ExpectOk();

        Assert.EndsWith("/emergency", page.Address.AbsolutePath);
        Assert.Contains("Diagnosis " + CaseScene.Secret, page.Text());
        Assert.DoesNotContain("Story " + CaseScene.Secret, page.Html);
        Assert.DoesNotContain("Teaches two classes", page.Html);
        foreach (var shut in new[] { "", "/plan", "/journal", "/steps", "/meetings" })
            (await hanna.Open($"/cases/{scene.CaseId}{shut}")).Expect(HttpStatusCode.NotFound);
        (await hanna.Open($"/my/{scene.CaseId}/sharing")).Expect(HttpStatusCode.NotFound);
    }

    /// <summary>The gate of emergencies notes it, and the gate of addresses does not note it a second time.</summary>
    [Fact]
    public async Task AnAttempt_IsToldOnce()
    {
        var scene = await CaseScene.Open(product);
        var maria = await scene.As("maria");
        foreach (var address in new[] { "", "/open" })
            (await maria.Open($"/cases/{scene.CaseId}/emergency{address}")).Expect(HttpStatusCode.NotFound);

        var told = await scene.Read(db => db.AccessLog.AsNoTracking().Where(e => !e.Permitted && e.People.Any(p => p.CaseId == scene.CaseId)).OrderBy(e => e.Position).Select(e => e.What).ToListAsync());

        Assert.Equal(["Emergency/ReadInEmergency/ReadInEmergency", "Emergency/OpenInEmergency/OpenInEmergency"], told);
    }

    [Fact]
    public async Task Opening_TellsTheCitizenAndTheOfficer_WithoutHealthOrUnitInTheMail()
    {
        var scene = await CaseScene.Open(product);
        var hanna = await scene.As("hanna");
        await scene.Open(hanna);

        var opened = Assert.Single(await scene.Opened());
        var citizen = Assert.Single(await scene.MailsTo(CaseScene.Sara, $"{opened.Id}"));
        var officer = Assert.Single(await scene.MailsTo(EmergencyScene.Vera, $"{opened.Id}"));
        var texts = product.Services.GetRequiredService<Texts>();
        foreach (var mail in new[] { citizen, officer })
        {
            var to = await scene.Read(db => db.Persons.SingleAsync(p => p.Id == mail.ToPersonId));
            var letter = Letter.Of(mail, to, "https://example.org", texts).ToString();
            Assert.DoesNotContain("zebra", letter);
            Assert.DoesNotContain("Stress", letter);
            Assert.DoesNotContain("Hanna", letter);
        }

        var sara = await scene.As("sara");
        Assert.Contains("Läs varför", (await sara.Open($"/my/{scene.CaseId}")).Text());
        var told = (await sara.Open(citizen.Path)).ExpectOk();
        Assert.Contains("Hanna Wikström", told.Text());
        Assert.Contains(EmergencyScene.Why, told.Text());
        Assert.Contains("har öppnat ditt ärende i en nödsituation", (await sara.Open($"/my/{scene.CaseId}/sharing")).Text());
        var looked = (await sara.Open($"/my/{scene.CaseId}/looked")).Text("ol.looks");
        Assert.Contains("Hanna Wikström", looked);
        Assert.Contains("i nödåtkomst", looked);
        Assert.Contains("Skäl: Du kunde komma till allvarlig skada", looked);

        (await sara.Submit(told.Form())).ExpectOk();
        Assert.DoesNotContain("Läs varför", (await sara.Open($"/my/{scene.CaseId}")).Text());
        Assert.NotNull((await scene.Opened())[0].ReadByCitizenAt);

        var vera = await scene.As("vera");
        Assert.Contains("Hanna Wikström", (await vera.Open("/privacy/emergency")).ExpectOk().Text());
        var before = (await vera.Open(officer.Path)).ExpectOk();
        Assert.Contains(EmergencyScene.Why, before.Text());
        Assert.DoesNotContain("Diagnosis", before.Html);
    }

    [Fact]
    public async Task WithoutAReason_NothingIsOpened()
    {
        var scene = await CaseScene.Open(product);
        var hanna = await scene.As("hanna");
        var form = (await hanna.Open($"/cases/{scene.CaseId}/emergency/open")).ExpectOk().Form();

        var page = await hanna.Submit(form.Fill("Words", "   "));

        Assert.Contains("Skriv ditt skäl.", page.Text());
        Assert.Contains("Välj varför du behöver det.", page.Text());
        Assert.Empty(await scene.Opened());
        Assert.Equal(0, await scene.GrantsTo(EmergencyScene.Hanna));
    }

    [Fact]
    public async Task SentTwice_IsOneAccess_AndASecondFormIsTold()
    {
        var scene = await CaseScene.Open(product);
        var hanna = await scene.As("hanna");
        var form = (await hanna.Open($"/cases/{scene.CaseId}/emergency/open")).Form().Choose("Reason", "Danger").Fill("Words", EmergencyScene.Why);
        await hanna.Send(form.Request());
        (await hanna.Send(form.Request())).ExpectOk();
        Assert.Single(await scene.Opened());

        var late = await hanna.Submit(form.Fill("CommandId", $"{Guid.CreateVersion7()}"));

        Assert.Single(await scene.Opened());
        Assert.Contains("Du har det", late.Text());
    }

    [Fact]
    public async Task ItEndsByItself()
    {
        var scene = await CaseScene.Open(product);
        var hanna = await scene.As("hanna");
        await scene.Open(hanna);
        var until = (await scene.Opened())[0].Until;
        var before = product.Clock.Now;
        try
        {
            product.Clock.Now = new DateTimeOffset(until.AddSeconds(-1));
            (await hanna.Open($"/cases/{scene.CaseId}/emergency")).ExpectOk();
            product.Clock.Now = new DateTimeOffset(until);
            (await hanna.Open($"/cases/{scene.CaseId}/emergency")).Expect(HttpStatusCode.NotFound);
        }
        finally
        {
            product.Clock.Now = before;
        }
    }

    [Fact]
    public async Task TheOneWhoOpenedIt_AndTheOfficer_CanEndIt_NobodyElse()
    {
        var scene = await CaseScene.Open(product);
        var hanna = await scene.As("hanna");
        var page = await scene.Open(hanna);
        var vera = await scene.As("vera");
        var gustav = await scene.As("gustav");
        var id = (await scene.Opened())[0].Id;
        (await gustav.Open($"/privacy/emergency/{id}")).Expect(HttpStatusCode.NotFound);

        (await vera.Submit((await vera.Open($"/privacy/emergency/{id}")).Form())).ExpectOk();
        (await hanna.Open($"/cases/{scene.CaseId}/emergency")).Expect(HttpStatusCode.NotFound);
        Assert.Equal(EmergencyScene.Vera, (await scene.Opened())[0].EndedByPersonId);
        Assert.Equal(0, await scene.Read(db => db.Grants.CountAsync(g => g.CaseId == scene.CaseId && g.PersonId == EmergencyScene.Hanna && (g.Until == null || g.Until > product.Clock.Now.UtcDateTime))));

        page = await scene.Open(hanna);
        var ended = (await hanna.Submit(page.Form())).ExpectOk();
        Assert.Equal(ended.Address, (await hanna.Submit(page.Form())).ExpectOk().Address);
        (await hanna.Open($"/cases/{scene.CaseId}/emergency")).Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("maria")]   // The deciding authority.
    [InlineData("jonas")]   // The workplace.
    [InlineData("annika")]  // Care, in another unit.
    [InlineData("vera")]
    [InlineData("oskar")]
    [InlineData("sara")]
    public async Task NobodyElse_FindsTheWayIn(string who)
    {
        var scene = await CaseScene.Open(product);
        await scene.SayYesToJonas(await scene.As("sara"), InformationKind.Work);
        var visitor = await scene.As(who);

        (await visitor.Open($"/cases/{scene.CaseId}/emergency/open")).Expect(HttpStatusCode.NotFound);
        (await visitor.Open($"/cases/{scene.CaseId}/emergency")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhoeverLeavesTheUnit_IsShutOutAtTheNextRequest()
    {
        var scene = await CaseScene.Open(product);
        var siri = await scene.As("siri");
        await scene.Open(siri);
        var member = DemoFile.IdOf("siri@stress-clinic");
        await scene.Read(db => db.Memberships.Where(m => m.Id == member).ExecuteUpdateAsync(set => set.SetProperty(m => m.Until, product.Clock.Now.UtcDateTime)));
        try
        {
            (await siri.Open($"/cases/{scene.CaseId}/emergency")).Expect(HttpStatusCode.NotFound);
        }
        finally
        {
            await scene.Read(db => db.Memberships.Where(m => m.Id == member).ExecuteUpdateAsync(set => set.SetProperty(m => m.Until, (DateTime?)null)));
        }
    }

    [Fact]
    public async Task ACoordinatorWhoDoesNotTreat_OpensHealthInAnEmergency_AndFindsTheWayOnTheCase()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        Assert.True((await amina.Open($"/cases/{scene.CaseId}")).ExpectOk().Has($"a[href='/cases/{scene.CaseId}/emergency/open']"));
        var karin = await scene.As("karin");
        Assert.False((await karin.Open($"/cases/{scene.CaseId}")).ExpectOk().Has($"a[href='/cases/{scene.CaseId}/emergency/open']"));

        Assert.Contains("Diagnosis " + CaseScene.Secret, (await scene.Open(amina)).ExpectOk().Text());
        // The rest of her pages are as before.
        Assert.DoesNotContain("Diagnosis", (await amina.Open($"/cases/{scene.CaseId}/journal")).ExpectOk().Html);
    }

    public sealed class OnSqlite(SqliteDemo product) : EmergencyAccessTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : EmergencyAccessTests(product), IClassFixture<PostgresDemo>;
}
