using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Plans;

public abstract class HeldCopiesTests(RunningProduct product)
{
    [Fact]
    public async Task WhoTakesPartNoMore_FindsTheirCopiesOnTheirFirstPage_AndOpensThem()
    {
        var scene = await PlanScene.Set(product);
        await scene.Consent("elin", PartyRole.Supervisor);
        await scene.Meet();
        var copy = await CopyOf(scene, "elin");
        var elin = await product.SignInAs("elin");
        Assert.Equal($"/work/{scene.CaseId}", (await elin.Open("/")).Address.AbsolutePath);
        await Withdraw(scene, "elin");

        var first = (await elin.Open("/")).ExpectOk();

        Assert.Equal("/nothing-yet", first.Address.AbsolutePath);
        Assert.Contains("Plan för vägen tillbaka till arbetet: Sara Lind", first.Text($"a[href='{copy}']"), StringComparison.Ordinal);
        Assert.Contains("Amina Nord, Region Norrstrand", first.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Stressmottagningen", first.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(PlanScene.Secret, first.Html, StringComparison.Ordinal);
        (await elin.Open(copy)).ExpectOk();
        Assert.True((await elin.Open("/copies")).ExpectOk().Has($"a[href='{copy}']"));
        Assert.True(await scene.With(db => db.AccessLog.AnyAsync(a => a.ViewerPersonId == PlanScene.Person("elin") && a.What.EndsWith("NothingYet")
            && a.People.Any(p => p.CaseId == scene.CaseId && (p.Kinds & (1 << (int)InformationKind.Contact)) != 0))));
    }

    [Fact]
    public async Task OthersCopies_AndThoseTakenBack_AreNobodysToList()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var copy = await CopyOf(scene, "jonas");

        foreach (var person in new[] { "maria", "oskar", "amina", "lena" })
            Assert.False((await (await product.SignInAs(person)).Open("/copies")).ExpectOk().Has($"a[href='{copy}']"));

        await scene.Withdraw("jonas");
        var sara = await product.SignInAs("sara");
        await sara.Submit((await sara.Open(copy + "/recall")).ExpectOk().Form());
        var jonas = (await (await product.SignInAs("jonas")).Open("/copies")).ExpectOk();
        Assert.False(jonas.Has($"a[href='{copy}']"));
    }

    [Fact]
    public async Task WhoTakesPartElsewhere_IsLedToTheirCopies_FromTheirPageThere()
    {
        var (ended, other) = (await PlanScene.Set(product), await PlanScene.Set(product));
        await ended.Meet();
        var copy = await CopyOf(ended, "jonas");
        await Withdraw(ended, "jonas");
        var jonas = await product.SignInAs("jonas");

        var work = (await jonas.Open($"/work/{other.CaseId}")).ExpectOk();

        Assert.True(work.Has("#held a[href='/copies']"));
        Assert.False(work.Has($"a[href='{copy}']"));
        Assert.True((await jonas.Open("/copies")).ExpectOk().Has($"a[href='{copy}']"));
    }

    [Fact]
    public async Task WhoHoldsNothing_IsToldSo()
    {
        var page = (await (await product.SignInAs("mats")).Open("/nothing-yet")).ExpectOk();

        Assert.False(page.Has("main table"));
        Assert.True((await (await product.SignInAs("mats")).Open("/copies")).ExpectOk().Has(".empty"));
    }

    [Fact]
    public async Task TheList_CostsTheSame_HoweverManyThereAre()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var jonas = await product.SignInAs("jonas");
        var few = (await jonas.Open("/copies")).Sql.Count;
        for (var version = 1; version <= 3; version++)
        {
            var (n, words) = (version, $"{version} mornings");
            await scene.ChangePlan("sara", (handler, change) => handler.Edit(change, n, new PlanContent { Items = [scene.Step with { Text = words }] }));
        }

        var many = (await jonas.Open("/copies")).ExpectOk();

        Assert.Equal(4, many.Document.QuerySelectorAll($"a[href^='/cases/{scene.CaseId}/']").Length);
        Assert.Equal(few, many.Sql.Count);
    }

    [Fact]
    public async Task TheCitizen_SeesWhatOthersKeep_AndWhenItWasOpened()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var copy = await CopyOf(scene, "jonas");
        var sara = await product.SignInAs("sara");
        Assert.Contains("Inte öppnat än", (await sara.Open($"/my/{scene.CaseId}/sharing")).Text($"#party-{scene.Party("jonas")}"), StringComparison.Ordinal);
        await (await product.SignInAs("jonas")).Open(copy);
        await Withdraw(scene, "jonas");

        var sharing = (await sara.Open($"/my/{scene.CaseId}/sharing")).ExpectOk();

        Assert.False(sharing.Has($"#party-{scene.Party("jonas")}"));
        Assert.Contains("Jonas Ek", sharing.Text("#ended ~ section"), StringComparison.Ordinal);
        Assert.Contains("Din chef ser inget nytt", sharing.Text(), StringComparison.Ordinal);
        Assert.Contains("Öppnat", sharing.Text("#ended ~ section"), StringComparison.Ordinal);
        Assert.True(sharing.Has($"#ended ~ section a[href='{copy}']"));
    }

    private async Task Withdraw(PlanScene scene, string person)
    {
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await scene.Withdraw(person)).Succeeded);
        product.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private static async Task<string> CopyOf(PlanScene scene, string person) => $"/cases/{scene.CaseId}/copies/" + await scene.With(db =>
        db.Whole<HandedOverCopy>().Where(c => c.CaseId == scene.CaseId && c.RecipientPersonId == PlanScene.Person(person)).Select(c => c.Id).SingleAsync());

    public sealed class OnSqlite(SqliteDemo product) : HeldCopiesTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : HeldCopiesTests(product), IClassFixture<PostgresDemo>;
}
