using System.Net;
using System.Text;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Meetings;

public abstract class MinutesCopyTests(RunningProduct product)
{
    /// <summary>On the board, never put before Jonas.</summary>
    private const string Secret = "zebraflykt on the night shift";

    [Fact]
    public async Task Ending_HandsTheMinutes_ToWhoReadsCopies_WithWhatWasPutBeforeThem()
    {
        var scene = await Ended(readsCopies: true);

        var copy = Assert.Single(await Copies(scene, "jonas"));
        Assert.Equal((CopyOf.Minutes, 1, "sv"), (copy.Of, copy.PlanNumber, copy.Language));
        Assert.Equal(Guid.Parse(scene.Meeting.Split('/')[^1]), copy.MeetingId);
        var page = (await scene.Jonas.Open(Path(copy))).ExpectOk();
        var text = await scene.Jonas.Client.GetStringAsync(Path(copy) + ".txt", TestContext.Current.CancellationToken);
        var pdf = await scene.Jonas.Client.GetByteArrayAsync(Path(copy) + ".pdf", TestContext.Current.CancellationToken);

        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(pdf, 0, 4));
        foreach (var shown in new[] { page.Html, text })
        {
            Assert.Contains("Two mornings", shown, StringComparison.Ordinal);
            Assert.Contains("Mornings work.", shown, StringComparison.Ordinal);
            Assert.Contains("Region Norrstrand", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Stressmottagningen", shown, StringComparison.Ordinal);
        }

        var stored = await scene.With(db => db.Whole<CopyContent>().SingleAsync(c => c.CopyId == copy.Id));
        Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(stored.Document), StringComparison.Ordinal);
        Assert.NotNull((await Copies(scene, "jonas")).Single().ReceiptAt);
        Assert.True(await scene.With(db => db.Outbox.AnyAsync(m => m.ToPersonId == DemoFile.IdOf("jonas") && m.Path == Path(copy) && m.Template == "notice")));
        Assert.Null((await scene.With(db => AuditVerification.Verify(db, CancellationToken.None))).FirstBroken);
    }

    [Fact]
    public async Task TheCopy_StaysWithItsReader_WhenTheYesIsTakenBack_AndIsNobodyElses()
    {
        var scene = await Ended(readsCopies: true);
        var copy = Assert.Single(await Copies(scene, "jonas"));
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Change(c => c.Case.WithdrawConsent(c.Case.Consents[0].Id, ConsentWay.OwnPage, DemoFile.IdOf("sara"), c.Now).Error);
        product.Clock.Advance(TimeSpan.FromSeconds(1));

        (await scene.Jonas.Open(scene.Meeting + "/minutes")).Expect(HttpStatusCode.NotFound);
        Assert.Contains("Two mornings", (await scene.Jonas.Open(Path(copy))).ExpectOk().Html, StringComparison.Ordinal);
        foreach (var person in new[] { "amina", "maria", "erik", "oskar" })
            (await (await product.SignInAs(person)).Open(Path(copy))).Expect(HttpStatusCode.NotFound);
        Assert.Contains("Two mornings", (await scene.Sara.Open(Path(copy))).ExpectOk().Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAYesToReadCopies_NothingIsHandedOver_UntilThereIsOne()
    {
        var scene = await Ended(readsCopies: false);

        Assert.Empty(await Copies(scene, "jonas"));
        var refused = (await scene.Amina.Open(await HandOver(scene, "jonas"))).ExpectOk();
        Assert.False(refused.Has("main form"));
        Assert.DoesNotContain("Two mornings", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheInsurance_GetsWhatWasAgreedAndThePlanHasForThem_AndNothingThatASideSaid()
    {
        var scene = await Ended(readsCopies: true);
        await scene.Consent("maria", PartyRole.Caseworker, InformationKind.Contact, InformationKind.Plan, InformationKind.Work);
        var nothing = (await scene.Amina.Open(await HandOver(scene, "maria"))).ExpectOk();
        Assert.False(nothing.Has("main form"));

        await OpenInPlan(scene, "Two mornings");
        var preview = (await scene.Amina.Open(await HandOver(scene, "maria"))).ExpectOk();
        Assert.Contains("Two mornings", preview.Text("article"), StringComparison.Ordinal);
        var form = preview.Form();
        var given = (await scene.Amina.Submit(form)).ExpectOk();
        var again = (await scene.Amina.Submit(form)).ExpectOk();

        Assert.Equal((scene.Meeting + "/minutes", given.Address), (given.Address.AbsolutePath, again.Address));
        var copy = Assert.Single(await Copies(scene, "maria"), c => c.Of == CopyOf.Minutes);
        var read = (await (await product.SignInAs("maria")).Open(Path(copy))).ExpectOk();
        Assert.Contains("Two mornings", read.Html, StringComparison.Ordinal);
        foreach (var notTheirs in new[] { "Mornings work.", Secret, "One helper", "Room 3" })
            Assert.DoesNotContain(notTheirs, read.Html, StringComparison.Ordinal);
        Assert.Contains("Maria Holm", (await scene.Amina.Open(scene.Meeting + "/minutes")).Text("#copies-of"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasPreviewed_IsWhatLeaves_OrNothing()
    {
        var scene = await Ended(readsCopies: true);
        await scene.Consent("maria", PartyRole.Caseworker, InformationKind.Contact, InformationKind.Plan);
        await OpenInPlan(scene, "Two mornings");
        var form = (await scene.Amina.Open(await HandOver(scene, "maria"))).ExpectOk().Form();
        await OpenInPlan(scene, "One helper");

        var changed = (await scene.Amina.Submit(form)).ExpectOk();

        Assert.True(changed.Has(".ds-error-summary"));
        Assert.DoesNotContain(await Copies(scene, "maria"), c => c.Of == CopyOf.Minutes);
        Assert.Contains("One helper", changed.Text("article"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheCitizenAndTheCoordinator_HandOver_AndOnlyToWhoReadsCopies()
    {
        var scene = await Ended(readsCopies: true);
        await scene.Consent("lena", PartyRole.Companion, InformationKind.Contact, InformationKind.Plan);

        foreach (var person in new[] { "jonas", "erik", "oskar", "lena" })
            (await (await product.SignInAs(person)).Open(await HandOver(scene, "jonas"))).Expect(HttpStatusCode.NotFound);
        (await scene.Amina.Open(await HandOver(scene, "lena"))).Expect(HttpStatusCode.NotFound);
        (await scene.Amina.Open((await HandOver(scene, "jonas")).Replace(scene.Meeting.Split('/')[^1], Guid.CreateVersion7().ToString(), StringComparison.Ordinal)))
            .Expect(HttpStatusCode.NotFound);
        (await scene.Sara.Open(await HandOver(scene, "jonas"))).ExpectOk();
    }

    [Fact]
    public async Task TheCitizen_SeesWhoGotWhich_AndWhenItWasOpened_AndTakesItBack()
    {
        var scene = await Ended(readsCopies: true);
        var copy = Assert.Single(await Copies(scene, "jonas"));
        var minutes = (await scene.Sara.Open(scene.Meeting + "/minutes")).ExpectOk();
        Assert.True(minutes.Has($"#copies-of a[href='{Path(copy)}']"));
        var work = (await scene.Jonas.Open($"/work/{scene.CaseId}")).ExpectOk();
        Assert.True(work.Has($"#held a[href='{Path(copy)}']"));
        await scene.Jonas.Open(Path(copy));

        await scene.Sara.Submit((await scene.Sara.Open(Path(copy) + "/recall")).ExpectOk().Form());

        Assert.DoesNotContain("Two mornings", (await scene.Jonas.Open(Path(copy))).ExpectOk().Html, StringComparison.Ordinal);
        (await scene.Jonas.Open(Path(copy) + ".pdf")).Expect(HttpStatusCode.NotFound);
    }

    /// <summary>A meeting that ended in two agreements, with a point of each side and one that Jonas was never shown.</summary>
    private async Task<MeetingScene> Ended(bool readsCopies)
    {
        var scene = await (await MeetingScene.Set(product, readsCopies)).UnderWay();
        await scene.Put(scene.Sara, "Mornings work.");
        var sara = await scene.Party("sara");
        await scene.Change(c =>
        {
            var meeting = c.Db.Whole<Meeting>().Single(m => m.CaseId == scene.CaseId);
            c.Db.Add(meeting.AddPoint(sara, sara, Secret, InformationKind.Environment, c.Now).Value);
            return null;
        });
        foreach (var words in new[] { "Two mornings", "One helper" })
        {
            await scene.Agree(words);
            await scene.SayYes(scene.Sara);
            await scene.SayYes(scene.Jonas);
        }

        (await scene.Amina.Submit((await scene.Amina.Open(scene.Meeting + "/end")).ExpectOk().Form("form.next"))).ExpectOk();
        return scene;
    }

    /// <summary>Sara lets the insurance read one line of the plan.</summary>
    private static async Task OpenInPlan(MeetingScene scene, string words)
    {
        var page = (await scene.Sara.Open($"/cases/{scene.CaseId}/plan/edit")).ExpectOk();
        var line = page.Document.QuerySelectorAll("[name$='.Text']").Single(e => e.TextContent.Trim() == words || e.GetAttribute("value") == words)
            .GetAttribute("name")!.Replace(".Text", ".Readers", StringComparison.Ordinal);
        (await scene.Sara.Submit(page.Form().Fill(line, "WorkAndInsurance"))).ExpectOk();
    }

    private static async Task<string> HandOver(MeetingScene scene, string person) => $"{scene.Meeting}/minutes/hand-over/{await scene.Party(person)}";

    private static string Path(HandedOverCopy copy) => $"/cases/{copy.CaseId}/copies/{copy.Id}";

    private static Task<List<HandedOverCopy>> Copies(MeetingScene scene, string person) => scene.With(db => db.Whole<HandedOverCopy>()
        .Where(c => c.CaseId == scene.CaseId && c.RecipientPersonId == DemoFile.IdOf(person)).ToListAsync());

    public sealed class OnSqlite(SqliteDemo product) : MinutesCopyTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : MinutesCopyTests(product), IClassFixture<PostgresDemo>;
}
