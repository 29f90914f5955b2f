using System.Net;
using System.Text.RegularExpressions;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Invitations;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Mail;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Invitations;

public abstract partial class InvitationPagesTests(RunningProduct product)
{
    [Fact]
    public async Task Open_TenTimes_ChangesNothing_AndAsksTheDatabaseNothing()
    {
        var (scene, message) = await Invited();
        var stranger = product.Visit();
        var unknown = Comparable((await stranger.Open("/invitation/0000-0000-0000-0000")).ExpectOk(), "0000-0000-0000-0000");
        for (var i = 0; i < 10; i++)
        {
            var page = (await stranger.Open(message.Path)).ExpectOk();
            Assert.Equal(unknown, Comparable(page, message.Path.Split('/')[^1]));
            Assert.DoesNotContain("Sara", page.Html);
        }

        var invitation = await Newest(scene);
        Assert.Equal(0, invitation.Attempts);
        Assert.Null(invitation.RedeemedAt);
    }

    [Fact]
    public async Task Redeem_WithTheCode_SignsIn_Once()
    {
        var (scene, message) = await Invited();
        var sara = product.Visit();

        var landed = await Redeem(sara, message.Path, message.Code!);

        (await sara.Open($"/my/{scene.CaseId}/sharing")).ExpectOk();
        Assert.DoesNotContain("/invitation/", landed.Address.AbsolutePath);
        Assert.Equal("InvitationRedeemed", await LastEvent(scene));
        var again = await Redeem(product.Visit(), message.Path, message.Code!);
        Assert.Contains("has been used", again.Text("#errors"), StringComparison.Ordinal);
        Assert.True(again.Has("form[action*='Anew'] button"));
    }

    [Fact]
    public async Task Redeem_WhileSomeoneElseIsSignedIn_LetsNobodyIn_AndUsesNothingUp()
    {
        var (scene, message) = await Invited();
        var oskar = await scene.As("oskar");

        var refused = await Redeem(oskar, message.Path, message.Code!);

        Assert.Contains("länken är inte till dig", refused.Text("#errors"), StringComparison.Ordinal);
        (await oskar.Open($"/my/{scene.CaseId}/sharing")).Expect(HttpStatusCode.NotFound);
        Assert.Null((await Newest(scene)).RedeemedAt);
        await Redeem(product.Visit(), message.Path, message.Code!);
        Assert.NotNull((await Newest(scene)).RedeemedAt);
    }

    [Fact]
    public async Task Redeem_TheSameFormTwice_HasOneEffect()
    {
        var (scene, message) = await Invited();
        var sara = product.Visit();
        var form = (await sara.Open(message.Path)).Form().Fill("Code", message.Code!);

        var both = await Task.WhenAll(sara.Submit(form), sara.Submit(form));

        Assert.All(both, page => Assert.DoesNotContain("/invitation/", page.Address.AbsolutePath));
        Assert.Equal(1, await scene.Read(db => db.Journal.CountAsync(e => e.StreamId == scene.CaseId && e.Event == "InvitationRedeemed")));
    }

    [Fact]
    public async Task Redeem_TheSameFormTwice_BySomeoneWhoIsInAlready_KeepsThemIn()
    {
        var (scene, first) = await Invited();
        var sara = await Signed(first.Path, first.Code!);
        product.Clock.Advance(TimeSpan.FromMinutes(10));
        await Anew(sara, first.Path);
        var next = await Message(scene);
        var form = (await sara.Open(next.Path)).Form().Fill("Code", next.Code!);
        using var again = form.Request();
        again.Headers.Add("Sec-Fetch-Site", "same-origin");
        // The second press leaves before the first one is answered: with the cookies as they were.
        using (var asTheyWere = await sara.Client.GetAsync(new Uri("/css/commonground.css", UriKind.Relative)))
            again.Headers.Add("Cookie", asTheyWere.RequestMessage!.Headers.GetValues("Cookie"));

        (await sara.Submit(form)).ExpectOk();
        using var bare = product.Bare();
        using var second = await bare.SendAsync(again);

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        (await sara.Open($"/my/{scene.CaseId}/sharing")).ExpectOk();
    }

    [Fact]
    public async Task Redeem_FiveWrongCodes_LockIt_EvenForTheRightOne()
    {
        var (scene, message) = await Invited();
        var stranger = product.Visit();
        for (var i = 0; i < Invitation.AtMostAttempts; i++)
            Assert.True((await Redeem(stranger, message.Path, "000 00" + i)).Has("#errors"));

        Assert.True((await Redeem(stranger, message.Path, message.Code!)).Has("#errors"));
        Assert.Null((await Newest(scene)).RedeemedAt);
    }

    [Fact]
    public async Task Redeem_ManyGuessesAtOnce_AreNoMoreThanFive()
    {
        var (scene, message) = await Invited();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i => await Redeem(product.Visit(), message.Path, "11111" + (i % 10))));

        Assert.Equal(Invitation.AtMostAttempts, (await Newest(scene)).Attempts);
    }

    [Fact]
    public async Task Redeem_AnUnknownLink_ReadsLikeAWrongCode()
    {
        var (_, message) = await Invited();
        var wrong = await Redeem(product.Visit(), message.Path, "000000");
        var unknown = await Redeem(product.Visit(), "/invitation/0000-0000-0000-0000", "000000");

        Assert.Equal(Comparable(wrong, message.Path.Split('/')[^1]), Comparable(unknown, "0000-0000-0000-0000"));
    }

    [Fact]
    public async Task Anew_MakesTheOldOneUseless_AndAlwaysAnswersTheSame()
    {
        var (scene, message) = await Invited();
        var sara = product.Visit();
        var tooSoon = await Anew(sara, message.Path);
        Assert.Equal(message.Id, (await Message(scene)).Id);
        product.Clock.Advance(TimeSpan.FromMinutes(10));

        var asked = await Anew(sara, message.Path);
        var unknown = await Anew(product.Visit(), "/invitation/0000-0000-0000-0000");

        Assert.Equal(Comparable(tooSoon, ""), Comparable(asked, ""));
        Assert.Equal(Comparable(asked, message.Path.Split('/')[^1]), Comparable(unknown, "0000-0000-0000-0000"));
        var next = await Message(scene);
        Assert.NotEqual(message.Id, next.Id);
        Assert.True((await Redeem(sara, message.Path, message.Code!)).Has("#errors"));
        Assert.False((await Redeem(sara, next.Path, next.Code!)).Has("#errors"));
    }

    [Fact]
    public async Task Redeem_AfterFourteenDays_IsTooOld_AndANewOneCanBeAskedFor()
    {
        var (scene, message) = await Invited();
        product.Clock.Advance(Invitation.Lasts);

        Assert.True((await Redeem(product.Visit(), message.Path, message.Code!)).Has("#errors"));
        await Anew(product.Visit(), message.Path);

        Assert.NotEqual(message.Id, (await Message(scene)).Id);
    }

    [Fact]
    public async Task Supervisor_BeforeTheYes_CannotBeInvited_AndAfterWithdrawal_TheLinkIsDead()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        var page = await amina.Open($"/cases/{scene.CaseId}/invitations");
        Assert.DoesNotContain("Jonas", page.Text());
        page.Element<AngleSharp.Html.Dom.IHtmlInputElement>("input[name=partyId]").Value = Guid.CreateVersion7().ToString();
        Assert.True((await amina.Submit(page.Form("form:has(input[name=partyId])"))).Has("#errors"));

        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var party = await scene.Read(db => db.Whole<Party>().SingleAsync(p => p.CaseId == scene.CaseId && p.Role == PartyRole.Supervisor));
        await amina.Submit((await amina.Open($"/cases/{scene.CaseId}/invitations")).Form($"form:has(input[value='{party.Id}'])"));
        var message = await scene.Read(db => db.Outbox.OrderBy(m => m.Id).LastAsync(m => m.ToPersonId == CaseScene.Jonas && m.Template == "invitation"));
        var consent = await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId));
        await sara.Submit((await sara.Open($"/my/{scene.CaseId}/sharing/withdraw/{consent.Id}")).Form());
        product.Clock.Advance(TimeSpan.FromHours(1));

        Assert.True((await Redeem(product.Visit(), message.Path, message.Code!)).Has("#errors"));
        await Anew(product.Visit(), message.Path);
        Assert.False(await scene.Read(db => db.Invitations.AnyAsync(i => i.PartyId == party.Id && i.EndedAt == null)));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("da")]
    [InlineData("en")]
    public async Task Mail_HoldsNoHealth_NoUnit_AndNobodysCase(string language)
    {
        var (scene, message) = await Invited();
        var to = await scene.Read(db => db.Persons.SingleAsync(p => p.Id == CaseScene.Sara));
        var inLanguage = new OutboxMessage
        {
            Id = message.Id, ToPersonId = message.ToPersonId, Template = message.Template, Language = language, Path = message.Path,
            Sender = message.Sender, Code = message.Code, CreatedAt = message.CreatedAt,
        };

        var letter = Letter.Of(inLanguage, to, "https://plan.example", product.Services.GetRequiredService<Texts>());

        var written = letter.Subject + "\n" + letter.Body;
        foreach (var planted in new[] { CaseScene.Secret, "Stressmottagningen", "stress", "sjuk", "syge", "sick", "patient", "klinik", "clinic", "diagnos", scene.CaseId.ToString() })
            Assert.DoesNotContain(planted, written, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Amina Nord, Region Norrstrand", written);
        Assert.Contains($"https://plan.example{message.Path}", written);
        Assert.Contains(Letter.InGroups(message.Code), written);
    }

    [Fact]
    public async Task Paper_ShowsLinkAndCodeOnce_AndTheDatabaseHoldsNeither()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        var form = (await amina.Open($"/cases/{scene.CaseId}/invitations")).Form("form:has(button[value=Paper])");

        var paper = (await amina.Submit(form)).ExpectOk();
        var address = new Uri(paper.Text("dd.num:not(.lead)"));
        var again = await amina.Submit(form);

        Assert.Contains("Det har redan visats", again.Text());
        (await (await Signed(address.AbsolutePath, paper.Text("dd.lead"))).Open($"/my/{scene.CaseId}/sharing")).ExpectOk();
    }

    private async Task<Visitor> Signed(string path, string code)
    {
        var visitor = product.Visit();
        await Redeem(visitor, path, code);
        return visitor;
    }

    private async Task<(CaseScene Scene, OutboxMessage Message)> Invited()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        var sent = await amina.Submit((await amina.Open($"/cases/{scene.CaseId}/invitations")).Form("form:has(button[value=Mail])"));
        sent.ExpectOk();
        return (scene, await Message(scene));
    }

    private static async Task<OutboxMessage> Message(CaseScene scene)
    {
        var id = (await Newest(scene)).MessageId;
        return await scene.Read(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id));
    }

    private static Task<Invitation> Newest(CaseScene scene) =>
        scene.Read(db => db.Invitations.AsNoTracking().Where(i => i.CaseId == scene.CaseId).OrderBy(i => i.CreatedAt).LastAsync());

    private static Task<string> LastEvent(CaseScene scene) =>
        scene.Read(db => db.Journal.Where(e => e.StreamId == scene.CaseId).OrderBy(e => e.Position).Select(e => e.Event).LastAsync());

    private static async Task<Page> Redeem(Visitor visitor, string path, string code) =>
        await visitor.Submit((await visitor.Open(path)).Form().Fill("Code", code));

    private static async Task<Page> Anew(Visitor visitor, string path)
    {
        var page = await visitor.Submit((await visitor.Open(path)).Form("form[action*=Anew]"));
        return page.Expect(HttpStatusCode.OK);
    }

    /// <summary>The page without what differs by chance: tokens of forms, ids of commands, and the link itself.</summary>
    private static string Comparable(Page page, string token) =>
        Random().Replace(token.Length > 0 ? page.Html.Replace(token, "", StringComparison.Ordinal) : page.Html, "");

    [GeneratedRegex("value=\"(CfDJ8[^\"]*|[0-9a-f-]{36}|[0-9 ]{6,7})\"")]
    private static partial Regex Random();

    public sealed class OnSqlite(SqliteDemo product) : InvitationPagesTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : InvitationPagesTests(product), IClassFixture<PostgresDemo>;
}
