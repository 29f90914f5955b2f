using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>When a step is held, and that a case does without one: those who take part see it, others do not.</summary>
public abstract class SettleStepTests(RunningProduct product)
{
    [Fact]
    public async Task Book_TheSupervisorsTalk_StandsOnTheirPage_AndInNobodyElsesMail()
    {
        var scene = await CaseScene.Open(product);
        await scene.SayYesToJonas(await scene.As("sara"), [InformationKind.Work], "Talks");
        var amina = await scene.As("amina");
        var page = await amina.Follow(await amina.Open($"/cases/{scene.CaseId}/steps"), "a[href$='/steps/interview-supervisor']");

        var past = await amina.Submit(page.Form("form[action*='Book']").Fill("At", "2020-01-01T10:00"));
        Assert.True(past.Has("#errors a[href='#At']"));
        var done = await amina.Submit(past.Form("form[action*='Book']").Fill("At", "2030-01-10T10:00").Choose("Place", "Video"));

        Assert.Equal($"/cases/{scene.CaseId}/steps", done.ExpectOk().Address.AbsolutePath);
        Assert.Contains("10 jan, 10.00, på video", done.Text());
        Assert.Contains("torsdag 10 januari, 10.00, på video", (await (await scene.As("jonas")).Open($"/work/{scene.CaseId}")).ExpectOk().Text());
        var told = await scene.Read(db => db.Outbox.Where(m => m.Path.EndsWith(scene.CaseId.ToString()) && m.Template == "notice").ToListAsync());
        Assert.Equal([CaseScene.Jonas], told.Select(m => m.ToPersonId).Distinct());
        Assert.All(told, m => Assert.Equal($"/work/{scene.CaseId}", m.Path));
    }

    [Fact]
    public async Task Book_TheCitizensTalk_IsNothingToTheSupervisor()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, InformationKind.Work);
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.Step("start")!.Complete(change.Now);
            return "/";
        });
        var amina = await scene.As("amina");
        var page = await amina.Open($"/cases/{scene.CaseId}/steps/interview-citizen");

        await amina.Submit(page.Form("form[action*='Book']").Fill("At", "2030-01-11T13:30").Choose("Place", "Phone"));

        Assert.Contains("fredag 11 januari, 13.30, på telefon", (await sara.Open($"/my/{scene.CaseId}")).ExpectOk().Text());
        Assert.DoesNotContain("13.30", (await (await scene.As("jonas")).Open($"/work/{scene.CaseId}")).ExpectOk().Text());
        var state = await State(scene, "interview-citizen");
        Assert.Equal((new DateTime(2030, 1, 11, 12, 30, 0), MeetingPlace.Phone), (state.PlannedAt, state.PlannedPlace));
        Assert.False(await scene.Read(db => db.Grants.AnyAsync(g => g.ItemId == state.Id && g.PersonId == CaseScene.Jonas)));
    }

    /// <summary>Nobody at the workplace is spoken with before the citizen's yes: their page would say that it was done.</summary>
    [Fact]
    public async Task WithoutTheCitizensYes_TheSupervisorsTalk_IsNeitherBookedNorHeld()
    {
        var scene = await CaseScene.Open(product);
        var (sara, amina) = (await scene.As("sara"), await scene.As("amina"));
        await scene.SayYesToJonas(sara, [InformationKind.Work], "Talks");
        var address = $"/cases/{scene.CaseId}/steps/interview-supervisor";
        var page = (await amina.Open(address)).ExpectOk();
        await amina.Submit(page.Form("form[action*='Book']").Fill("At", "2030-01-10T10:00").Choose("Place", "Video"));
        var before = (await amina.Open(address)).ExpectOk();
        Assert.Contains("Bokat: ", before.Text());
        var yes = await scene.Read(db => db.Consents.Where(c => c.CaseId == scene.CaseId).Select(c => c.Id).SingleAsync());
        (await sara.Submit((await sara.Open($"/my/{scene.CaseId}/sharing/withdraw/{yes}")).Form())).ExpectOk();

        var held = await amina.Submit(before.Form("form[action*='Hold']"));
        var booked = await amina.Submit(before.Form("form[action*='Book']").Fill("At", "2030-01-11T10:00"));

        Assert.All([held, booked], refused => Assert.Contains("Det finns inget ja", refused.Text("#errors")));
        Assert.False(held.Has("form[action*='Hold'], form[action*='Book']"));
        Assert.Contains("väntar på ett ja", held.Text());
        var state = await State(scene, "interview-supervisor");
        Assert.Equal((null, new DateTime(2030, 1, 10, 9, 0, 0)), (state.DoneAt, state.PlannedAt));
        var row = (await amina.Open($"/cases/{scene.CaseId}/steps")).Text("#interview-supervisor");
        Assert.Contains("ja till kontakt med arbetsplatsen. ", row);
        Assert.Contains("Bokat10 jan", row);
        Assert.DoesNotContain("arbetsplatsen., ", row);
    }

    [Fact]
    public async Task LeaveOut_AndTakeUpAgain_TheCaseGoesOnWithoutIt_AndSaysWhy()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        var page = await amina.Open($"/cases/{scene.CaseId}/steps/interview-supervisor");

        var without = await amina.Submit(page.Form("form[action*='LeaveOut']"));
        Assert.True(without.Has("#errors a[href='#Because']"));
        var done = await amina.Submit(without.Form("form[action*='LeaveOut']").Choose("Because", "CitizenSaidNo"));

        Assert.Contains("Behövs inte", done.ExpectOk().Text("#interview-supervisor"));
        Assert.Equal(LeftOutBecause.CitizenSaidNo, (await State(scene, "interview-supervisor")).LeftOutBecause);
        Assert.True(await scene.Read(db => db.Journal.AnyAsync(e => e.StreamId == scene.CaseId && e.Event == "StepLeftOut")));
        var again = await amina.Follow(done, "a[href$='/steps/interview-supervisor']");
        Assert.Contains("Den som är sjukskriven vill inte", again.Text());
        await amina.Submit(again.Form("form[action*='TakeUp']"));
        Assert.Null((await State(scene, "interview-supervisor")).LeftOutAt);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("no-such-step")]
    public async Task Open_AStepThatIsNotToBeSettled_DoesNotExist(string key)
    {
        var scene = await CaseScene.Open(product);

        (await (await scene.As("amina")).Open($"/cases/{scene.CaseId}/steps/{key}")).Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("karin")]
    [InlineData("sara")]
    [InlineData("oskar")]
    public async Task Open_ByOthersThanTheCoordinator_DoesNotExist(string person)
    {
        var scene = await CaseScene.Open(product);

        (await (await scene.As(person)).Open($"/cases/{scene.CaseId}/steps/interview-citizen")).Expect(HttpStatusCode.NotFound);
    }

    private static Task<StepState> State(CaseScene scene, string key) =>
        scene.Read(db => db.Whole<StepState>().SingleAsync(s => s.CaseId == scene.CaseId && s.Key == key));

    public sealed class OnSqlite(SqliteDemo product) : SettleStepTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : SettleStepTests(product), IClassFixture<PostgresDemo>;
}
