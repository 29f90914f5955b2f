using System.Net;
using System.Text;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Shared.Seen;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Plans;

public abstract class CopyTests(RunningProduct product)
{
    private const string CareOnly = "call the clinic on Mondays";

    [Fact]
    public async Task Each_copy_of_a_version_is_told_of_and_a_stance_on_an_older_one_says_what_it_waits_for()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var copies = await scene.With(db => db.Whole<HandedOverCopy>().AsNoTracking().Where(c => c.CaseId == scene.CaseId && c.PlanNumber == 1).ToListAsync());
        Assert.Equal(2, copies.EachOnce(copy => copy, _ => "Plan, version 1").Count());
        await scene.ChangePlan("amina", (handler, change) => handler.Edit(change, 1, new PlanContent { Items = [scene.Goal with { Text = "Half time before summer" }] }));
        var jonas = await product.SignInAs("jonas");

        var page = await jonas.Submit((await jonas.Open(scene.Plan + "/stance")).Form().Choose("Position", "Agrees").Fill("Words", "Bra så."));

        Assert.Contains("väntar på den det gäller", page.Text("#errors"), StringComparison.Ordinal);
        Assert.Contains("Bra så.", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_says_of_each_where_they_stand_on_what_it_says_and_of_whom_it_asks_that_they_are_asked()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        await scene.ChangePlan("amina", (handler, change) => handler.Edit(change, 1, new PlanContent { Items = [scene.Step with { DegreeTo = 75 }] }));
        var sara = await product.SignInAs("sara");
        (await sara.Submit((await sara.Open(scene.Plan + "/stance")).ExpectOk().Form().Choose("Position", "Agrees"))).ExpectOk();

        var copy = await scene.With(db => db.Whole<HandedOverCopy>().Where(c => c.CaseId == scene.CaseId && c.PlanNumber == 2 && c.RecipientPersonId == PlanScene.Person("jonas"))
            .Select(c => c.Id).SingleAsync());
        var text = (await (await product.SignInAs("jonas")).Open($"/cases/{scene.CaseId}/copies/{copy}")).ExpectOk().Text("main");

        Assert.Contains("Jonas Ek, Cheftillfrågad om det som är nytt eller ändrat", text, StringComparison.Ordinal);
        Assert.Contains("Sara Lind, Sjukskrivenär med på det", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_hands_a_copy_to_each_who_may_have_it_with_only_their_lines()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet(ForCareOnly(scene));

        var jonas = (await (await product.SignInAs("jonas")).Open(await CopyOf(scene, "jonas"))).ExpectOk();
        var maria = (await (await product.SignInAs("maria")).Open(await CopyOf(scene, "maria"))).ExpectOk();

        Assert.Contains("Own room after lunch", jonas.Html);
        Assert.Contains("Back to my own job", jonas.Html);
        Assert.Contains("Back to my own job", maria.Html);
        Assert.DoesNotContain("Own room after lunch", maria.Html);
        Assert.All([jonas, maria], p => Assert.DoesNotContain(PlanScene.Secret, p.Html));
        Assert.All([jonas, maria], p => Assert.DoesNotContain(CareOnly, p.Html));
    }

    [Fact]
    public async Task A_workplace_copy_names_no_unit_and_nobody_who_treats_in_any_form()
    {
        var scene = await PlanScene.Set(product);
        var byDoctor = ForCareOnly(scene) with { Text = "Sends the certificate", Audience = PlanAudience.Workplace };
        await scene.Meet(byDoctor);
        var jonas = await product.SignInAs("jonas");
        var copy = await CopyOf(scene, "jonas");

        var page = (await jonas.Open(copy)).ExpectOk();
        var text = await jonas.Client.GetStringAsync(copy + ".txt", TestContext.Current.CancellationToken);
        var pdf = await jonas.Client.GetByteArrayAsync(copy + ".pdf", TestContext.Current.CancellationToken);

        Assert.Contains("Sends the certificate", text);
        Assert.Contains("Region Norrstrand", text);
        foreach (var shown in new[] { page.Html, text })
        {
            Assert.DoesNotContain("Karin", shown);
            Assert.DoesNotContain("Stressmottagningen", shown);
            Assert.DoesNotContain(PlanScene.Secret, shown);
        }

        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(pdf, 0, 4));
    }

    [Fact]
    public async Task Opening_a_copy_is_the_receipt_and_is_told_in_the_access_log()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var copy = await CopyOf(scene, "jonas");
        Assert.Null(await Receipt(scene));

        await (await product.SignInAs("jonas")).Open(copy);

        Assert.NotNull(await Receipt(scene));
        Assert.True(await scene.With(db => db.AccessLog.AnyAsync(a => a.ViewerPersonId == PlanScene.Person("jonas") && a.Permitted
            && a.People.Any(p => p.CaseId == scene.CaseId && (p.Kinds & (1 << (int)InformationKind.Plan)) != 0))));
        Assert.True(await scene.With(db => db.Journal.AnyAsync(e => e.StreamId == scene.CaseId && e.Event == "CopyOpened")));
    }

    [Fact]
    public async Task To_anyone_else_a_copy_does_not_exist_and_the_attempt_is_told()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var copy = await CopyOf(scene, "jonas");

        foreach (var person in new[] { "maria", "oskar", "amina", "karin" })
            (await (await product.SignInAs(person)).Open(copy)).Expect(HttpStatusCode.NotFound);

        Assert.Equal(4, await scene.With(db => db.AccessLog.CountAsync(a => !a.Permitted && a.People.Any(p => p.CaseId == scene.CaseId))));
        Assert.Null(await Receipt(scene));
    }

    [Fact]
    public async Task Withdrawal_stops_new_copies_and_what_was_handed_over_stays()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var copy = await CopyOf(scene, "jonas");
        await scene.Withdraw("jonas");

        await scene.ChangePlan("sara", (handler, change) => handler.Edit(change, 1, new PlanContent { Items = [scene.Step with { Text = "One morning" }] }));

        Assert.Equal(1, await scene.With(db => db.Whole<HandedOverCopy>().CountAsync(c => c.CaseId == scene.CaseId && c.RecipientPersonId == PlanScene.Person("jonas"))));
        var jonas = await product.SignInAs("jonas");
        Assert.Contains("Two mornings", (await jonas.Open(copy)).ExpectOk().Html);
        await scene.EndPart("jonas");
        Assert.Contains("Two mornings", (await jonas.Open(copy)).ExpectOk().Html);
        (await jonas.Open($"{scene.Plan}/stance")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_copy_waits_until_the_citizen_has_said_yes()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();

        await scene.ChangePlan("amina", (handler, change) => handler.Edit(change, 1, new PlanContent { Items = [scene.Step with { Text = "One morning" }] }));
        Assert.Equal(1, await Count(scene, "jonas"));
        await scene.ChangePlan("sara", (handler, change) => handler.Say(change, 2, new StanceTaken(StancePosition.Agrees)));

        Assert.Equal(2, await Count(scene, "jonas"));
    }

    [Fact]
    public async Task Without_a_yes_to_share_the_plan_there_is_no_copy()
    {
        var scene = await PlanScene.Set(product, consents: false);
        await scene.Consent("jonas", PartyRole.Supervisor, InformationKind.Contact);
        await scene.Consent("maria", PartyRole.Caseworker, InformationKind.Contact, InformationKind.Plan);

        await scene.Meet();

        Assert.Equal((0, 1), (await Count(scene, "jonas"), await Count(scene, "maria")));
    }

    [Fact]
    public async Task A_supervisor_stands_to_their_copy_and_the_caseworker_does_not_agree_in_advance()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var jonas = await product.SignInAs("jonas");

        var form = (await jonas.Open(scene.Plan + "/stance")).ExpectOk();
        Assert.DoesNotContain(PlanScene.Secret, form.Html);
        var said = (await jonas.Submit(form.Form().Choose("Position", "Disagrees").Fill("Words", "no room before April").Fill("Line", $"{scene.Id(3)}"))).ExpectOk();

        Assert.StartsWith($"/cases/{scene.CaseId}/copies/", said.Address.AbsolutePath);
        Assert.Contains("no room before April", (await (await product.SignInAs("amina")).Open(scene.Plan)).Html);
        var maria = await (await product.SignInAs("maria")).Open(scene.Plan + "/stance");
        Assert.False(maria.Has("input[value='Agrees']"));
        Assert.True(maria.Has("input[value='Question']"));
    }

    [Fact]
    public async Task A_stance_on_a_line_that_is_not_in_the_copy_is_refused()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var jonas = await product.SignInAs("jonas");
        var form = await jonas.Open(scene.Plan + "/stance");
        var request = form.Form().Choose("Position", "Agrees").Request();
        var body = await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken);
        request.Content = new StringContent(body.Replace("Line=", $"Line={scene.Id(4)}"), Encoding.UTF8, "application/x-www-form-urlencoded");

        await jonas.Send(request);

        Assert.False(await scene.With(db => db.Whole<Stance>().AnyAsync(s => s.CaseId == scene.CaseId && s.LineageId == scene.Id(4))));
    }

    [Fact]
    public async Task The_citizen_previews_hands_over_sees_the_receipt_and_takes_back()
    {
        var scene = await PlanScene.Set(product, consents: false);
        await scene.Consent("jonas", PartyRole.Supervisor, InformationKind.Contact);
        await scene.Meet();
        await scene.Consent("jonas", PartyRole.Supervisor);
        var sara = await product.SignInAs("sara");

        var preview = (await sara.Open($"{scene.Plan}/hand-over/{scene.Party("jonas")}")).ExpectOk();
        Assert.Contains("Own room after lunch", preview.Html);
        Assert.DoesNotContain(PlanScene.Secret, preview.Html);
        var given = (await sara.Submit(preview.Form())).ExpectOk();
        var copy = await CopyOf(scene, "jonas");
        Assert.True(given.Has($"a[href='{copy}']"));

        await sara.Submit((await sara.Open(copy + "/recall")).ExpectOk().Form());
        var jonas = await product.SignInAs("jonas");
        var recalled = (await jonas.Open(copy)).ExpectOk();
        Assert.DoesNotContain("Own room after lunch", recalled.Html);
        (await jonas.Open(copy + ".txt")).Expect(HttpStatusCode.NotFound);
    }

    private static PlanItemContent ForCareOnly(PlanScene scene) => new()
    {
        LineageId = scene.Id(9), Type = PlanItemType.Task, Text = CareOnly, OwnerPartyId = scene.Party("karin"), Due = new DateOnly(2026, 4, 1),
    };

    private static async Task<string> CopyOf(PlanScene scene, string person) => $"/cases/{scene.CaseId}/copies/" + await scene.With(db =>
        db.Whole<HandedOverCopy>().Where(c => c.CaseId == scene.CaseId && c.RecipientPersonId == PlanScene.Person(person))
            .OrderByDescending(c => c.HandedAt).Select(c => c.Id).FirstAsync());

    private static Task<DateTime?> Receipt(PlanScene scene) => scene.With(db => db.Whole<HandedOverCopy>()
        .Where(c => c.CaseId == scene.CaseId && c.RecipientPersonId == PlanScene.Person("jonas")).Select(c => c.ReceiptAt).SingleAsync());

    private static Task<int> Count(PlanScene scene, string person) => scene.With(db => db.Whole<HandedOverCopy>()
        .CountAsync(c => c.CaseId == scene.CaseId && c.RecipientPersonId == PlanScene.Person(person)));

    public sealed class OnSqlite(SqliteDemo product) : CopyTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : CopyTests(product), IClassFixture<PostgresDemo>;
}
