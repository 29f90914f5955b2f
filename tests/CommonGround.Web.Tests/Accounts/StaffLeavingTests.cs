using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Commands;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Tests.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Accounts;

/// <summary>Whose work here ends finds everything closed at the next request; what they led goes on with somebody else.</summary>
public abstract class StaffLeavingTests(RunningProduct product)
{
    [Fact, ScorecardRow("S5")]
    public async Task AtTheNextRequest_AllIsClosed_AndTheirCasesAreLedByTheSuccessor()
    {
        var scene = await CaseScene.Open(product);
        var (amina, karin, erik) = (await scene.As("amina"), await scene.As("karin"), await scene.As("erik"));
        var led = await scene.Read(db => db.Whole<Party>().CountAsync(p => p.PersonId == CaseScene.Amina && p.Role == PartyRole.Coordinator && p.Until == null));
        (await amina.Open($"/cases/{scene.CaseId}")).ExpectOk();
        (await karin.Open($"/cases/{scene.CaseId}")).ExpectOk();
        // Who leads cases does not go without someone who goes on with them; one who is no coordinator there does not.
        var refused = await Leave("amina", null);
        Assert.Equal(1, refused.Code);
        Assert.Contains($"{led} cases. Name with --successor", refused.Said);
        Assert.Equal(1, (await Leave("amina", "karin")).Code);
        Assert.Equal(1, (await Leave("oskar", "erik")).Code);
        (await amina.Open($"/cases/{scene.CaseId}")).ExpectOk();

        var (code, said) = await Leave("amina", "erik");
        var (second, _) = await Leave("karin", null);

        Assert.True((code, second) == (0, 0), said);
        Assert.Contains($"{led}, {led}.", said.Replace("handed over: ", "", StringComparison.Ordinal));
        foreach (var (gone, address) in new[] { (amina, $"/cases/{scene.CaseId}"), (amina, "/episodes"), (karin, $"/cases/{scene.CaseId}") })
            Assert.Equal("/sign-in", (await gone.Open(address)).Address.AbsolutePath);
        // Signed in again, there is nothing either.
        foreach (var person in new[] { "amina", "karin" })
        {
            var again = await scene.As(person);
            (await again.Open($"/cases/{scene.CaseId}")).Expect(HttpStatusCode.NotFound);
            (await again.Open("/episodes")).Expect(HttpStatusCode.NotFound);
            Assert.False(await scene.Read(db => db.Grants.AnyAsync(g => g.PersonId == DemoFile.IdOf(person) && g.UnitId != null && (g.Until == null || g.Until > product.Clock.GetUtcNow().UtcDateTime))));
        }

        (await erik.Open($"/cases/{scene.CaseId}/people")).ExpectOk();
        var sara = await scene.As("sara");
        var helps = (await sara.Open($"/my/{scene.CaseId}/who-helps")).ExpectOk().Text();
        Assert.Contains("Erik Åström", helps);
        Assert.DoesNotContain("Amina", helps);
        // Given again, it finds nothing left to do.
        Assert.Equal(0, (await Leave("amina", null)).Code);
        Figure.Report("S5", $"on {product.Kind}: of two who stopped working here, nothing was open at the next request; {led} cases go on with a successor");
    }

    [Fact]
    public async Task APrivacyOfficer_IsNamed_AndTheOneBeforeIsNoneAnyMore()
    {
        var (vera, pontus) = (await product.SignInAs("vera"), await product.SignInAs("pontus"));
        (await vera.Open("/privacy")).ExpectOk();
        (await pontus.Open("/privacy")).Expect(HttpStatusCode.NotFound);

        Assert.Equal(1, await Name("pontus.lagerqvist@region.example", "Region Nowhere", 7));
        Assert.Equal(1, await Name("nobody@region.example", "Region Norrstrand", 7));
        Assert.Equal(1, await Name("pontus.lagerqvist@region.example", "Region Norrstrand", 0));
        (await vera.Open("/privacy")).ExpectOk();
        Assert.Equal(0, await Name("pontus.lagerqvist@region.example", "Region Norrstrand", 5));

        (await pontus.Open("/privacy")).ExpectOk();
        Assert.True((await pontus.Open("/for-me")).ExpectOk().Has("main a[href='/privacy']"));
        Assert.False((await (await product.SignInAs("hanna")).Open("/for-me")).ExpectOk().Has("main a[href='/privacy']"));
        var scene = await CaseScene.Open(product);
        var now = product.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal([(DemoFile.IdOf("pontus"), 5)], (await scene.Read(db => db.PrivacyOfficers.Where(o => o.OrganisationId == DemoFile.IdOf("region") && (o.Until == null || o.Until > now)).ToListAsync()))
            .Select(o => (o.PersonId, o.AnswerWithinDays)));
    }

    private async Task<(int Code, string Said)> Leave(string person, string? successor)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Web.Persistence.CommonGroundDb>();
        var email = await db.Persons.Where(p => p.Id == DemoFile.IdOf(person)).Select(p => p.Email).SingleAsync();
        var next = successor is null ? null : await db.Persons.Where(p => p.Id == DemoFile.IdOf(successor)).Select(p => p.Email).SingleAsync();
        await using var said = new StringWriter();
        var code = await AccountCommand.Leave(product.Services, email!, null, next, Texts, said, said);
        return (code, said.ToString());
    }

    private async Task<int> Name(string email, string organisation, int days)
    {
        await using var said = new StringWriter();
        return await AccountCommand.Name(product.Services, email, organisation, days, Texts, said, said);
    }

    private Texts Texts => product.Services.GetRequiredService<Texts>().In("en");

    // Each has a demo of its own: what it ends, others would miss.
    public sealed class OnSqlite(SqliteDemo product) : StaffLeavingTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : StaffLeavingTests(product), IClassFixture<PostgresDemo>;
}
