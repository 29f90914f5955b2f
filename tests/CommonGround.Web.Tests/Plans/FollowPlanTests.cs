using System.Net;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Plans.FollowPlan;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Plans;

/// <summary>What was agreed is followed: by whoever sees to it, then the citizen, then the coordinator.</summary>
public abstract class FollowPlanTests(RunningProduct product)
{
    [Fact]
    public async Task OnItsDay_TheOwnerIsAsked_ThenTheCitizen_AndWhatIsMissingComesBackInTheirWords()
    {
        var scene = await Agreed();
        var follow = scene.Plan + "/follow";
        Assert.Equal(1, (await (await product.SignInAs("jonas")).Open($"/work/{scene.CaseId}")).ExpectOk().Document.QuerySelectorAll($"a[href='{follow}']").Length);
        product.Clock.Now = new DateTimeOffset(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);
        var (jonas, sara) = (await product.SignInAs("jonas"), await product.SignInAs("sara"));
        await Remind();
        Assert.Equal(1, await Mails(scene, "jonas"));

        var asked = (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk();
        Assert.Equal(2, asked.Document.QuerySelectorAll($"a[href='{follow}']").Length);
        (await Say(jonas, follow, "Own room after lunch", "InPlace")).ExpectOk();

        Assert.Equal(1, (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk().Document.QuerySelectorAll($"a[href='{follow}']").Length);
        Assert.Equal(1, await Mails(scene, "sara"));
        var hers = (await sara.Open(follow)).ExpectOk();
        Assert.False(hers.Has("form[action*='Say']"));
        var doubted = await sara.Submit(hers.Form("form[action*='Confirm']"), "button[value='NotQuite']");
        Assert.Contains("Säg vad som saknas", doubted.Text("#errors"), StringComparison.Ordinal);
        var form = doubted.Form("form[action*='Confirm']");
        (await sara.Submit(form.Fill($"Missing[{scene.Id(3)}]", "the door does not close"), "button[value='NotQuite']")).ExpectOk();

        var again = (await jonas.Open(follow)).ExpectOk();
        Assert.Contains("the door does not close", again.Text("main"), StringComparison.Ordinal);
        Assert.True((await jonas.Open($"/work/{scene.CaseId}")).Has($".card.next a[href='{follow}']"));
        Assert.Contains("Inte riktigt än: the door does not close", (await sara.Open(scene.Plan)).ExpectOk().Text("main"), StringComparison.Ordinal);
        (await Say(jonas, follow, "Own room after lunch", "InPlace")).ExpectOk();
        var yes = (await sara.Open(follow)).ExpectOk();
        (await sara.Submit(yes.Form("form[action*='Confirm']"), "button[value='Yes']")).ExpectOk();

        Assert.Contains("1 av 1 anpassningar", (await sara.Open(follow)).ExpectOk().Text("main"), StringComparison.Ordinal);
        Assert.Equal(0, await scene.With(db => db.Whole<LineAsk>().CountAsync(a => a.CaseId == scene.CaseId && a.ClosedAt == null)));
        Assert.Equal(4, await scene.With(db => db.Journal.CountAsync(e => e.StreamId == scene.CaseId && e.Event == "PlanLineFollowed")));
    }

    [Fact]
    public async Task WhatIsLate_ComesToTheCoordinator_OnceItIsSoLongAsTheSettingSays()
    {
        var scene = await Agreed();
        product.Clock.Now = new DateTimeOffset(2026, 3, 22, 9, 0, 0, TimeSpan.Zero);
        await Remind();
        Assert.Equal(0, await Mails(scene, "amina"));
        Assert.DoesNotContain("är sent", (await (await product.SignInAs("amina")).Open($"/cases/{scene.CaseId}")).ExpectOk().Text(), StringComparison.Ordinal);

        product.Clock.Now = new DateTimeOffset(2026, 3, 23, 9, 0, 0, TimeSpan.Zero);
        await Remind();
        await Remind();

        Assert.Equal(1, await Mails(scene, "amina"));
        var amina = await product.SignInAs("amina");
        Assert.Contains("Något som ni kom överens om är sent", (await amina.Open($"/cases/{scene.CaseId}")).ExpectOk().Text(), StringComparison.Ordinal);
        var page = await Say(amina, scene.Plan + "/follow", "Own room after lunch", "NotDone");
        Assert.Contains("Säg vad som var i vägen", page.Text("#errors"), StringComparison.Ordinal);
        var form = page.Form("form[action*='Say']");
        (await amina.Submit(form.Fill($"Why[{scene.Id(3)}]", "no room is free"), "button[value='NotDone']")).ExpectOk();
        Assert.Contains("blev inte av", (await amina.Open($"/cases/{scene.CaseId}")).ExpectOk().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoReadsACopy_FollowsTheirOwnLine_AndLearnsNothingElse()
    {
        var scene = await Agreed(Careful);
        product.Clock.Now = new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);
        var (jonas, amina) = (await product.SignInAs("jonas"), await product.SignInAs("amina"));
        var follow = scene.Plan + "/follow";

        var page = (await jonas.Open(follow)).ExpectOk();

        Assert.Contains("Own room after lunch", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Call the ward", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("anpassningar var på plats", page.Html, StringComparison.Ordinal);
        // A line of somebody else's, named in a form: nothing is said of it, and nothing is told.
        (await jonas.Submit(page.Form("form[action*='Say']").Fill("Lineage", $"{scene.Id(9)}"), "button[value='InPlace']")).Expect(HttpStatusCode.NotFound);
        var why = await Say(amina, follow, "Own room after lunch", "NotDone", "she was too ill");
        why.ExpectOk();
        Assert.DoesNotContain("too ill", (await jonas.Open(follow)).ExpectOk().Html, StringComparison.Ordinal);
        await scene.Withdraw("jonas");
        (await jonas.Open(follow)).Expect(HttpStatusCode.NotFound);

        PlanItemContent Careful(PlanScene of) => of.Adjustment with
        {
            LineageId = of.Id(9),
            Type = PlanItemType.Task,
            Text = "Call the ward",
            OwnerPartyId = of.Party("karin"),
            Due = new DateOnly(2026, 3, 18),
            Audience = PlanAudience.CitizenAndCare,
        };
    }

    [Fact]
    public async Task WhatWasSaidMeanwhile_IsShownFirst_AndWordsStay()
    {
        var scene = await Agreed();
        product.Clock.Now = new DateTimeOffset(2026, 3, 17, 9, 0, 0, TimeSpan.Zero);
        var (jonas, amina) = (await product.SignInAs("jonas"), await product.SignInAs("amina"));
        var follow = scene.Plan + "/follow";
        var late = (await amina.Open(follow)).ExpectOk();
        (await Say(jonas, follow, "Own room after lunch", "InPlace")).ExpectOk();

        var refused = await amina.Submit(Form(late, "Own room after lunch").Fill($"Why[{scene.Id(3)}]", "no room is free"), "button[value='NotDone']");

        Assert.Contains("Något sades om det under tiden", refused.Text("#errors"), StringComparison.Ordinal);
        Assert.Contains("no room is free", refused.Html, StringComparison.Ordinal);
        Assert.Contains("på plats", refused.Text("main"), StringComparison.Ordinal);
        (await amina.Submit(Form(refused, "Own room after lunch"), "button[value='NotDone']")).ExpectOk();
        Assert.Equal(ActionStatus.NotDone, await scene.With(db => db.Whole<PlanItem>().Where(i => i.LineageId == scene.Id(3)).Select(i => i.Status).SingleAsync()));
    }

    [Fact]
    public async Task AnEdit_MovesTheDay_AndAsksAgain_AndAnEndedLineAsksNobody()
    {
        var scene = await Agreed();
        var moved = scene.Adjustment with { From = new DateOnly(2026, 4, 1) };
        await scene.ChangePlan("amina", (handler, change) => handler.Edit(change, 1, new PlanContent { Items = [moved] }));
        Assert.Equal(new DateTime(2026, 3, 31, 22, 0, 0), await scene.With(db => db.Whole<LineAsk>()
            .Where(a => a.CaseId == scene.CaseId && a.ClosedAt == null && a.What == LineQuestion.HowItGoes).Select(a => a.From).SingleAsync()));

        await scene.ChangePlan("amina", (handler, change) => handler.Edit(change, 2, new PlanContent { Items = [], Ended = new HashSet<Guid> { moved.LineageId } }));

        Assert.Equal(0, await scene.With(db => db.Whole<LineAsk>().CountAsync(a => a.CaseId == scene.CaseId && a.ClosedAt == null)));
    }

    [Fact]
    public async Task ACompanion_ReadsHowItGoes_AndSaysNothingOfIt()
    {
        var scene = await Agreed();
        await scene.Consent("elin", PartyRole.Companion);
        var elin = await product.SignInAs("elin");

        var page = (await elin.Open(scene.Plan + "/follow")).ExpectOk();

        Assert.Contains("Own room after lunch", page.Text("main"), StringComparison.Ordinal);
        Assert.False(page.Has("main form"));
    }

    private async Task<PlanScene> Agreed(Func<PlanScene, PlanItemContent>? more = null)
    {
        product.Clock.Now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var scene = await PlanScene.Set(product);
        await scene.Meet(more is null ? [] : [more(scene)]);
        return scene;
    }

    private static Form Form(Page page, string line) => page.Form($"article:has(h3:contains('{line}')) form[action*='Say']");

    private static async Task<Page> Say(Visitor visitor, string follow, string line, string status, string? why = null)
    {
        var page = (await visitor.Open(follow)).ExpectOk();
        var form = Form(page, line);
        if (why is not null)
            form.Fill($"Why[{form.Value("Lineage")}]", why);
        return await visitor.Submit(form, $"button[value='{status}']");
    }

    private Task Remind() => product.Services.GetRequiredService<PlanReminders>().RemindDue(TestContext.Current.CancellationToken);

    private static Task<int> Mails(PlanScene scene, string person)
    {
        var (to, path) = (PlanScene.Person(person), scene.Plan + "/follow");
        return scene.With(db => db.Outbox.CountAsync(m => m.ToPersonId == to && m.Path == path));
    }

    public sealed class OnSqlite(SqliteDemo product) : FollowPlanTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : FollowPlanTests(product), IClassFixture<PostgresDemo>;
}
