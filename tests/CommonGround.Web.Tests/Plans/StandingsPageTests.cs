using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Shared.Plans;

namespace CommonGround.Web.Tests.Plans;

/// <summary>Where everyone stands, as it is shown: to what each can read, told apart, and brought to whoever leads the case.</summary>
public abstract class StandingsPageTests(RunningProduct product)
{
    private const string Asks = "Läs vad någon håller emot eller frågar om planen";

    [Fact]
    public async Task What_a_caseworker_asks_stands_on_the_lines_of_their_copy_and_no_others()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        await Say(scene, "maria", new StanceTaken(StancePosition.Question, null, "From which day?"));

        var page = (await (await product.SignInAs("amina")).Open(scene.Plan)).ExpectOk();

        Assert.Single(page.Texts("section p.small"), p => p.Contains("From which day?", StringComparison.Ordinal));
        Assert.Contains("From which day?", page.Text("section[aria-labelledby='goals']"));
    }

    [Fact]
    public async Task Who_has_two_parts_is_named_with_the_part()
    {
        var scene = await PlanScene.Set(product);
        await scene.Change("amina", change =>
        {
            change.Case.AddCareParty(PlanScene.Person("karin"), PartyRole.CertifyingDoctor, true, change.Now);
            change.Journal("PartyJoined");
            return "/";
        });
        await scene.Meet();
        await Say(scene, "karin", new StanceTaken(StancePosition.Agrees));
        var amina = await product.SignInAs("amina");

        Assert.Contains("Karin Berg, behandlande läkare", (await amina.Open(scene.Plan)).ExpectOk().Text("section[aria-labelledby='goals']"));
        Assert.Contains("Karin, behandlande läkare", (await amina.Open($"/cases/{scene.CaseId}")).ExpectOk().Text("main"));
        Assert.Contains("Karin Berg, behandlande läkare är med", (await amina.Open(scene.Plan + "/paper.txt")).Html);
        Assert.Contains("Jonas Ek är med", (await amina.Open(scene.Plan)).Text("section[aria-labelledby='goals']"));
    }

    [Fact]
    public async Task What_is_held_back_or_asked_is_brought_to_the_coordinator_until_something_else_is_said()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var amina = await product.SignInAs("amina");
        Assert.False(await IsAsked());

        await Say(scene, "jonas", new StanceTaken(StancePosition.Reservation, scene.Id(3), "no room free", "from April"));

        var page = (await amina.Open($"/cases/{scene.CaseId}")).ExpectOk();
        Assert.Contains(Asks, page.Text("main"));
        Assert.True(page.Has($"a[href='{scene.Plan}']"));
        Assert.Contains("Jonas har ett förbehåll", page.Text("li.heed"));
        Assert.Contains(Asks, (await amina.Open("/for-me")).ExpectOk().Text("main"));
        Assert.DoesNotContain(Asks, (await (await product.SignInAs("karin")).Open($"/cases/{scene.CaseId}")).ExpectOk().Text("main"));

        await Say(scene, "jonas", new StanceTaken(StancePosition.Agrees));
        Assert.False(await IsAsked());

        await Say(scene, "maria", new StanceTaken(StancePosition.Question, null, "From which day?"));
        Assert.True(await IsAsked());
        await scene.ChangePlan("amina", (handler, change) => handler.Edit(change, 1, new PlanContent { Items = [scene.Step with { DegreeTo = 75 }] }));
        Assert.False(await IsAsked());

        async Task<bool> IsAsked() => (await amina.Open($"/cases/{scene.CaseId}")).ExpectOk().Text("main").Contains(Asks, StringComparison.Ordinal);
    }

    private async Task Say(PlanScene scene, string person, StanceTaken taken)
    {
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        var said = await scene.ChangePlan(person, async (handler, change) => await handler.Say(change, 1, taken));
        Assert.True(said.Succeeded, said.Error?.Name);
    }

    public sealed class OnSqlite(SqliteDemo product) : StandingsPageTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : StandingsPageTests(product), IClassFixture<PostgresDemo>;
}
