using CommonGround.Domain.Accounts;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Accounts;

public abstract class SignInTests(RunningProduct product)
{
    [Fact]
    public async Task SignIn_WithPasswordAndCode_LeadsToWhereOneWasOnTheWay()
    {
        var scene = await AccountScene.WithPassword(product);

        var page = await scene.SignIn(product.Visit(), to: "/account/events");

        Assert.Equal("/account/events", page.ExpectOk().Address.AbsolutePath);
        Assert.Equal(SecurityEventKind.SignedIn, (await scene.Events())[^1]);
    }

    [Fact]
    public async Task WhoeverCannotSignIn_FindsWhomToCall_AndTheDatabaseIsAskedNothing()
    {
        var stranger = product.Visit();

        var help = await stranger.Follow((await stranger.Open("/sign-in")).ExpectOk(), "a[href='/help']");

        Assert.All(new[] { "112", "1177" }, number => Assert.True(help.ExpectOk().Has($"a[href='tel:{number}']")));
        Assert.True(help.Document.QuerySelectorAll("main section").Length >= 2);
        Assert.Empty(help.Sql);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task SignIn_ToSomewhereElse_StaysHere(string to)
    {
        var scene = await AccountScene.WithPassword(product);

        var page = await scene.SignIn(product.Visit(), to: to);

        Assert.Equal(("localhost", "/cases"), (page.ExpectOk().Address.Host, page.Address.AbsolutePath));
    }

    [Fact]
    public async Task SignIn_WhateverIsWrong_ReadsTheSame_AndCostsTheSame()
    {
        var scene = await AccountScene.WithPassword(product);
        var unknown = await AccountScene.SignInAs(product.Visit(), "nobody@region.example", AccountScene.Password, "123456");
        var wrongPassword = await scene.SignIn(product.Visit(), "en annan morgon i mars");
        var wrongCode = await scene.SignIn(product.Visit(), code: "000000");
        var noCode = await scene.SignIn(product.Visit(), code: "");

        var pages = new[] { unknown, wrongPassword, wrongCode, noCode };
        Assert.All(pages, page => Assert.True(page.Has("#errors")));
        Assert.Single(pages.Select(page => page.Text("#errors")).Distinct());
        Assert.Single(pages.Select(page => page.Sql.Count).Distinct());
    }

    [Fact]
    public async Task SignIn_TheSameCodeTwice_OpensOnce()
    {
        var scene = await AccountScene.WithPassword(product);
        var code = scene.Code();
        Assert.False((await scene.SignIn(product.Visit(), code: code)).Has("#errors"));

        Assert.True((await scene.SignIn(product.Visit(), code: code)).Has("#errors"));
    }

    [Fact]
    public async Task SignIn_ARecoveryCode_OpensOnce_InPlaceOfTheApps()
    {
        var scene = await AccountScene.WithPassword(product);
        Assert.Equal(10, scene.Codes.Count);

        Assert.False((await scene.SignIn(product.Visit(), code: scene.Codes[3].ToUpperInvariant())).Has("#errors"));
        Assert.True((await scene.SignIn(product.Visit(), code: scene.Codes[3])).Has("#errors"));
        Assert.False((await scene.SignIn(product.Visit(), code: scene.Codes[4])).Has("#errors"));
        Assert.Contains(SecurityEventKind.RecoveryCodeUsed, await scene.Events());
    }

    [Fact]
    public async Task SignIn_WithoutTheSecondFactorThatOnesWorkAsksFor_SaysWhatToDo_ToWhoeverHasThePassword()
    {
        var scene = await AccountScene.Invited(product);
        await AccountScene.SetPassword(scene.Browser, AccountScene.Password);

        var right = await scene.SignIn(product.Visit(), code: "");
        var wrong = await scene.SignIn(product.Visit(), "en annan morgon i mars", "");

        Assert.Contains("a new invitation", right.Text("#errors"));
        Assert.NotEqual(right.Text("#errors"), wrong.Text("#errors"));
        Assert.False(await AccountScene.IsIn(product.Visit()));
    }

    [Fact]
    public async Task FiveInVain_RestForAWhile_AlsoForTheRightOne_AndOnceMoreIsLonger()
    {
        var scene = await AccountScene.WithPassword(product);
        var guesser = product.Visit();
        for (var i = 0; i < 5; i++)
            await scene.SignIn(guesser, "en annan morgon i mars");

        var rests = await scene.SignIn(product.Visit());
        Assert.Contains("Wait 1 minute ", rests.Text("#errors"));
        product.Clock.Advance(TimeSpan.FromSeconds(61));
        await scene.SignIn(guesser, "en annan morgon i mars");
        Assert.Contains("Wait 2 minutes", (await scene.SignIn(product.Visit())).Text("#errors"));
        product.Clock.Advance(TimeSpan.FromSeconds(121));
        Assert.False((await scene.SignIn(product.Visit())).Has("#errors"));
    }

    [Fact]
    public async Task FiveInVain_TellThePerson_OnceADay_AndSayNothingToTheGuesser()
    {
        var scene = await AccountScene.WithPassword(product);
        await Guess(scene.Email, 5);
        product.Clock.Advance(TimeSpan.FromMinutes(20));
        await Guess(scene.Email, 1);
        var known = await AccountScene.SignInAs(product.Visit(), scene.Email, "x", "");
        var nobodys = $"{Guid.CreateVersion7():N}@region.example";
        await Guess(nobodys, 5);
        product.Clock.Advance(TimeSpan.FromMinutes(20));
        await Guess(nobodys, 1);

        Assert.Equal(known.Text("#errors"), (await AccountScene.SignInAs(product.Visit(), nobodys, "x", "")).Text("#errors"));
        var told = await scene.Read(db => db.Outbox.Where(m => m.Template == "sign-in-rests").ToListAsync());
        Assert.Single(told, m => m.ToPersonId == scene.Person.Id);
        Assert.Contains(SecurityEventKind.Rested, await scene.Events());
    }

    [Fact]
    public async Task SomeoneElsesGuesses_DoNotShutOut_ABrowserThatIsKnown()
    {
        var scene = await AccountScene.WithPassword(product);
        var own = product.Visit();
        await scene.SignIn(own);
        product.Clock.Advance(TimeSpan.FromMinutes(2));
        await Guess(scene.Email, 5);

        Assert.True((await scene.SignIn(product.Visit())).Has("#errors"));
        Assert.False((await scene.SignIn(own)).Has("#errors"));
    }

    [Fact]
    public async Task ManyGuessesAtOnce_AreNoMoreThanFive()
    {
        var scene = await AccountScene.WithPassword(product);
        var before = await Looked(scene);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => AccountScene.SignInAs(product.Visit(), scene.Email, "wrong", "")));

        Assert.Equal(before + 5, await Looked(scene));
    }

    [Fact]
    public async Task APasskeyThatIsNone_DoesNotSignIn()
    {
        var visitor = product.Visit();
        var page = await visitor.Open("/sign-in");

        var answer = await visitor.Submit(page.Form("form[data-passkey]"));

        Assert.True(answer.ExpectOk().Has("#errors"));
        Assert.False(await AccountScene.IsIn(visitor));
    }

    [Fact]
    public async Task NoSecret_IsInTheLog_OrTheDatabase()
    {
        product.Log.KeepEverything();
        var scene = await AccountScene.WithPassword(product);
        await scene.SignIn(product.Visit(), code: scene.Codes[0]);

        foreach (var secret in new[] { AccountScene.Password, scene.Key, scene.Codes[1], scene.Codes[1].Replace("-", "", StringComparison.Ordinal) })
            Assert.DoesNotContain(product.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        var account = await scene.Read(db => db.Accounts.SingleAsync(a => a.PersonId == scene.Person.Id));
        Assert.DoesNotContain(scene.Key, account.AuthenticatorKey!);
        Assert.DoesNotContain(AccountScene.Password, account.PasswordHash!);
        Assert.StartsWith("AQAAAAIAAzRQ", account.PasswordHash!, StringComparison.Ordinal);
    }

    private async Task Guess(string name, int times)
    {
        for (var i = 0; i < times; i++)
            await AccountScene.SignInAs(product.Visit(), name, "en annan morgon i mars", "");
    }

    /// <summary>Tries that were looked at: the rest were refused unseen.</summary>
    private static async Task<int> Looked(AccountScene scene) =>
        (await scene.Events()).Count(e => e is SecurityEventKind.NotSignedIn or SecurityEventKind.Rested);

    public sealed class OnSqlite(SqliteProduct product) : SignInTests(product), IClassFixture<SqliteProduct>;

    public sealed class OnPostgres(PostgresProduct product) : SignInTests(product), IClassFixture<PostgresProduct>;
}
