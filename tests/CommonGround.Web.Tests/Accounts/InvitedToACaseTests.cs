using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Accounts;

/// <summary>Who came in to a case can choose a way of their own; a mail box that others read changes none.</summary>
public abstract class InvitedToACaseTests(RunningProduct product)
{
    [Fact]
    public async Task ASupervisor_NeedsNoAuthenticator_ButALongerPassword()
    {
        var jonas = await Came("ulrika");
        var shorter = await SetPassword(jonas, "tre ord ihop");

        var done = await SetPassword(jonas, "en lugn morgon i mars");
        var page = await AccountScene.SignInAs(product.Visit(), await Email("ulrika"), "en lugn morgon i mars", "");

        Assert.True(shorter.Has("#Password[aria-invalid=true]"));
        Assert.Equal("/account", done.Address.AbsolutePath);
        Assert.StartsWith("/work/", page.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACitizen_WithAPasswordAlone_IsNotLetIn()
    {
        var oskar = await Came("oskar");
        await SetName(oskar, "oskars konto", "en lugn morgon i mars");

        var page = await AccountScene.SignInAs(product.Visit(), "oskars konto", "en lugn morgon i mars", "");

        Assert.True(page.Has("#errors"));
    }

    [Fact]
    public async Task WhoCameByMail_ChangesNoWayThatIsThereAlready()
    {
        await SetName(await Came("berit"), "berits konto", "en lugn morgon i mars");

        var again = await Came("berit", proved: false);

        Assert.Equal("/sign-in", (await again.Open("/account/password")).Address.AbsolutePath);
        Assert.Equal("/sign-in", (await again.Open("/account/passkeys/add")).Address.AbsolutePath);
        (await again.Open("/account")).ExpectOk();
    }

    [Theory]
    [InlineData("oskar", SessionGroup.Citizen, 60)]
    [InlineData("ulrika", SessionGroup.Supervisor, 20)]
    [InlineData("amina", SessionGroup.Professional, 30)]
    public async Task HowLongASessionLasts_IsByWhatOneDoesHere(string person, SessionGroup group, int idleMinutes)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<Web.Infrastructure.Accounts.Sessions>().GroupOf(DemoFile.IdOf(person), product.Clock.GetUtcNow().UtcDateTime);
        var limits = product.Services.GetRequiredService<SessionPolicy>().For(found, new DateOnly(2026, 12, 1));

        Assert.Equal(group, found);
        Assert.Equal(idleMinutes, limits.IdleMinutes);
    }

    /// <summary>As the invitation's page signs someone in; that page has tests of its own.</summary>
    private async Task<Visitor> Came(string person, bool proved = true)
    {
        var visitor = product.Visit();
        await using var scope = product.Services.CreateAsyncScope();
        var id = DemoFile.IdOf(person);
        var (_, key) = (id, await scope.ServiceProvider.GetRequiredService<AccountInvitations>().Issue(id));
        await AccountScene.Redeem(visitor, key.Path, key.Code);
        if (!proved)
            await scope.ServiceProvider.GetRequiredService<CommonGroundDb>().Sessions.Where(s => s.PersonId == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, (DateTime?)null));
        return visitor;
    }

    private async Task<string> Email(string person)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CommonGroundDb>().Persons.SingleAsync(p => p.Id == DemoFile.IdOf(person))).Email!;
    }

    private static async Task<Page> SetPassword(Visitor visitor, string password) =>
        await visitor.Submit((await visitor.Open("/account/password")).ExpectOk().Form().Fill("Password", password));

    private static async Task<Page> SetName(Visitor visitor, string name, string password) =>
        await visitor.Submit((await visitor.Open("/account/password")).ExpectOk().Form().Fill("Name", name).Fill("Password", password));

    public sealed class OnSqlite(SqliteDemo product) : InvitedToACaseTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : InvitedToACaseTests(product), IClassFixture<PostgresDemo>;
}
