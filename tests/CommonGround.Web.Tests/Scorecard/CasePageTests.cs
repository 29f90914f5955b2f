using CommonGround.Domain.Sharing;
using CommonGround.Scorecard;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Testing.Sql;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Tests.Scorecard.Secrets;

namespace CommonGround.Web.Tests.Scorecard;

/// <summary>
/// A case page costs a few statements, whatever stands in the case: all that its request sends, sign-in and policy among them. The access
/// log's entry is committed for all who wait together, and is sent by none of them. The counter's own tests show that it counts.
/// </summary>
[ScorecardRow("F2")]
public abstract class CasePageTests(RunningProduct product)
{
    private const int AtMost = 6;

    [Fact]
    public async Task CasePage_CostsFewStatements_WhateverItsSize()
    {
        var scene = await SecretScene.Set(product);
        var pages = new (string Name, Visitor By, string Address)[]
        {
            ("the case page", await product.SignInAs("amina"), $"/cases/{scene.CaseId}"),
            ("of a case that has just begun", await product.SignInAs("amina"), $"/cases/{DemoFile.IdOf("case-mikael")}"),
            ("the same for a caseworker", await product.SignInAs("maria"), $"/cases/{scene.CaseId}"),
            ("the citizen's home", await product.SignInAs("sara"), $"/my/{scene.CaseId}"),
            ("the supervisor's page", await product.SignInAs("jonas"), $"/work/{scene.CaseId}"),
            ("my cases", await product.SignInAs("amina"), "/cases"),
        };
        var rows = Rows(scene);
        var small = await Cost(pages);
        await Grow(scene);
        var large = await Cost(pages);
        var grown = Rows(scene);

        Figure.Report("F2", $"{small[0].Count} statements of the case page on {product.Kind}, sign-in and policy among them (at most {AtMost}), with {rows} more rows in the case and with {grown}; {string.Join(", ", pages.Zip(small).Skip(1).Select(p => $"{p.First.Name} {p.Second.Count}"))}");
        foreach (var ((page, before), after) in pages.Zip(small).Zip(large))
        {
            Assert.True(before.Count == after.Count, $"{page.Name}: {before.Count} statements, and {after.Count} when the case had grown");
            Assert.True(page.Name == "my cases" || before.Count <= AtMost, $"{page.Name}: {before.Count} statements:\n{string.Join("\n---\n", before)}");
            Assert.True(before.Any(s => s.Tags.Contains(Tags.Policy)), $"{page.Name} asked for no policy: the wrong statements were counted");
        }

        Assert.True(grown > 3 * rows, $"from {rows} rows to {grown}");
    }

    private static async Task<List<IReadOnlyList<SqlStatement>>> Cost(IEnumerable<(string, Visitor By, string Address)> pages)
    {
        var cost = new List<IReadOnlyList<SqlStatement>>();
        foreach (var (_, by, address) in pages)
        {
            await by.Open(address);
            cost.Add((await by.Open(address)).ExpectOk().Sql);
        }

        return cost;
    }

    /// <summary>Hundreds of points, answers, lines, stances and journal texts, of kinds that the readers hold.</summary>
    private static Task Grow(SecretScene scene) =>
        scene.Plant([.. Enumerable.Repeat(new[] { InformationKind.Plan, InformationKind.Function, InformationKind.Work }, Volume.Of(sample: 20, full: 100)).SelectMany(k => k)]);

    private static int Rows(SecretScene scene) => scene.SecretRows.Sum(table => table.Count());

    public sealed class OnSqlite(SqliteDemo product) : CasePageTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : CasePageTests(product), IClassFixture<PostgresDemo>;
}
