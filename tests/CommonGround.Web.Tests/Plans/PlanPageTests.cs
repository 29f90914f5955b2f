using System.Net;
using System.Net.Http.Headers;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Plans;

public abstract class PlanPageTests(RunningProduct product)
{
    [Fact]
    public async Task Before_any_meeting_the_plan_is_empty_and_can_be_begun()
    {
        var scene = await PlanScene.Set(product);
        var sara = await product.SignInAs("sara");

        var page = (await sara.Open(scene.Plan)).ExpectOk();

        Assert.True(page.Has($"a[href='{scene.Plan}/edit']"));
    }

    [Theory]
    [InlineData("oskar")]
    [InlineData("jonas")]
    [InlineData("maria")]
    [InlineData("erik")]
    public async Task To_strangers_and_those_who_get_copies_the_plan_does_not_exist(string person)
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var visitor = await product.SignInAs(person);

        foreach (var path in new[] { "", "/edit", "/compare?from=1&to=1", "/paper.pdf", "/paper.txt", $"/hand-over/{scene.Party("jonas")}" })
            (await visitor.Open(scene.Plan + path)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_reads_what_they_may_and_no_more()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();

        var sara = (await (await product.SignInAs("sara")).Open(scene.Plan)).ExpectOk();
        var karin = (await (await product.SignInAs("karin")).Open(scene.Plan)).ExpectOk();
        var amina = (await (await product.SignInAs("amina")).Open(scene.Plan)).ExpectOk();

        Assert.Contains(PlanScene.Secret, sara.Html);
        Assert.Contains(PlanScene.Secret, karin.Html);
        Assert.DoesNotContain(PlanScene.Secret, amina.Html);
        Assert.All([sara, karin, amina], p => Assert.Contains("Own room after lunch", p.Html));
    }

    [Fact]
    public async Task A_page_costs_few_statements_and_is_told_in_the_access_log()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var karin = await product.SignInAs("karin");
        await karin.Open(scene.Plan);

        var page = (await karin.Open(scene.Plan)).ExpectOk();

        Assert.InRange(page.Sql.Count(s => !s.Text.Contains("-- policy") && !s.Text.Contains("-- sign-in") && !s.Text.Contains("access_")), 1, 6);
        var shown = await scene.With(db => db.AccessLog.Include(a => a.People).Where(a => a.What.Contains("ShowPlan")).ToListAsync());
        var kinds = shown.SelectMany(a => a.People).First(p => p.CaseId == scene.CaseId).Kinds;
        Assert.NotEqual(0, kinds & (1 << (int)InformationKind.Health));
        Assert.NotEqual(0, kinds & (1 << (int)InformationKind.Plan));
    }

    [Fact]
    public async Task A_version_is_made_in_the_form_without_losing_what_the_writer_may_not_see()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var amina = await product.SignInAs("amina");

        var edit = (await amina.Open(scene.Plan + "/edit")).ExpectOk();
        Assert.DoesNotContain(PlanScene.Secret, edit.Html);
        var added = await amina.Submit(edit.Form(), "button[value='Task']");
        var done = await amina.Submit(added.Form().Fill("Lines[3].Text", "Ask for a substitute").Fill("Lines[3].Owner", $"{scene.Party("karin")}").Fill("Lines[3].Due", "2026-04-01"));

        Assert.Equal(scene.Plan, done.ExpectOk().Address.AbsolutePath);
        Assert.Contains("Ask for a substitute", done.Html);
        Assert.Equal(5, await scene.With(db => db.Whole<PlanItem>().CountAsync(i => i.CaseId == scene.CaseId
            && db.PlanVersions.IgnoreQueryFilters(new[] { CommonGroundDb.SharingFilter }).Any(v => v.Id == i.PlanVersionId && v.Number == 2))));
        Assert.True(await scene.With(db => db.Journal.AnyAsync(e => e.StreamId == scene.CaseId && e.Event == "PlanVersionMade" && e.ActorPersonId == PlanScene.Person("amina"))));
    }

    [Fact]
    public async Task What_is_amiss_is_said_at_its_field_and_every_word_stays()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var amina = await product.SignInAs("amina");
        var edit = await amina.Open(scene.Plan + "/edit");
        var added = await amina.Submit(edit.Form(), "button[value='Task']");

        var page = await amina.Submit(added.Form().Fill("Lines[3].Text", "Ask for a substitute").Fill("Note", "after the call"));

        Assert.True(page.Has(".ds-error-summary a[href='#Lines_3__Owner']"));
        Assert.True(page.Has(".ds-error-summary a[href='#Lines_3__Due']"));
        Assert.Equal("Ask for a substitute", page.Form().Value("Lines[3].Text").Trim());
        Assert.Equal("after the call", page.Form().Value("Note"));
        Assert.Equal(1, await scene.With(db => db.Whole<PlanVersion>().CountAsync(v => v.CaseId == scene.CaseId)));
    }

    [Fact]
    public async Task Two_writers_one_wins_and_the_other_is_shown_both_texts_and_loses_none()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var (sara, amina) = (await product.SignInAs("sara"), await product.SignInAs("amina"));
        var (hers, theirs) = (await sara.Open(scene.Plan + "/edit"), await amina.Open(scene.Plan + "/edit"));

        await amina.Submit(theirs.Form().Fill("Lines[0].Text", "Half time before summer").Fill("Lines[2].Text", "A quiet room"));
        var both = (await sara.Submit(hers.Form().Fill("Lines[0].Text", "Half time, my own class").Fill("Lines[1].Text", "Three mornings")))
            .Expect(HttpStatusCode.Conflict);

        Assert.Contains("Half time before summer", both.Html);
        Assert.Contains("Half time, my own class", both.Html);
        Assert.Contains("A quiet room", both.Html);
        Assert.Contains("Three mornings", both.Html);
        // Both wrote the goal; the adjustment is hers alone, the step his.
        Assert.Single(both.Texts(".versions"));
        Assert.Contains("Amina Nord ändrade den här raden", both.Text("main"), StringComparison.Ordinal);
        var done = (await sara.Submit(both.Form())).ExpectOk();
        Assert.Contains("Half time, my own class", done.Html);
        Assert.Contains("A quiet room", done.Html);
        Assert.Contains("Three mornings", done.Html);
        Assert.Contains(PlanScene.Secret, done.Html);
        var compare = (await sara.Open(scene.Plan + "/compare?from=2&to=3")).ExpectOk();
        Assert.Contains("Half time before summer", compare.Html);
    }

    [Fact]
    public async Task A_form_that_names_another_case_changes_the_one_of_its_address()
    {
        var (own, other) = (await PlanScene.Set(product), await PlanScene.Set(product));
        await own.Meet();
        await other.Meet();
        var amina = await product.SignInAs("amina");
        using var sent = (await amina.Open(own.Plan + "/edit")).Form().Fill("Lines[0].Text", "Half time before summer").Request();
        sent.Headers.Add("Sec-Fetch-Site", "same-origin");
        var fields = await sent.Content!.ReadAsStringAsync();
        sent.Content = new StringContent($"caseId={other.CaseId}&{fields}&caseId={other.CaseId}", new MediaTypeHeaderValue("application/x-www-form-urlencoded"));

        (await amina.Send(sent)).ExpectOk();

        Assert.Equal(1, await other.With(db => db.Whole<PlanVersion>().CountAsync(v => v.CaseId == other.CaseId)));
        Assert.Equal(2, await own.With(db => db.Whole<PlanVersion>().CountAsync(v => v.CaseId == own.CaseId)));
    }

    [Fact]
    public async Task A_plan_saved_as_it_stood_is_no_new_version()
    {
        var scene = await PlanScene.Set(product);
        // What a meeting noted of them and their type has no part for.
        await scene.Meet(
            scene.Step with { LineageId = scene.Id(5), OwnerPartyId = scene.Party("sara") },
            scene.Adjustment with { LineageId = scene.Id(6), Type = PlanItemType.FollowUp, Due = new DateOnly(2026, 4, 1) });
        var sara = await product.SignInAs("sara");

        (await sara.Submit((await sara.Open(scene.Plan + "/edit")).Form())).ExpectOk();

        Assert.Equal(1, await scene.With(db => db.Whole<PlanVersion>().CountAsync(v => v.CaseId == scene.CaseId)));
    }

    [Fact]
    public async Task The_same_save_sent_twice_makes_one_version()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var sara = await product.SignInAs("sara");
        var form = (await sara.Open(scene.Plan + "/edit")).Form().Fill("Lines[0].Text", "Half time, my own class");

        await sara.Submit(form);
        (await sara.Submit(form)).ExpectOk();

        Assert.Equal(2, await scene.With(db => db.Whole<PlanVersion>().CountAsync(v => v.CaseId == scene.CaseId)));
    }

    [Fact]
    public async Task A_plan_that_all_said_yes_to_is_agreed_and_its_step_is_done()
    {
        var scene = await PlanScene.Set(product);

        await scene.Meet();

        Assert.True(await scene.With(db => db.Whole<PlanVersion>().AnyAsync(v => v.CaseId == scene.CaseId && v.AgreedAt != null)));
        Assert.True(await scene.With(db => db.Whole<Domain.Cases.StepState>().AnyAsync(s => s.CaseId == scene.CaseId && s.Key == "plan-agreed" && s.DoneAt != null)));
    }

    [Fact]
    public async Task An_edit_asks_only_whom_it_touches_and_their_yes_agrees_the_plan()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        await scene.ChangePlan("amina", (handler, change) => handler.Edit(change, 1, new PlanContent { Items = [scene.Step with { DegreeTo = 75 }] }));

        Assert.Equal(
            new[] { PartyRole.Citizen, PartyRole.Supervisor }.Order(),
            (await scene.With(db => db.Whole<StanceAsked>().Where(a => a.CaseId == scene.CaseId).Select(a => a.Role).ToListAsync())).Order());
        var sara = await product.SignInAs("sara");
        var asked = (await sara.Open(scene.Plan + "/stance")).ExpectOk();
        var refused = await sara.Submit(asked.Form().Choose("Position", "Reservation").Fill("Words", "too fast for me"));
        Assert.True(refused.Has(".ds-error-summary a[href='#WayForward']"));
        Assert.Equal("too fast for me", refused.Form().Value("Words").Trim());
        var said = (await sara.Submit(refused.Form().Fill("WayForward", "50 until Easter"))).ExpectOk();
        Assert.Contains("50 until Easter", said.Html);
    }

    public sealed class OnSqlite(SqliteDemo product) : PlanPageTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : PlanPageTests(product), IClassFixture<PostgresDemo>;
}
