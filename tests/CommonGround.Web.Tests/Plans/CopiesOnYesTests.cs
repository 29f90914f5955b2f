using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Plans;

/// <summary>That a yes to the plan hands copies over is said before it is said; and nobody gets the same copy twice.</summary>
public abstract class CopiesOnYesTests(RunningProduct product)
{
    [Fact]
    public async Task Before_the_citizen_agrees_the_page_says_who_gets_a_copy_and_shows_what_they_would_read()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        await scene.ChangePlan("amina", (handler, change) => handler.Edit(change, 1, new PlanContent { Items = [scene.Goal with { Text = "Back on Tuesdays first" }] }));
        var (sara, amina) = (await product.SignInAs("sara"), await product.SignInAs("amina"));

        var page = (await sara.Open($"{scene.Plan}/stance")).ExpectOk();
        var told = page.Text("#copies");
        Assert.Contains("Maria Holm, handläggare", told);
        Assert.Contains("Jonas Ek, chef", told);
        Assert.False((await amina.Open($"{scene.Plan}/stance")).ExpectOk().Has("#copies"));
        var read = await sara.Follow(page, $"#copies a[href$='{scene.Party("maria")}']");
        Assert.Contains("Back on Tuesdays first", read.Text());
        Assert.DoesNotContain(PlanScene.Secret, read.Html);
        Assert.Contains("får det av sig självt när du sagt ja", read.Text());
        Assert.False(read.Has("main form"));
        Assert.Equal(0, await Copies(scene, "maria", 2));
        Assert.Equal(0, await scene.With(db => db.Whole<Stance>().CountAsync(s => s.CaseId == scene.CaseId && s.Number == 2 && s.PartyId == scene.Party("sara"))));

        (await sara.Submit(page.Form().Choose("Position", "Agrees"))).ExpectOk();
        Assert.Equal(1, await Copies(scene, "maria", 2));
        Assert.Equal(1, await Copies(scene, "jonas", 2));
        Assert.False((await sara.Open($"{scene.Plan}/stance")).Has("#copies"));
    }

    [Fact]
    public async Task Who_holds_the_very_copy_is_not_given_a_second_one()
    {
        var scene = await PlanScene.Set(product, consents: false);
        await scene.Consent("jonas", PartyRole.Supervisor);
        await scene.Meet();
        await scene.Consent("maria", PartyRole.Caseworker);
        var (sara, amina) = (await product.SignInAs("sara"), await product.SignInAs("amina"));
        var address = $"{scene.Plan}/hand-over/{scene.Party("maria")}";
        var (first, second) = ((await sara.Open(address)).ExpectOk(), (await amina.Open(address)).ExpectOk());
        (await sara.Submit(first.Form())).ExpectOk();

        var refused = await amina.Submit(second.Form());

        Assert.Contains("De har redan just det här exemplaret", refused.Text("#errors"));
        Assert.Equal(1, await Copies(scene, "maria", 1));
        var again = (await amina.Open(address)).ExpectOk();
        Assert.Contains("Maria Holm har redan ett exemplar av den här versionen, sedan", again.Text());
        Assert.False(again.Has("main form"));
    }

    [Fact]
    public async Task Before_a_version_is_saved_the_page_says_who_gets_a_copy_of_it_and_after_it_that_they_did()
    {
        var scene = await PlanScene.Set(product);
        await scene.Meet();
        var (sara, amina, karin) = (await product.SignInAs("sara"), await product.SignInAs("amina"), await product.SignInAs("karin"));

        var page = (await sara.Open($"{scene.Plan}/edit")).ExpectOk();
        Assert.Contains("Maria Holm, handläggare", page.Text("#copies"));
        Assert.Contains("Jonas Ek, chef", page.Text("#copies"));
        Assert.Contains("Back to my own job", (await sara.Follow(page, $"#copies a[href$='{scene.Party("maria")}']")).ExpectOk().Text());
        Assert.Contains("När Sara Lind står bakom", (await amina.Open($"{scene.Plan}/edit")).ExpectOk().Text("#copies"));
        Assert.False((await karin.Open($"{scene.Plan}/edit")).ExpectOk().Has("#copies a"));

        var saved = (await sara.Submit(page.Form().Fill("Lines[0].Text", "Back on Tuesdays first"))).ExpectOk();
        Assert.Contains("exemplar av den är lämnade", saved.Text());
        Assert.Equal(1, await Copies(scene, "maria", 2));

        var theirs = (await amina.Open($"{scene.Plan}/edit")).ExpectOk();
        saved = (await amina.Submit(theirs.Form().Fill("Lines[0].Text", "Back on Mondays first"))).ExpectOk();
        Assert.DoesNotContain("lämnade", saved.Text("[role='status']"));
        Assert.Equal(0, await Copies(scene, "maria", 3));
    }

    [Fact]
    public async Task Where_nobody_has_a_yes_no_copy_is_spoken_of()
    {
        var scene = await PlanScene.Set(product, consents: false);

        Assert.False((await (await product.SignInAs("sara")).Open($"{scene.Plan}/edit")).ExpectOk().Has("#copies"));
    }

    private static Task<int> Copies(PlanScene scene, string person, int number) => scene.With(db => db.Whole<HandedOverCopy>()
        .CountAsync(c => c.CaseId == scene.CaseId && c.RecipientPartyId == scene.Party(person) && c.PlanNumber == number));

    public sealed class OnSqlite(SqliteDemo product) : CopiesOnYesTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : CopiesOnYesTests(product), IClassFixture<PostgresDemo>;
}
