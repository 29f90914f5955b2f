using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Meetings;

public abstract class MeetingTests(RunningProduct product)
{
    [Theory]
    [InlineData("")]
    [InlineData("/board")]
    [InlineData("/agenda")]
    [InlineData("/live")]
    [InlineData("/end")]
    [InlineData("/minutes")]
    [InlineData("/board/pause")]
    public async Task AStranger_FindsNoMeeting(string page)
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();

        foreach (var person in new[] { "oskar", "erik", "lena" })
            (await (await product.SignInAs(person)).Open(scene.Meeting + page)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheCitizen_WithAMeetingOfAnotherCase_FindsNothing()
    {
        var one = await (await MeetingScene.Set(product)).Proposed();
        var other = await MeetingScene.Set(product);

        (await one.Sara.Open(one.Meeting.Replace(one.CaseId.ToString(), other.CaseId.ToString(), StringComparison.Ordinal))).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheSupervisor_BeforeTheCitizensYes_CannotBeAsked()
    {
        var scene = await MeetingScene.Set(product);
        await scene.Change(c => c.Case.WithdrawConsent(c.Case.Consents[0].Id, ConsentWay.OwnPage, c.Case.CitizenPersonId, c.Now).Error);

        var page = await scene.Amina.Open($"/cases/{scene.CaseId}/meetings/propose");

        Assert.DoesNotContain("Jonas", page.Text(), StringComparison.Ordinal);
        Assert.True(page.Has(".callout.heed"));
    }

    [Fact]
    public async Task Propose_WithoutATime_KeepsTheWords()
    {
        var scene = await MeetingScene.Set(product);
        var page = await scene.Amina.Open($"/cases/{scene.CaseId}/meetings/propose");

        var again = (await scene.Amina.Submit(page.Form().Fill("Input.PlaceWords", "Room 3"))).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("Room 3", again.Form().Value("Input.PlaceWords"));
        Assert.True(again.Has(".ds-error-summary"));
        Assert.Equal(0, await scene.With(db => db.Whole<Meeting>().CountAsync(m => m.CaseId == scene.CaseId)));
    }

    [Theory]
    [InlineData("Cancel")]
    [InlineData("OtherTimes")]
    public async Task AMeeting_CalledOffOrMoved_LeavesNoTimeOnTheProgrammesStep(string how)
    {
        var scene = await (await MeetingScene.Set(product)).Proposed();
        foreach (var visitor in new[] { scene.Sara, scene.Jonas })
            await visitor.Submit((await visitor.Open(scene.Meeting)).Form("form[action*='Answer']"), "button[value='Yes']");
        Assert.NotNull((await Step()).PlannedAt);

        var form = MeetingScene.Unchecked((await scene.Amina.Open(scene.Meeting)).ExpectOk(), $"form[action*='{how}']");
        (await scene.Amina.Submit(how == "OtherTimes" ? form.Fill("times", "2026-03-17T13:00") : form)).ExpectOk();

        Assert.Null((await Step()).PlannedAt);

        Task<StepState> Step() => scene.With(db => db.Whole<StepState>().AsNoTracking().SingleAsync(s => s.CaseId == scene.CaseId && s.Key == "meeting"));
    }

    [Fact]
    public async Task AMeetingThatGoesOn_IsOneStepAway_ForEveryoneInIt()
    {
        var scene = await (await MeetingScene.Set(product, readsCopies: true)).UnderWay();

        Assert.True((await scene.Sara.Open($"/my/{scene.CaseId}")).ExpectOk().Has($"a[href='{scene.Board}']"));
        Assert.True((await scene.Jonas.Open($"/work/{scene.CaseId}")).ExpectOk().Has($"a[href='{scene.Board}']"));
        Assert.True((await scene.Amina.Open("/for-me")).ExpectOk().Has($"a[href='{scene.Board}']"));
    }

    [Fact]
    public async Task BothSayYesToATime_AndTheProgrammesStepIsPlanned()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();

        var step = await scene.With(db => db.Cases.Where(c => c.Id == scene.CaseId).SelectMany(c => c.Steps)
            .IgnoreQueryFilters([CommonGroundDb.SharingFilter]).SingleAsync(s => s.Key == "meeting"));

        Assert.Equal(new DateTime(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc), step.PlannedAt);
        Assert.True(await scene.With(db => db.Journal.AnyAsync(e => e.StreamId == scene.CaseId && e.Event == "MeetingAgreed")));
    }

    [Fact]
    public async Task APoint_IsPreviewedBeforeItIsKept_AndThenReadByTheOtherSide()
    {
        var scene = await (await MeetingScene.Set(product)).Proposed();
        var page = await scene.Sara.Open(scene.Meeting);

        var preview = await scene.Sara.Submit(page.Form("form[action*='Preview']").Fill("Point.Text", "Mornings work."));
        Assert.Contains("Mornings work.", preview.Text("section.next"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mornings work.", (await scene.Jonas.Open(scene.Meeting)).Text(), StringComparison.Ordinal);
        await scene.Sara.Submit(preview.Form("section.next form"));

        Assert.Contains("Mornings work.", (await scene.Jonas.Open(scene.Meeting)).Text("#points"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsPutDownForTheManager_AreNotReadByWhoeverElseComes()
    {
        var scene = await MeetingScene.Set(product);
        var points = (await scene.Sara.Open($"/my/{scene.CaseId}/interview/points")).ExpectOk().Form("form:has([name='Points[0].Text'])");
        var look = (await scene.Sara.Submit(points.Fill("Points[0].Text", "Mornings work.").Choose("Points[0].Chosen"), "button[value='look']")).ExpectOk();
        (await scene.Sara.Submit(look.Form("form:has(button[value='put'])"), "button[value='put']")).ExpectOk();
        await scene.Change(c => c.Case.GiveConsent(
            new ConsentGiven(DemoFile.IdOf("maria"), PartyRole.Caseworker, new HashSet<InformationKind> { InformationKind.Contact, InformationKind.Work },
                new HashSet<Purpose> { Purpose.Coordination, Purpose.Meeting }, null, ConsentWay.OwnPage, "words", "sv", DemoFile.IdOf("sara")), c.Now).Error);
        var maria = await scene.With(db => db.Whole<Party>().SingleAsync(p => p.CaseId == scene.CaseId && p.Role == PartyRole.Caseworker));
        var propose = (await scene.Amina.Open($"/cases/{scene.CaseId}/meetings/propose")).ExpectOk();
        Assert.False(propose.Has($"input[value='{maria.Id}'][checked]"));

        var meeting = (await scene.Amina.Submit(propose.Form().Choose("Input.Who", maria.Id.ToString()).Fill("Input.Times[0]", "2026-03-10T13:00"))).ExpectOk().Address.AbsolutePath;

        Assert.Contains("Mornings work.", (await scene.Jonas.Open(meeting)).ExpectOk().Text("#points"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mornings work.", (await (await product.SignInAs("maria")).Open(meeting)).ExpectOk().Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSupervisor_SeesOnlyWhatWasPutBeforeThem()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        await scene.Put(scene.Sara, "Mornings work.");
        var sara = await scene.With(db => db.Whole<Party>().SingleAsync(p => p.CaseId == scene.CaseId && p.Role == PartyRole.Citizen));
        var meetingId = Guid.Parse(scene.Meeting.Split('/')[^1]);
        await scene.Change(c =>
        {
            // On the board, but never released to anyone.
            var meeting = c.Db.Whole<Meeting>().Single(m => m.Id == meetingId);
            c.Db.Add(meeting.AddPoint(sara.Id, sara.Id, "Not yet for Jonas.", InformationKind.Environment, c.Now).Value);
            return null;
        });

        var jonas = await scene.Jonas.Open(scene.Board);

        Assert.Contains("Mornings work.", jonas.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Not yet for Jonas.", jonas.Html, StringComparison.Ordinal);
        Assert.Contains("Not yet for Jonas.", (await scene.Sara.Open(scene.Board)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithdrawnConsent_ClosesTheBoardAtTheNextRequest()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        var open = (await scene.Jonas.Open(scene.Board)).ExpectOk();
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Change(c => c.Case.WithdrawConsent(c.Case.Consents[0].Id, ConsentWay.OwnPage, c.Case.CitizenPersonId, c.Now).Error);
        product.Clock.Advance(TimeSpan.FromSeconds(1));

        (await scene.Jonas.Open(scene.Board)).Expect(HttpStatusCode.NotFound);
        // What was being written is theirs to copy.
        var closed = (await scene.Jonas.Submit(open.Form("form[action*='handler=Point']").Fill("Point.Text", "We can do two mornings."))).Expect(HttpStatusCode.NotFound);
        Assert.Contains("We can do two mornings.", closed.Text("main"), StringComparison.Ordinal);
        Assert.False(closed.Has("main form"));
        (await scene.Jonas.Submit(open.Form("form[action*='handler=Point']").Fill("Point.Text", "Still me"))).Expect(HttpStatusCode.NotFound);
        (await scene.Jonas.Open(scene.Meeting + "/live")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnAgreementTakenOffWhileItIsWordedAnew_LosesNoWord_AndCanBePutThereAgain()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        var board = await scene.Agree("Two mornings a week");
        var edit = board.Element<AngleSharp.Html.Dom.IHtmlAnchorElement>("#common a[href*='agreements']").Href;
        var opened = await scene.Amina.Open(edit);
        await scene.Amina.Submit((await scene.Amina.Open(edit)).Form("form[action*='Remove']"));

        var gone = await scene.Amina.Submit(opened.Form("form:has([name='Terms.Text'])").Fill("Terms.Text", "Three mornings a week"));
        var again = await scene.Amina.Submit(gone.Form("form:has([name='Terms.Text'])"));

        Assert.Equal(HttpStatusCode.Conflict, gone.Status);
        Assert.Contains("Three mornings a week", again.ExpectOk().Text("#common"));
        Assert.DoesNotContain("Two mornings", again.Text("#common"));
    }

    [Fact]
    public async Task TwoWritersOnOneAgreement_TheSecondIsShownBoth_AndCanKeepTheirs()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        var board = await scene.Agree("Two mornings");
        var edit = board.Element<AngleSharp.Html.Dom.IHtmlAnchorElement>("#common a[href*='agreements']").Href;
        var (first, second) = (await scene.Amina.Open(edit), await scene.Amina.Open(edit));

        await scene.Amina.Submit(first.Form("form.form").Fill("Terms.Text", "Three mornings"));
        var conflict = (await scene.Amina.Submit(second.Form("form.form").Fill("Terms.Text", "Two afternoons"))).Expect(HttpStatusCode.Conflict);

        Assert.Contains("Three mornings", conflict.Text(".versions"), StringComparison.Ordinal);
        Assert.Contains("Two afternoons", conflict.Text(".versions"), StringComparison.Ordinal);
        var kept = await scene.Amina.Submit(conflict.Form(".actions form"));
        Assert.Contains("Two afternoons", kept.ExpectOk().Text("#common"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AYesToOldWords_IsRefused()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        var board = await scene.Agree("Two mornings");
        var old = (await scene.Jonas.Open(scene.Board)).Form("form[action*='handler=Yes']");
        var edit = await scene.Amina.Open(board.Element<AngleSharp.Html.Dom.IHtmlAnchorElement>("#common a[href*='agreements']").Href);
        await scene.Amina.Submit(edit.Form("form.form").Fill("Terms.Text", "Five mornings"));

        (await scene.Jonas.Submit(old)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Empty((await scene.With(db => db.Whole<Agreement>().SingleAsync(a => a.CaseId == scene.CaseId))).Yeses);
    }

    [Fact]
    public async Task ThePause_StandsForAll_AndTheCitizenGoesOn()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        var ask = await scene.Sara.Open(scene.Board + "/pause");
        await scene.Sara.Submit(ask.Form());

        var jonas = await scene.Jonas.Open(scene.Board);
        Assert.True(jonas.Has(".callout.support"));
        Assert.False(jonas.Has("form[action*='handler=Point']"));
        var quiet = await scene.Sara.Open(scene.Board + "/pause");
        await scene.Sara.Submit(quiet.Form("form[action*='Resume']"));

        Assert.True((await scene.Jonas.Open(scene.Board)).Has("form[action*='handler=Point']"));
    }

    [Fact]
    public async Task Parts_GiveOnlyWhatChanges_AndOfTheFormsTheOneThatWasSent()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();

        var rows = (await scene.Amina.Open(scene.Board + "?parts=rows")).ExpectOk();
        var mine = (await scene.Amina.Open(scene.Board + "?parts=agreement")).ExpectOk();

        Assert.DoesNotContain("<html", rows.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Terms.Text", rows.Html, StringComparison.Ordinal);
        Assert.Contains("Terms.Text", mine.Html, StringComparison.Ordinal);
        foreach (var other in new[] { "Differ.Text", "Later.Text", "Point.Text" })
            Assert.DoesNotContain(other, mine.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Terms.Text", (await scene.Sara.Open(scene.Board + "?parts=agreement")).ExpectOk().Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheBoard_IsAConstantNumberOfStatements_AndIsInTheAccessLog()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        await scene.Agree("Two mornings");
        var few = (await scene.Jonas.Open(scene.Board)).Sql.Count;
        for (var i = 0; i < 4; i++)
            await scene.Put(scene.Sara, $"Point {i}");

        Assert.Equal(few, (await scene.Jonas.Open(scene.Board)).Sql.Count);
        var looked = await scene.With(db => db.AccessLog.Include(e => e.People).Where(e => e.ViewerPersonId == DemoFile.IdOf("jonas")
            && e.What.EndsWith("HoldMeeting/Board")).ToListAsync());
        Assert.Contains(looked, e => e.People.Any(p => p.CaseId == scene.CaseId && (p.Kinds & (1 << (int)InformationKind.Plan)) != 0));
    }

    public sealed class OnSqlite(SqliteDemo product) : MeetingTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : MeetingTests(product), IClassFixture<PostgresDemo>;
}
