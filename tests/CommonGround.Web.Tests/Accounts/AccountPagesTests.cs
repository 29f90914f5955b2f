using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Invitations;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Commands;
using CommonGround.Web.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Accounts;

public abstract class AccountPagesTests(RunningProduct product)
{
    [Fact]
    public async Task AnEmptyInstallation_Begins_WithACommand()
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var who = new NewStaff($"{Guid.CreateVersion7():N}@region.example", "Åsa", "Öberg", "sv", PartyRole.Coordinator, false, "Smärtmottagningen", "Region Syd", OrganisationKind.RegionClinic, "se");
        Assert.Equal(0, await AccountCommand.Run(product.Services, who, output, errors));
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var visitor = product.Visit();

        var first = await AccountScene.Redeem(visitor, new Uri(lines[1]).AbsolutePath, lines[2]);

        Assert.Equal("/account", first.ExpectOk().Address.AbsolutePath);
        Assert.Contains("Åsa Öberg", first.Html);
        (await visitor.Open("/cases")).ExpectOk();
        Assert.Equal("", errors.ToString());
    }

    [Fact]
    public async Task TheCommand_ForSomeoneUnknownWithoutAName_SaysWhatIsMissing()
    {
        var (output, errors) = (new StringWriter(), new StringWriter());

        Assert.Equal(1, await AccountCommand.Run(product.Services, new NewStaff("nobody@region.example", null, null, "en", null, false, null, null, OrganisationKind.RegionClinic, "se"), output, errors));

        Assert.Contains("--given", errors.ToString());
    }

    [Fact]
    public async Task AnInvitation_WorksOnce_AndANewOneMakesTheOldUseless()
    {
        var scene = await AccountScene.Invited(product);
        var (_, old) = await scene.Invite();
        var (_, key) = await scene.Invite();

        Assert.True((await AccountScene.Redeem(product.Visit(), old.Path, old.Code)).Has("#errors"));
        Assert.False((await AccountScene.Redeem(product.Visit(), key.Path, key.Code)).Has("#errors"));
        var used = await AccountScene.Redeem(product.Visit(), key.Path, key.Code);
        Assert.Contains("has been used", used.Text("#errors"), StringComparison.Ordinal);
        Assert.False(used.Has("form[action*='Anew']"));
    }

    [Fact]
    public async Task AnInvitationMadeAtTheMachine_OffersNoLetterThatNeverComes_AndSaysWhomToAsk()
    {
        var scene = await AccountScene.Invited(product);
        var (_, key) = await scene.Invite();
        var visitor = product.Visit();

        var page = (await visitor.Open(key.PathToWork)).ExpectOk();
        // Written off without its last part: the answer says it all the same.
        var asked = await visitor.Submit((await visitor.Open(key.Path)).Form("form[action*='Anew']"));

        Assert.All([page, asked], one =>
        {
            Assert.False(one.Has("form[action*='Anew']"));
            Assert.Contains("Ask the person who gave it to you", one.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain("in a few minutes", one.Text(), StringComparison.Ordinal);
        });
        Assert.Equal("/account", (await AccountScene.Redeem(visitor, key.PathToWork, key.Code)).Address.AbsolutePath);
    }

    [Fact]
    public async Task AnInvitation_TheSameFormAgain_LeadsToTheSamePlace_ForAWhile()
    {
        var scene = await AccountScene.Invited(product);
        var (_, key) = await scene.Invite();
        var command = $"{Guid.CreateVersion7()}";
        async Task<Page> Press()
        {
            var visitor = product.Visit();
            return await visitor.Submit((await visitor.Open(key.Path)).Form().Fill("Code", key.Code).Fill("CommandId", command));
        }

        var (first, again) = (await Press(), await Press());
        product.Clock.Advance(Invitation.SentAgainWithin);
        var late = await Press();

        Assert.Equal("/account", first.Address.AbsolutePath);
        Assert.Equal("/account", again.Address.AbsolutePath);
        Assert.True(late.Has("#errors"));
    }

    [Fact]
    public async Task APassword_ThatIsTheNameOfOnesOwnUnit_IsNotTaken()
    {
        var scene = await AccountScene.Invited(product);

        Assert.Contains("gissas först", (await AccountScene.SetPassword(scene.Browser, "Stressmottagningen2026")).Text("#errors"), StringComparison.Ordinal);
        Assert.Contains("gissas först", (await AccountScene.SetPassword(scene.Browser, "RegionNord-2026")).Text("#errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APassword_SetTwiceByOneForm_LeadsToTheSamePlace()
    {
        var scene = await AccountScene.Invited(product);
        var form = (await scene.Browser.Open("/account/password")).ExpectOk().Form().Fill("Password", AccountScene.Password);

        var first = await scene.Browser.Submit(form);
        var again = await scene.Browser.Submit(form);

        Assert.Equal("/account/authenticator", first.Address.AbsolutePath);
        Assert.Equal(first.Address.AbsolutePath, again.Address.AbsolutePath);
    }

    [Fact]
    public async Task AnInvitation_FiveWrongCodes_LockIt()
    {
        var scene = await AccountScene.Invited(product);
        var (_, key) = await scene.Invite();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => AccountScene.Redeem(product.Visit(), key.Path, $"00000{i}")));

        Assert.True((await AccountScene.Redeem(product.Visit(), key.Path, key.Code)).Has("#errors"));
        Assert.Equal(Invitation.AtMostAttempts, await scene.Read(db => db.AccountInvitations.Where(i => i.PersonId == scene.Person.Id && i.EndedAt == null).Select(i => i.Attempts).SingleAsync()));
    }

    [Fact]
    public async Task APassword_ThatIsGuessedFirst_OrShort_IsNotTaken_AtItsField()
    {
        var scene = await AccountScene.Invited(product);

        var common = await AccountScene.SetPassword(scene.Browser, "sommar2026!!");
        var shorter = await AccountScene.SetPassword(scene.Browser, "kort");

        Assert.True(common.Has("#Password[aria-invalid=true]"));
        Assert.True(shorter.Has("#Password[aria-invalid=true]"));
        Assert.False(await scene.Read(db => db.Accounts.AnyAsync(a => a.PersonId == scene.Person.Id)));
    }

    [Fact]
    public async Task ANameOfSomebodyElse_IsNotTaken()
    {
        var (scene, other) = (await AccountScene.WithPassword(product), await AccountScene.Invited(product));
        await SetName(scene.Browser, "noras konto");

        var taken = await SetName(other.Browser, "Noras Konto");
        var address = await SetName(other.Browser, scene.Email);

        Assert.True(taken.Has("#Name[aria-invalid=true]"));
        Assert.True(address.Has("#Name[aria-invalid=true]"));
    }

    [Fact]
    public async Task ChangingThePassword_SignsOutEverywhereElse_AndTellsThePerson()
    {
        var scene = await AccountScene.WithPassword(product);
        var there = product.Visit();
        await scene.SignIn(there);

        await AccountScene.SetPassword(scene.Browser, "en annan morgon i mars");

        Assert.False(await AccountScene.IsIn(there));
        Assert.True(await AccountScene.IsIn(scene.Browser));
        // Chosen, app, chosen anew.
        Assert.Equal(3, await scene.Read(db => db.Outbox.CountAsync(m => m.ToPersonId == scene.Person.Id && m.Template == "account-changed")));
        product.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await scene.SignIn(product.Visit())).Has("#errors"));
        Assert.False((await scene.SignIn(product.Visit(), "en annan morgon i mars")).Has("#errors"));
    }

    [Fact]
    public async Task AfterAWhile_WhoeverSitsThere_ShowsOnceMoreWhoTheyAre_BeforeTheyChangeAnything()
    {
        var scene = await AccountScene.WithPassword(product);
        var form = (await scene.Browser.Open("/account/password")).ExpectOk().Form().Fill("Password", "en annan morgon i mars");
        product.Clock.Advance(Session.ProofLasts);

        var late = await scene.Browser.Submit(form);
        foreach (var path in new[] { "/account/password", "/account/authenticator", "/account/recovery-codes", "/account/passkeys/add" })
            Assert.Equal("/sign-in", (await scene.Browser.Open(path)).Address.AbsolutePath);
        var again = await scene.SignIn(scene.Browser, to: "/account/password");

        Assert.Equal("/sign-in", late.Address.AbsolutePath);
        Assert.Equal("/account/password", again.Address.AbsolutePath);
    }

    [Fact]
    public async Task NewRecoveryCodes_MakeTheOldOnesUseless_AndAreShownOnce()
    {
        var scene = await AccountScene.WithPassword(product);
        var form = (await scene.Browser.Open("/account/recovery-codes")).ExpectOk().Form();

        var codes = (await scene.Browser.Submit(form)).ExpectOk().Texts(".codes li");
        var again = await scene.Browser.Submit(form);

        Assert.Equal(10, codes.Count);
        Assert.False(again.Has(".codes"));
        Assert.True((await scene.SignIn(product.Visit(), code: scene.Codes[0])).Has("#errors"));
        Assert.False((await scene.SignIn(product.Visit(), code: codes[0])).Has("#errors"));
    }

    [Fact]
    public async Task TheAuthenticator_IsNotStored_BeforeItsFirstCode()
    {
        var scene = await AccountScene.Invited(product);
        await AccountScene.SetPassword(scene.Browser, AccountScene.Password);
        var page = (await scene.Browser.Open("/account/authenticator")).ExpectOk();
        Assert.True(page.Has("svg.qr path[d]"));

        var wrong = await scene.Browser.Submit(page.Form().Fill("Code", "000000"));

        Assert.True(wrong.Has("#Code[aria-invalid=true]"));
        Assert.Equal(page.Text("main details p"), wrong.Text("main details p"));
        Assert.False((await scene.Read(db => db.Accounts.SingleAsync(a => a.PersonId == scene.Person.Id))).HasAuthenticator);
    }

    [Fact]
    public async Task WhatHappened_IsOnTheAccountPage_AndAPagedList()
    {
        var scene = await AccountScene.WithPassword(product);
        for (var i = 0; i < 26; i++)
        {
            product.Clock.Advance(TimeSpan.FromMinutes(16));
            await AccountScene.SignInAs(product.Visit(), scene.Email, "wrong", "");
        }

        product.Clock.Advance(TimeSpan.FromMinutes(16));
        var visitor = product.Visit();
        var events = (await scene.SignIn(visitor, to: "/account/events")).ExpectOk();

        Assert.Equal(25, events.Texts(".lined li").Count);
        Assert.NotEmpty((await visitor.Open("/account/events?page=2")).ExpectOk().Texts(".lined li"));
        Assert.Equal(8, (await visitor.Open("/account")).ExpectOk().Texts("section:last-of-type .lined li").Count);
    }

    private static async Task<Page> SetName(Visitor visitor, string name) =>
        await visitor.Submit((await visitor.Open("/account/password")).ExpectOk().Form().Fill("Name", name).Fill("Password", "en tredje morgon i mars"));

    public sealed class OnSqlite(SqliteProduct product) : AccountPagesTests(product), IClassFixture<SqliteProduct>;

    public sealed class OnPostgres(PostgresProduct product) : AccountPagesTests(product), IClassFixture<PostgresProduct>;
}
