using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Features.Episodes.OpenCase;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Mail;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Sharing;
using CommonGround.Web.Tests.SickNotes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CommonGround.Web.Tests.SickNotes.SickNoteScene;

namespace CommonGround.Web.Tests.Invitations;

/// <summary>A sick note tells no mail address, and often no name: who leads the case writes both, and whoever has come in keeps their own.</summary>
public abstract class WriteContactTests(RunningProduct product)
{
    private readonly SickNoteScene _notes = new(product.Services);

    [Fact]
    public async Task ASickNoteWithoutAName_IsOpenedWithOne()
    {
        var (number, episode) = await Nameless();
        var amina = await product.SignInAs("amina");
        var asks = (await amina.Open($"/episodes/{episode}/open-case")).ExpectOk();

        var empty = await amina.Submit(asks.Form().Fill("GivenName", "Tove"));
        Assert.True(empty.Has("#errors a[href='#FamilyName']"));
        Assert.Equal("Tove", empty.Element<AngleSharp.Html.Dom.IHtmlInputElement>("[name=GivenName]").Value);
        var opened = (await amina.Submit(empty.Form().Fill("FamilyName", "Öman"))).ExpectOk();

        Assert.Contains("Tove Öman", opened.Text("h1"), StringComparison.Ordinal);
        Assert.Equal("oman", (await product.With(db => db.Persons.SingleAsync(p => p.NationalId == number))).SearchKey.Split(' ')[1]);
        Assert.Equal(1, await product.With(db => db.Journal.CountAsync(e => e.Event == "PersonNamed")));
    }

    [Fact]
    public async Task WithoutAName_NoCaseIsOpened_AndANameThatIsThereStays()
    {
        var (_, nameless) = await Nameless();
        var (_, named) = await Named("Tova", "Alm");

        Assert.IsType<NotNamedYet>((await Open(nameless, null)).Error);
        Assert.True((await Open(named, ("Someone", "Else"))).Succeeded);

        Assert.Equal("Tova Alm", await product.With(db => db.Whole<Episode>().Where(e => e.Id == named).Select(e => e.Person!.GivenName + " " + e.Person.FamilyName).SingleAsync()));
    }

    [Fact]
    public async Task TheCoordinator_IsLedToInvite_AndWritesTheAddressThatTheLetterGoesTo()
    {
        var (amina, caseId, person) = await NewCase();
        var first = (await amina.Open($"/cases/{caseId}")).ExpectOk();
        Assert.Contains("har ingen egen sida än", first.Text(), StringComparison.Ordinal);

        var invitations = (await amina.Open(Link(first, "Bjud in"))).ExpectOk();
        Assert.False(invitations.Has("button[value=Mail]"));
        var contact = (await amina.Open(Link(invitations, "Skriv in en adress"))).ExpectOk();
        var saved = (await amina.Submit(contact.Form().Fill("Email", " tova.alm@post.example ").Choose("Language", "da"))).ExpectOk();
        Assert.Contains("tova.alm@post.example", saved.Text(), StringComparison.Ordinal);
        (await amina.Submit(saved.Form("form:has(button[value=Mail])"))).ExpectOk();

        var sent = await product.With(db => db.Outbox.SingleAsync(m => m.ToPersonId == person));
        Assert.Equal("da", sent.Language);
        Assert.Equal("tova.alm@post.example", (await product.With(db => db.Persons.SingleAsync(p => p.Id == person))).Email);
        Assert.Equal(1, await product.With(db => db.Journal.CountAsync(e => e.StreamId == caseId && e.Event == "ContactWritten")));
        Assert.DoesNotContain("har ingen egen sida än", (await amina.Open($"/cases/{caseId}")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALetterToTheWrongAddress_OpensNothing_AndANewOneGoesToTheRightOne()
    {
        var (amina, caseId, person) = await NewCase();
        await Write(amina, caseId, "wrong@post.example");
        await amina.Submit((await amina.Open($"/cases/{caseId}/invitations")).Form("form:has(button[value=Mail])"));
        var wrong = await product.With(db => db.Outbox.AsNoTracking().SingleAsync(m => m.ToPersonId == person));

        await Write(amina, caseId, "right@post.example");

        Assert.True((await Redeem(wrong)).Has("#errors"));
        var right = await product.With(db => db.Outbox.AsNoTracking().SingleAsync(m => m.ToPersonId == person));
        Assert.NotEqual(wrong.Id, right.Id);
        Assert.False((await Redeem(right)).Has("#errors"));
    }

    [Fact]
    public async Task WithoutAnAddress_TheLinkIsTakenBack()
    {
        var (amina, caseId, person) = await NewCase();
        await Write(amina, caseId, "wrong@post.example");
        await amina.Submit((await amina.Open($"/cases/{caseId}/invitations")).Form("form:has(button[value=Mail])"));

        await Write(amina, caseId, "");

        Assert.False(await product.With(db => db.Outbox.AnyAsync(m => m.ToPersonId == person)));
        Assert.Contains("Den länken fungerar inte längre", (await amina.Open($"/cases/{caseId}/invitations")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoWriters_NeitherLosesWhatTheyWrote()
    {
        var (amina, caseId, person) = await NewCase();
        var late = (await amina.Open(await Contact(amina, caseId))).ExpectOk();
        await Write(amina, caseId, "first@post.example");

        var conflict = (await amina.Submit(late.Form().Fill("Email", "second@post.example"))).Expect(HttpStatusCode.Conflict);

        Assert.Contains("first@post.example", conflict.Text(), StringComparison.Ordinal);
        Assert.Equal("second@post.example", conflict.Element<AngleSharp.Html.Dom.IHtmlInputElement>("[name=Email]").Value);
        (await amina.Submit(conflict.Form())).ExpectOk();
        Assert.Equal("second@post.example", (await product.With(db => db.Persons.SingleAsync(p => p.Id == person))).Email);
    }

    [Theory]
    [InlineData("GivenName", "")]
    [InlineData("FamilyName", " ")]
    [InlineData("Email", "nobody")]
    public async Task WhatCannotBe_IsSaid_AndNothingIsLost(string field, string written)
    {
        var (amina, caseId, _) = await NewCase();

        var answer = await amina.Submit((await amina.Open(await Contact(amina, caseId))).Form().Fill("Phone", "070-123 45 67").Fill(field, written));

        Assert.True(answer.Has($"#errors a[href='#{field}']"));
        Assert.Equal("070-123 45 67", answer.Element<AngleSharp.Html.Dom.IHtmlInputElement>("[name=Phone]").Value);
    }

    [Fact]
    public async Task WhoeverHasComeIn_KeepsTheirOwn_AndChangesIt()
    {
        var (amina, caseId, person) = await NewCase();
        await Write(amina, caseId, "tova@post.example");
        await amina.Submit((await amina.Open($"/cases/{caseId}/invitations")).Form("form:has(button[value=Mail])"));
        var contact = await Contact(amina, caseId);
        var late = (await amina.Open(contact)).ExpectOk();
        var tova = product.Visit();
        await Redeem(await product.With(db => db.Outbox.AsNoTracking().SingleAsync(m => m.ToPersonId == person)), tova);

        (await amina.Open(contact)).Expect(HttpStatusCode.NotFound);
        (await amina.Submit(late.Form().Fill("Email", "mine@elsewhere.example"))).Expect(HttpStatusCode.NotFound);
        var mine = (await tova.Open("/account/contact")).ExpectOk();
        Assert.True((await tova.Submit(mine.Form().Fill("Email", "nobody"))).Has("#errors a[href='#Email']"));
        (await tova.Submit(mine.Form().Fill("Email", "new@post.example").Fill("Phone", ""))).ExpectOk();

        Assert.Equal("new@post.example", (await product.With(db => db.Persons.SingleAsync(p => p.Id == person))).Email);
        Assert.Contains("E-post eller telefon ändrades", (await tova.Open("/account")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverWorksHere_HasTheirAddressFromTheirOrganisation()
    {
        var amina = await product.SignInAs("amina");

        (await amina.Open("/account/contact")).Expect(HttpStatusCode.NotFound);
        Assert.DoesNotContain("/account/contact", (await amina.Open("/account")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AManager_IsReachedOnlyWhileTheYesStands_AndOneWhoIsKnownElsewhereIsNotRewritten()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        var sara = await scene.As("sara");
        await scene.Change(CaseScene.Sara, c => c.Case.GiveConsent(new ConsentGiven(DemoFile.IdOf("per"), PartyRole.Supervisor, new HashSet<InformationKind> { InformationKind.Contact }, new HashSet<Purpose> { Purpose.Meeting }, null,
            ConsentWay.OwnPage, "words", "sv", CaseScene.Sara), c.Now) is { Succeeded: true } ? "/" : new NotFound());
        var page = (await amina.Open($"/cases/{scene.CaseId}/invitations")).ExpectOk();
        Assert.Contains("Per Norling", page.Text(), StringComparison.Ordinal);

        var per = await scene.Read(db => db.Whole<Party>().SingleAsync(p => p.CaseId == scene.CaseId && p.Role == PartyRole.Supervisor));
        (await amina.Open($"/cases/{scene.CaseId}/invitations/{per.Id}")).Expect(HttpStatusCode.NotFound);
        (await sara.Open($"/cases/{scene.CaseId}/invitations/{per.Id}")).Expect(HttpStatusCode.NotFound);
    }

    /// <summary>Whoever holds a paper comes in as the person: one unit could read with it what another shares with them.</summary>
    [Fact]
    public async Task WhoeverComesInToAnotherUnitsCase_IsNotInvitedOnPaper()
    {
        var (amina, caseId, person) = await NewCase();
        var before = (await amina.Open($"/cases/{caseId}/invitations")).ExpectOk();
        Assert.True(before.Has("button[value=Paper]"));
        await using (var scope = product.Services.CreateAsyncScope())
        {
            var programme = product.Services.GetRequiredService<ProgrammeLibrary>().Programmes.First(p => p.Country == "se");
            var opened = await scope.ServiceProvider.GetRequiredService<CaseChanges>().InUnit(DemoFile.IdOf("health-centre-unit"),
                new Actor(DemoFile.IdOf("annika"), Hat.Support, Purpose.Intake, Guid.CreateVersion7()), change =>
                {
                    change.Open(Case.Open(Guid.CreateVersion7(), programme.Key, programme.Hash, "se", change.Unit.Id, person, DemoFile.IdOf("annika"),
                        new DateOnly(2026, 2, 2), programme.Steps.Select(s => s.Key), change.Now));
                    return Task.FromResult<Domain.Outcome<string>>("/");
                });
            Assert.True(opened.Succeeded);
        }

        // Nobody has come in yet, and there is no other way than paper.
        var paper = (await amina.Submit(before.Form("form:has(button[value=Paper])"))).ExpectOk();
        await Redeem(paper);

        var after = (await amina.Open($"/cases/{caseId}/invitations")).ExpectOk();
        Assert.False(after.Has("button[value=Paper]"));
        var late = before.Form("form:has(button[value=Paper])").Fill("CommandId", $"{Guid.CreateVersion7()}");
        Assert.True((await amina.Submit(late)).Has("#errors"));
    }

    [Fact]
    public async Task TheLanguageThatOneChooses_IsTheOneOfTheLettersToo()
    {
        var ingrid = await product.SignInAs("ingrid");

        await ingrid.Submit((await ingrid.Open("/account")).Form("form[action='/language']"), "button[value=da]");

        Assert.Equal("da", (await product.With(db => db.Persons.SingleAsync(p => p.Id == DemoFile.IdOf("ingrid")))).Language);
    }

    private static string Link(Page page, string words) =>
        page.Document.QuerySelectorAll("main a").OfType<AngleSharp.Html.Dom.IHtmlAnchorElement>().Single(a => a.TextContent.StartsWith(words, StringComparison.Ordinal)).PathName;

    private async Task<(Visitor Amina, Guid CaseId, Guid Person)> NewCase()
    {
        var (number, episode) = await Named("Tova", "Alm");
        var amina = await product.SignInAs("amina");
        var opened = (await amina.Submit((await amina.Open($"/episodes/{episode}/open-case")).Form())).ExpectOk();
        return (amina, Guid.Parse(opened.Address.Segments[^1]), await product.With(db => db.Persons.Where(p => p.NationalId == number).Select(p => p.Id).SingleAsync()));
    }

    private async Task<string> Contact(Visitor amina, Guid caseId)
    {
        var party = await product.With(db => db.Whole<Party>().SingleAsync(p => p.CaseId == caseId && p.Role == PartyRole.Citizen));
        return $"/cases/{caseId}/invitations/{party.Id}";
    }

    private async Task Write(Visitor amina, Guid caseId, string email) =>
        (await amina.Submit((await amina.Open(await Contact(amina, caseId))).ExpectOk().Form().Fill("Email", email))).ExpectOk();

    private async Task<Page> Redeem(OutboxMessage message, Visitor? visitor = null)
    {
        visitor ??= product.Visit();
        return await visitor.Submit((await visitor.Open(message.Path)).Form().Fill("Code", message.Code!));
    }

    private async Task Redeem(Page paper)
    {
        var visitor = product.Visit();
        (await visitor.Submit((await visitor.Open(new Uri(paper.Text("dd.num:not(.lead)")).AbsolutePath)).Form().Fill("Code", paper.Text("dd.lead")))).ExpectOk();
    }

    private Task<(string Number, Guid Episode)> Nameless() => Named("", "");

    private async Task<(string Number, Guid Episode)> Named(string given, string family)
    {
        var number = NewNumber();
        await _notes.TakeIn(Note(number, number, given: given, family: family));
        return (number, await product.With(db => db.Whole<Episode>().Where(e => e.Person!.NationalId == number).Select(e => e.Id).SingleAsync()));
    }

    private async Task<Domain.Outcome<string>> Open(Guid episode, (string, string)? name)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenCaseHandler>().Open(Clinic, episode, product.Services.GetRequiredService<ProgrammeLibrary>().Programmes[0],
            CaseScene.Amina, name, new Actor(CaseScene.Amina, Hat.Support, Purpose.Intake, Guid.CreateVersion7()));
    }

    public sealed class OnSqlite(SqliteDemo product) : WriteContactTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : WriteContactTests(product), IClassFixture<PostgresDemo>;
}
