using CommonGround.Domain.Accounts;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Accounts;

public abstract class SessionTests(RunningProduct product)
{
    [Fact]
    public async Task TheAccountPage_ShowsEachSession_AndEndsOne_AtItsNextRequest()
    {
        var scene = await AccountScene.WithPassword(product);
        var (here, there) = (await SignedIn(scene), await SignedIn(scene));
        var page = (await here.Open("/account")).ExpectOk();
        // The invitation's, and these two.
        Assert.Equal(3, page.Texts("form[action*=EndOthers], form[action*='handler=End'] button").Count(t => t == "Logga ut" || t == "Sign out"));
        var other = await scene.Read(db => db.Sessions.Where(s => s.PersonId == scene.Person.Id && s.EndedAt == null).OrderByDescending(s => s.BeganAt).Select(s => s.Id).FirstAsync());

        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await here.Submit(page.Form($"form:has([value='{other}'])"));

        Assert.False(await AccountScene.IsIn(there));
        Assert.True(await AccountScene.IsIn(here));
        Assert.Equal(SecurityEventKind.SessionEnded, (await scene.Events())[^1]);
    }

    [Fact]
    public async Task EndOthers_LeavesOnlyThisOne()
    {
        var scene = await AccountScene.WithPassword(product);
        var (here, there) = (await SignedIn(scene), await SignedIn(scene));

        await here.Submit((await here.Open("/account")).Form("form[action*=EndOthers]"));

        Assert.True(await AccountScene.IsIn(here));
        Assert.False(await AccountScene.IsIn(there));
        Assert.False(await AccountScene.IsIn(scene.Browser));
    }

    [Fact]
    public async Task SomebodyElsesSession_CannotBeEnded()
    {
        var (scene, other) = (await AccountScene.WithPassword(product), await AccountScene.Invited(product));
        var theirs = await other.Read(db => db.Sessions.Where(s => s.PersonId == other.Person.Id).Select(s => s.Id).SingleAsync());
        var form = (await scene.Browser.Open("/account")).Form("form:has([name=sessionId])");

        await scene.Browser.Submit(form.Fill("sessionId", $"{theirs}"));

        Assert.True(await AccountScene.IsIn(other.Browser));
    }

    [Fact]
    public async Task ASession_Unused_IsOver_ThoughItsCookieIsNot()
    {
        var scene = await AccountScene.WithPassword(product);
        var visitor = await SignedIn(scene);
        for (var i = 0; i < 4; i++)
        {
            product.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.True(await AccountScene.IsIn(visitor), $"after {20 * (i + 1)} minutes in use");
        }

        product.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.False(await AccountScene.IsIn(visitor));
    }

    [Fact]
    public async Task ASession_InUse_IsOverAtItsEnd()
    {
        var scene = await AccountScene.WithPassword(product);
        var visitor = await SignedIn(scene);
        for (var i = 0; i < 35; i++)
        {
            product.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.True(await AccountScene.IsIn(visitor), $"after {20 * (i + 1)} minutes in use");
        }

        product.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.False(await AccountScene.IsIn(visitor));
    }

    [Fact]
    public async Task TheKey_IsChanged_AndACopyOfTheOldOne_EndsTheSession()
    {
        var scene = await AccountScene.WithPassword(product);
        var visitor = await SignedIn(scene);
        var copied = await Cookie(visitor);
        Assert.Equal(200, await With(copied));

        product.Clock.Advance(Session.KeyLasts);
        Assert.True(await AccountScene.IsIn(visitor));
        Assert.NotEqual(copied, await Cookie(visitor));
        // Until the new key was seen, the old one goes: the answer that brought it may have been lost.
        Assert.Equal(200, await With(copied));
        Assert.True(await AccountScene.IsIn(visitor));
        Assert.Equal(200, await With(copied));
        product.Clock.Advance(Session.Grace);

        Assert.Equal(302, await With(copied));
        Assert.False(await AccountScene.IsIn(visitor));
        Assert.Equal(SecurityEventKind.KeyCameBack, (await scene.Events())[^1]);
    }

    [Fact]
    public async Task SigningInAnew_IsANewSession_AndEndsTheOneBefore()
    {
        var scene = await AccountScene.WithPassword(product);
        var visitor = await SignedIn(scene);
        var before = await Cookie(visitor);
        product.Clock.Advance(TimeSpan.FromMinutes(2));

        await scene.SignIn(visitor);

        Assert.Equal(302, await With(before));
        Assert.True(await AccountScene.IsIn(visitor));
    }

    [Fact]
    public async Task SignOut_EndsItForACopyToo()
    {
        var scene = await AccountScene.WithPassword(product);
        var visitor = await SignedIn(scene);
        var copied = await Cookie(visitor);

        await visitor.Submit((await visitor.Open("/account")).Form("form[action*='sign-out']"));

        Assert.Equal(302, await With(copied));
    }

    private async Task<Visitor> SignedIn(AccountScene scene)
    {
        var visitor = product.Visit();
        product.Clock.Advance(TimeSpan.FromMinutes(2));
        (await scene.SignIn(visitor)).ExpectOk();
        Assert.True(await AccountScene.IsIn(visitor));
        return visitor;
    }

    /// <summary>As it stands in the browser now: the demo's and the tests' browsers show what they send.</summary>
    private static async Task<string> Cookie(Visitor visitor)
    {
        using var answer = await visitor.Client.GetAsync(new Uri("/css/commonground.css", UriKind.Relative));
        return answer.RequestMessage!.Headers.TryGetValues("Cookie", out var cookies) ? cookies.SelectMany(c => c.Split("; ")).Single(c => c.StartsWith("cg-session=", StringComparison.Ordinal)) : "";
    }

    private async Task<int> With(string cookie)
    {
        using var bare = product.Bare();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Cookie", cookie);
        using var answer = await bare.SendAsync(request);
        return (int)answer.StatusCode;
    }

    public sealed class OnSqlite(SqliteProduct product) : SessionTests(product), IClassFixture<SqliteProduct>;

    public sealed class OnPostgres(PostgresProduct product) : SessionTests(product), IClassFixture<PostgresProduct>;
}
