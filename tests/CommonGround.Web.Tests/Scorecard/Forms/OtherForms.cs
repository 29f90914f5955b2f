using AngleSharp.Html.Dom;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Tests.Accounts;
using CommonGround.Web.Tests.Meetings;
using CommonGround.Web.Tests.Sharing;
using CommonGround.Web.Tests.SickNotes;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Forms;

/// <summary>The forms that no other test of the pages sends, or only with much else around them.</summary>
internal sealed class OtherForms(RunningProduct product)
{
    public async Task All()
    {
        await BeforeAMeeting();
        await OnTheBoard();
        await Interviews();
        await WritesHowSomeoneIsReached();
        await AsksForAYes_AndTakesTheQuestionBack();
        await LooksAtAYes_AndGoesBack();
        await Passkeys();
        await AnAccount();
        await OneMoreLineOfThePlan();
    }

    private async Task BeforeAMeeting()
    {
        var scene = await (await MeetingScene.Set(product)).Proposed();
        await Yes(scene, "per", PartyRole.Companion, [InformationKind.Contact], Purpose.Meeting);
        await scene.Put(scene.Sara, "Mornings work best.");
        await Press(scene.Sara, scene.Meeting, "form[action*='handler=RemovePoint']");
        await Press(scene.Sara, scene.Meeting, "form[action*='Bring']");
    }

    private async Task OnTheBoard()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        var (amina, sara, board) = (scene.Amina, scene.Sara, scene.Board);
        await Press(sara, board, "form[action*='handler=Point']", f => f.Fill("Point.Text", "Mornings work best."));
        await Press(sara, board, "form[action*='handler=RemovePoint']");
        await Press(amina, board, "form[action*='handler=Later']", f => f.Fill("Later.Text", "The summer"));
        await Press(amina, board, "form[action*='handler=Move']");
        await Press(amina, board, "form[action*='handler=Here']");
        var jonas = (await amina.Open(board)).Element<IHtmlSelectElement>("[name='Differ.Owner']").Options.Single(o => o.Text == "Jonas").Value;
        await Press(amina, board, "form[action*='handler=Difference']", f => f.Fill("Differ.Text", "Which room").Fill("Differ.Owner", jonas).Fill("Differ.AnswerBy", "2026-03-20"));
        await Press(amina, board, "form[action*='handler=RemoveDifference']");
        await scene.Agree("Two mornings");
        await scene.SayYes(sara);
        await Press(sara, board, "form[action*='handler=TakeBack']");
        await Press(amina, await Agreement(scene), "form.form", f => f.Fill("Terms.Text", "Two short mornings"));
        await Press(amina, await Agreement(scene), "form[action*='Later']");
        await scene.Agree("Own room");
        await Press(amina, await Agreement(scene), "form[action*='Remove']");
        await Press(sara, board + "/pause", "main form");
        await Press(amina, board, "form[action*='handler=Resume']");
        await Press(sara, board + "/pause", "main form");
        await Press(sara, board + "/pause", "form[action*='Resume']");
        await Press(sara, board + "/pause", "form[action*='Stop']");
    }

    private async Task Interviews()
    {
        var scene = await MeetingScene.Set(product);
        await Yes(scene, "jonas", PartyRole.Supervisor, [InformationKind.Contact, InformationKind.Work], Purpose.Coordination, Purpose.Interview, Purpose.Meeting);
        await Tell(scene.Sara, $"/my/{scene.CaseId}/interview");
        await Tell(scene.Jonas, $"/work/{scene.CaseId}/interview");
        await Points(scene.Sara, $"/my/{scene.CaseId}/interview/points");
        await SaysThatItIsWrong(scene);
        await Points(scene.Jonas, $"/work/{scene.CaseId}/interview/points");
        var led = await MeetingScene.Set(product);
        await Tell(led.Amina, $"/cases/{led.CaseId}/interview/interview-supervisor");
    }

    private static async Task SaysThatItIsWrong(MeetingScene scene)
    {
        var written = (await scene.Sara.Open($"/my/{scene.CaseId}/mine/written")).ExpectOk();
        await Press(scene.Sara, written.Element<IHtmlAnchorElement>("main ul.lined > li a").PathName, "main form", f => f.Fill("Text", "It was not so."));
        var remark = await scene.With(db => Task.FromResult(db.Whole<Remark>().Single(r => r.CaseId == scene.CaseId)));
        await Press(scene.Amina, $"/cases/{scene.CaseId}/remarks/{remark.Id}", "main form", f => f.Choose("Came", "SetRight").Fill("Text", "It is changed."));
    }

    private async Task WritesHowSomeoneIsReached()
    {
        var notes = new SickNoteScene(product.Services);
        var number = SickNoteScene.NewNumber();
        await notes.TakeIn(SickNoteScene.Note(number, number));
        var episode = await product.With(db => Task.FromResult(db.Whole<Episode>().Single(e => e.Person!.NationalId == number).Id));
        var amina = await product.SignInAs("amina");
        var opened = (await amina.Submit((await amina.Open($"/episodes/{episode}/open-case")).Form())).ExpectOk().Address.AbsolutePath;
        var contact = (await amina.Open(opened + "/invitations")).ExpectOk().Element<IHtmlAnchorElement>($"a[href^='{opened}/invitations/']").PathName;
        await Press(amina, contact, "main form", f => f.Fill("Email", "tova@post.example"));
        await Press(await product.SignInAs("hanna"), "/emergency", "main form", f => f.Fill("Whose", number));
        await Press(await product.SignInAs("sara"), "/account/contact", "main form", f => f.Fill("Phone", "070-740 11 22"));
    }

    private async Task AsksForAYes_AndTakesTheQuestionBack()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        var party = await scene.Read(db => Task.FromResult(db.Whole<Party>().First(p => p.CaseId == scene.CaseId && p.PersonId == CaseScene.Amina).Id));
        var ask = (await amina.Open($"/cases/{scene.CaseId}/consent/ask/{party}")).ExpectOk();
        (await amina.Submit(ask.Form().Choose("Form.Kinds", nameof(InformationKind.Story)).Choose("Form.Purposes", "Meeting").Fill("Why", "Before we meet"))).ExpectOk();
        await Press(amina, $"/cases/{scene.CaseId}/consent", "form[action*='handler=TakeBack']");
    }

    /// <summary>What is looked at first, and changed once more, is not stored yet.</summary>
    private async Task LooksAtAYes_AndGoesBack()
    {
        var scene = await MeetingScene.Set(product);
        var change = (await scene.Sara.Open($"/my/{scene.CaseId}/sharing/change/{await scene.Party("jonas")}")).ExpectOk();
        var look = (await scene.Sara.Submit(change.Form().Choose("Form.Length", "Day").Fill("Form.LastDay", $"{product.Clock.Now.AddDays(30):yyyy-MM-dd}"))).ExpectOk();
        (await scene.Sara.Submit(look.Form(), "button[formaction$='handler=Back']")).ExpectOk();
        var enter = (await scene.Amina.Open($"/cases/{scene.CaseId}/consent?who=new-Caseworker")).ExpectOk();
        look = (await scene.Amina.Submit(enter.Form().Fill("Form.GivenName", "Maria").Fill("Form.FamilyName", "Ek").Fill("Form.Phone", "090-123 80")
            .Choose("Form.Purposes", "Talks"))).ExpectOk();
        (await scene.Amina.Submit(look.Form(), "button[formaction$='handler=Change']")).ExpectOk();
    }

    private async Task Passkeys()
    {
        await using (var scope = product.Services.CreateAsyncScope())
            await OnesOwnPasskey.Add(scope.ServiceProvider, DemoFile.IdOf("oskar"));
        var oskar = await product.SignInAs("oskar");
        var one = (await oskar.Open("/account")).ExpectOk().Element<IHtmlAnchorElement>("a[href^='/account/passkeys/']:not([href='/account/passkeys/add'])").PathName;
        await Press(oskar, one, "form.form", f => f.Fill("Name", "The old telephone"));
        await Press(oskar, one, "form[action*='Remove']");
    }

    private async Task AnAccount()
    {
        var scene = await AccountScene.WithPassword(product);
        var (other, third) = (product.Visit(), product.Visit());
        await scene.SignIn(other);
        product.Clock.Advance(TimeSpan.FromMinutes(2));
        await scene.SignIn(third);
        await Press(scene.Browser, "/account/recovery-codes", "main form");
        var newest = await scene.Read(db => Task.FromResult(db.Sessions.Where(s => s.PersonId == scene.Person.Id).OrderByDescending(s => s.BeganAt).First().Id));
        await Press(scene.Browser, "/account", $"form:has([value='{newest}'])");
        await Press(scene.Browser, "/account", "form[action*='EndOthers']");
        await Press(scene.Browser, "/account", "form[action='/sign-out']");
    }

    private async Task OneMoreLineOfThePlan()
    {
        var scene = await MeetingScene.Set(product);
        var edit = (await scene.Amina.Open($"/cases/{scene.CaseId}/plan/edit")).ExpectOk();
        (await scene.Amina.Submit(edit.Form(), "button[name='add']")).ExpectOk();
    }

    private static Task Yes(MeetingScene scene, string person, PartyRole role, InformationKind[] kinds, params Purpose[] purposes) => scene.Change(c => c.Case.GiveConsent(
        new ConsentGiven(DemoFile.IdOf(person), role, kinds.ToHashSet(), purposes.ToHashSet(), null, ConsentWay.OwnPage, "words", "sv", DemoFile.IdOf("sara")), c.Now).Error);

    private static async Task Tell(Visitor visitor, string interview)
    {
        var element = (await visitor.Open(interview + "?part=1")).ExpectOk().Element<IHtmlFormElement>("#answers");
        var form = new Form(element);
        foreach (var field in element.QuerySelectorAll("textarea[name^='a.']").OfType<IHtmlTextAreaElement>())
            form.Fill(field.Name!, "In my own words.");
        (await visitor.Submit(form)).ExpectOk();
        await Press(visitor, $"{interview}?part=99", "form[action*='Tell']");
    }

    private static async Task Points(Visitor visitor, string points)
    {
        var form = (await visitor.Open(points)).ExpectOk().Form("form:has([name='Points[0].Text'])").Fill("Points[0].Text", "Two mornings would do.").Choose("Points[0].Chosen");
        var look = (await visitor.Submit(form, "button[value='look']")).ExpectOk();
        (await visitor.Submit(look.Form("form:has(button[value='put'])"), "button[value='put']")).ExpectOk();
        await Press(visitor, points, "form[action*='Recall']");
    }

    private static async Task<string> Agreement(MeetingScene scene) =>
        (await scene.Amina.Open(scene.Board)).Element<IHtmlAnchorElement>("a[href*='/board/agreements/']").PathName;

    private static async Task Press(Visitor visitor, string path, string form, Action<Form>? fill = null)
    {
        var found = (await visitor.Open(path)).ExpectOk().Form(form);
        fill?.Invoke(found);
        (await visitor.Submit(found)).ExpectOk();
    }
}
