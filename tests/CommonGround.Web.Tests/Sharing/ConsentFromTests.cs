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

/// <summary>A yes can begin on a day that is chosen: before it, it opens nothing and nobody is reached by it.</summary>
public abstract class ConsentFromTests(RunningProduct product)
{
    [Fact]
    public async Task AYesFromADayToCome_SaysFromWhen_AndOpensNothingBefore()
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina, jonas) = (await scene.As("sara"), await scene.As("amina"), await scene.As("jonas"));
        var page = await SayAllButWhen(sara, scene);
        Assert.True(page.Has("input[name='Form.Start'][value='Now'][checked]"));
        page = await sara.Submit(page.Form().Choose("Form.Start", "Day").Fill("Form.FirstDay", Day(10)));
        Assert.Contains("Det gäller från", page.Text());
        page = (await sara.Submit(page.ExpectOk().Form())).ExpectOk();

        var yes = await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId));
        Assert.Equal((product.Clock.GetUtcNow().UtcDateTime.Date, product.Clock.GetUtcNow().UtcDateTime.Date.AddDays(10)), (yes.GivenAt.Date, yes.From.AddHours(3).Date));
        Assert.Contains("Det gäller från", yes.WordsRead);
        Assert.DoesNotContain("Avslutat", page.Text());
        Assert.Contains("Det gäller från", (await sara.Open(page.Address.AbsolutePath + ".txt")).Document.DocumentElement.TextContent);
        Assert.Contains("Gäller från", (await sara.Open($"/my/{scene.CaseId}/sharing")).Element<AngleSharp.Dom.IElement>("#later").TextContent);
        Assert.Contains("Chef, Solbergaskolan", (await sara.Open($"/my/{scene.CaseId}/sharing")).Text("#later"));
        Assert.False((await sara.Open($"/my/{scene.CaseId}/sharing")).Has("#ended"));
        page = await amina.Open($"/cases/{scene.CaseId}/consent");
        Assert.Contains("Jonas Ek", page.Element<AngleSharp.Dom.IElement>("#later").TextContent);
        Assert.DoesNotContain("Jonas Ek", page.Element<AngleSharp.Dom.IElement>("main .card").TextContent);
        Assert.DoesNotContain("Jonas Ek", (await amina.Open($"/cases/{scene.CaseId}/invitations")).Text());
        (await jonas.Open($"/work/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);
        var now = product.Clock.GetUtcNow().UtcDateTime;
        Assert.False(await scene.Read(db => db.Grants.AnyAsync(g => g.CaseId == scene.CaseId && g.PersonId == CaseScene.Jonas && g.From <= now)));
        Assert.False(await scene.Read(db => db.Outbox.AnyAsync(m => m.ToPersonId == CaseScene.Jonas && m.Path.Contains(scene.CaseId.ToString()))));

        product.Clock.Advance(TimeSpan.FromDays(10));
        (sara, amina, jonas) = (await scene.As("sara"), await scene.As("amina"), await scene.As("jonas"));
        (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk();
        Assert.Contains("Jonas Ek", (await amina.Open($"/cases/{scene.CaseId}/invitations")).Text());
        Assert.False((await sara.Open($"/my/{scene.CaseId}/sharing")).Has("#later"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(500)]
    public async Task AFirstDay_ThatHasBeen_OrIsAfterTheLast_IsRefused(int days)
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var page = await SayAllButWhen(sara, scene);

        page = await sara.Submit(page.Form().Choose("Form.Start", "Day").Fill("Form.FirstDay", Day(days)));

        Assert.True(page.Has("#errors a[href='#Form_FirstDay']"));
        Assert.Equal(0, await scene.Read(db => db.Consents.CountAsync(c => c.CaseId == scene.CaseId)));
    }

    [Fact]
    public async Task AYesThatHasNotBegun_IsTakenBack_AndNeverBegins_AndNobodyIsRemindedOfItsEnd()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var page = await SayAllButWhen(sara, scene);
        page = await sara.Submit(page.Form().Choose("Form.Start", "Day").Fill("Form.FirstDay", Day(5)).Choose("Form.Length", "Day").Fill("Form.LastDay", Day(8)));
        (await sara.Submit(page.ExpectOk().Form())).ExpectOk();
        await product.Services.GetRequiredService<ConsentReminders>().RemindDue(TestContext.Current.CancellationToken);
        Assert.False(await scene.Read(db => db.ConsentReminders.AnyAsync(r => db.Consents.Any(c => c.Id == r.ConsentId && c.CaseId == scene.CaseId))));
        Assert.DoesNotContain("slutar snart gälla", (await sara.Open($"/my/{scene.CaseId}")).Text());

        page = await sara.Follow(await sara.Open($"/my/{scene.CaseId}/sharing"), "#later a[href*='/withdraw/']");
        Assert.Contains("Det skulle börja gälla", page.Text());
        (await sara.Submit(page.Form())).ExpectOk();

        product.Clock.Advance(TimeSpan.FromDays(6));
        (await (await scene.As("jonas")).Open($"/work/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);
        sara = await scene.As("sara");
        Assert.Contains("Jonas Ek", (await sara.Open($"/my/{scene.CaseId}/sharing")).Texts("#ended ~ section h3"));
        (await scene.SayYesToJonas(sara, InformationKind.Work)).ExpectOk();
        (await (await scene.As("jonas")).Open($"/work/{scene.CaseId}")).ExpectOk();
    }

    [Fact]
    public async Task AYesThatHasNotBegun_IsSaidAnewFromNow_AndOneThatStandsIsChangedAtOnce()
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina) = (await scene.As("sara"), await scene.As("amina"));
        var party = await scene.Read(db => db.Whole<Party>().Where(p => p.CaseId == scene.CaseId && p.PersonId == CaseScene.Amina).Select(p => p.Id).SingleAsync());
        var page = await amina.Open($"/cases/{scene.CaseId}/consent?who={party}");
        page = await amina.Submit(page.Form().Choose("Form.Kinds", "Story").Choose("Form.Purposes", "Plan").Choose("Form.Start", "Day").Fill("Form.FirstDay", Day(5)));
        Assert.Contains("Det gäller från", page.Text());
        (await amina.Submit(page.Form().Choose("Way", "InTheRoom").Choose("SaidYes"))).ExpectOk();
        Assert.DoesNotContain("Story " + CaseScene.Secret, (await amina.Open($"/cases/{scene.CaseId}/journal")).Text());
        page = await sara.Open($"/my/{scene.CaseId}/sharing");
        Assert.Contains("Ditt ja gäller från", page.Element<AngleSharp.Dom.IElement>($"#party-{party}").TextContent);

        page = await sara.Open($"/my/{scene.CaseId}/sharing/change/{party}");
        Assert.True(page.Has($"input[name='Form.FirstDay'][value='{Day(5)}']"));
        page = await sara.Submit(page.Form().Choose("Form.Start", "Now"));
        (await sara.Submit(page.Form(), "button[formaction$='handler=Yes']")).ExpectOk();
        Assert.Contains("Story " + CaseScene.Secret, (await amina.Open($"/cases/{scene.CaseId}/journal")).Text());
        Assert.Equal(1, await scene.Read(db => db.Consents.CountAsync(c => c.CaseId == scene.CaseId && c.WithdrawnAt == null)));
        Assert.False((await sara.Open($"/my/{scene.CaseId}/sharing/change/{party}")).Has("[name='Form.Start']"));
    }

    private string Day(int days) => $"{product.Clock.Now.AddDays(days):yyyy-MM-dd}";

    /// <summary>Sara's yes to Jonas, as far as to from when and until when.</summary>
    private static async Task<Page> SayAllButWhen(Visitor sara, CaseScene scene)
    {
        var page = await sara.Open($"/my/{scene.CaseId}/sharing/give");
        page = await sara.Submit(page.Form().Choose("Form.Who", "new-Supervisor"));
        page = await sara.Submit(page.Form().Fill("Form.GivenName", "Jonas").Fill("Form.FamilyName", "Ek")
            .Fill("Form.Email", "jonas.ek@kommun.example").Fill("Form.Workplace", "Solbergaskolan"));
        page = await sara.Submit(page.Form().Choose("Form.Kinds", "Work"));
        return await sara.Submit(page.Form().Choose("Form.Purposes", "Plan"));
    }

    public sealed class OnSqlite(SqliteDemo product) : ConsentFromTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : ConsentFromTests(product), IClassFixture<PostgresDemo>;
}
