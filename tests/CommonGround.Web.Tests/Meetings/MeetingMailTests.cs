using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Mail;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Meetings;

public abstract class MeetingMailTests(RunningProduct product)
{
    [Fact]
    public async Task Proposing_TellsEveryoneWhoIsAsked_Once_AndNotWhoProposes()
    {
        var scene = await MeetingScene.Set(product);
        var form = (await scene.Amina.Open($"/cases/{scene.CaseId}/meetings/propose")).ExpectOk().Form()
            .Fill("Input.Times[0]", "2026-03-10T13:00").Fill("Input.PlaceWords", "Room 3");

        await scene.Amina.Submit(form);
        await scene.Amina.Submit(form);

        Assert.Equal(["jonas", "sara"], await Told(scene));
    }

    [Fact]
    public async Task Proposing_WithoutATime_TellsNobody()
    {
        var scene = await MeetingScene.Set(product);

        await scene.Amina.Submit((await scene.Amina.Open($"/cases/{scene.CaseId}/meetings/propose")).Form());

        Assert.Empty(await Told(scene));
    }

    [Fact]
    public async Task TheMail_SaysNothing_InTheReadersLanguage()
    {
        var scene = await (await MeetingScene.Set(product)).Proposed();
        await scene.With(async db => await db.Persons.Where(p => p.Id == DemoFile.IdOf("jonas")).ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, "da")));
        await scene.Amina.Submit((await scene.Amina.Open(scene.Meeting)).Form("form[action*='Cancel']"));
        await scene.With(async db => await db.Persons.Where(p => p.Id == DemoFile.IdOf("jonas")).ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, "sv")));

        var messages = await scene.With(db => db.Outbox.Where(m => m.Path == scene.Meeting).ToListAsync());
        Assert.Contains(messages, m => m.Language == "da" && m.ToPersonId == DemoFile.IdOf("jonas"));
        var texts = product.Services.GetRequiredService<Texts>();
        foreach (var message in messages)
        {
            var to = await scene.With(db => db.Persons.SingleAsync(p => p.Id == message.ToPersonId));
            var letter = Letter.Of(message, to, "https://plan.example", texts);
            var said = letter.Subject + letter.Body;
            Assert.Contains("Amina Nord, Region Norrstrand", said, StringComparison.Ordinal);
            Assert.Equal(message.Language == "da", said.Contains("Der er noget til dig", StringComparison.Ordinal));
            foreach (var never in new[] { "Sara", "Lind", "Stress", "Room 3", "10 mar", "mötet", "møde", "13:00" })
                Assert.DoesNotContain(never, said, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task AnotherTime_IsToldToThoseWhoMustAnswer_AndAYesAloneToNobody()
    {
        var scene = await (await MeetingScene.Set(product)).Proposed();
        await Forget(scene);
        await scene.Sara.Submit((await scene.Sara.Open(scene.Meeting)).Form("form[action*='Answer']"), "button[value='Yes']");
        Assert.Empty(await Told(scene));

        var form = MeetingScene.Unchecked(await scene.Jonas.Open(scene.Meeting), "details form[action*='Answer']").Fill("suggestion", "2026-03-12T10:00");
        await scene.Jonas.Submit(form);
        await scene.Jonas.Submit(form);

        Assert.Equal(["amina", "sara"], await Told(scene));
    }

    [Fact]
    public async Task ATimeThatIsSettled_IsToldToTheOthers_Once()
    {
        var scene = await (await MeetingScene.Set(product)).Proposed();
        await scene.Sara.Submit((await scene.Sara.Open(scene.Meeting)).Form("form[action*='Answer']"), "button[value='Yes']");
        await Forget(scene);

        await scene.Jonas.Submit((await scene.Jonas.Open(scene.Meeting)).Form("form[action*='Answer']"), "button[value='Yes']");

        Assert.Equal(["amina", "sara"], await Told(scene));
    }

    [Fact]
    public async Task MovedAndCalledOff_AreTold_ToThoseWhomTheYesStillReaches()
    {
        var scene = await (await MeetingScene.Set(product)).Proposed();
        await Forget(scene);
        await scene.Amina.Submit(MeetingScene.Unchecked(await scene.Amina.Open(scene.Meeting), "form[action*='OtherTimes']").Fill("times", "2026-03-20T09:00"));
        Assert.Equal(["jonas", "sara"], await Told(scene));
        await Forget(scene);
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Change(c => c.Case.WithdrawConsent(c.Case.Consents[0].Id, ConsentWay.OwnPage, DemoFile.IdOf("sara"), c.Now).Error);
        product.Clock.Advance(TimeSpan.FromSeconds(1));

        await scene.Sara.Submit((await scene.Sara.Open(scene.Meeting)).Form("form[action*='Cancel']"));

        Assert.Equal(MeetingState.Cancelled, (await scene.With(db => db.Whole<Meeting>().SingleAsync(m => m.CaseId == scene.CaseId))).State);
        Assert.Equal(["amina"], await Told(scene));
    }

    [Fact]
    public async Task WhoeverHasNoAddress_IsToldNothing()
    {
        var scene = await MeetingScene.Set(product);
        await scene.With(async db => await db.Persons.Where(p => p.Id == DemoFile.IdOf("jonas")).ExecuteUpdateAsync(set => set.SetProperty(p => p.Email, (string?)null)));

        await scene.Proposed();

        Assert.Equal(["sara"], await Told(scene));
        await scene.With(async db => await db.Persons.Where(p => p.Id == DemoFile.IdOf("jonas")).ExecuteUpdateAsync(set => set.SetProperty(p => p.Email, "jonas.ek@kommun.example")));
    }

    private static async Task<string[]> Told(MeetingScene scene)
    {
        var told = await scene.With(db => db.Outbox.Where(m => m.Path.StartsWith($"/cases/{scene.CaseId}/meetings/") && m.Template == "notice").Select(m => m.ToPersonId).ToListAsync());
        return [.. told.Select(id => new[] { "amina", "jonas", "sara" }.Single(key => DemoFile.IdOf(key) == id)).Order(StringComparer.Ordinal)];
    }

    private static Task<int> Forget(MeetingScene scene) => scene.With(db => db.Outbox.Where(m => m.Path == scene.Meeting).ExecuteDeleteAsync());

    public sealed class OnSqlite(SqliteDemo product) : MeetingMailTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : MeetingMailTests(product), IClassFixture<PostgresDemo>;
}
