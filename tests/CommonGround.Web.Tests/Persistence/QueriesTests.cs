using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Persistence;

/// <summary>A query is worked out once, for whichever case it is asked: a case's id that stands in its text would cost a second at each look.</summary>
[OnOneDatabase("How a query is worked out is the same for both.")]
public sealed class QueriesTests(SqliteDemo product) : IClassFixture<SqliteDemo>
{
    private const string WorkedOut = "Compiling query expression";

    [Fact]
    public async Task APage_OfAnotherCase_WorksNoQueryOutAnew()
    {
        product.Log.KeepEverything();
        // Each stage once: what only the one case has is worked out for it.
        foreach (var (person, caseKey) in new[] { ("oskar", "case-oskar"), ("berit", "case-berit"), ("gunilla", "case-gunilla") })
            await OpenAll(await product.SignInAs(person), DemoFile.IdOf(caseKey));
        Assert.Contains(product.Log.Lines, line => line.Contains(WorkedOut, StringComparison.Ordinal));
        var before = product.Log.Lines.Count;

        await OpenAll(await product.SignInAs("fatima"), DemoFile.IdOf("case-fatima"));

        var anew = product.Log.Lines.Skip(before).Where(line => line.Contains(WorkedOut, StringComparison.Ordinal)).ToList();
        Assert.True(anew.Count == 0, $"{anew.Count}, the first:\n{anew.FirstOrDefault()}");
    }

    private async Task OpenAll(Visitor citizen, Guid caseId)
    {
        var party = await product.With(db => db.Whole<Party>().FirstAsync(p => p.CaseId == caseId && p.Role == PartyRole.Coordinator));
        string[] pages = ["", "/looked", "/looked.csv", "/who-helps", "/sharing", $"/sharing/as/{party.Id}", "/mine", "/mine/written", "/mine/everything.zip"];
        foreach (var page in pages)
            (await citizen.Open($"/my/{caseId}{page}")).ExpectOk();
    }
}
