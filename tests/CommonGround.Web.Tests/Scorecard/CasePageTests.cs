using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Testing.Sql;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Tests.Scorecard.Secrets;

namespace CommonGround.Web.Tests.Scorecard;

/// <summary>A case page costs a few statements, whatever stands in the case. The counter's own tests show that it counts.</summary>
[ScorecardRow("F2")]
public abstract class CasePageTests(RunningProduct product)
{
    private const int AtMost = 6;

    [Fact]
    public async Task CasePage_CostsFewStatements_WhateverItsSize()
    {
        var scene = await SecretScene.Set(product);
        var amina = await product.SignInAs("amina");
        var rows = scene.Markers.Count;
        var small = await Cost(amina, scene);
        for (var i = 0; i < 9; i++)
            await scene.Plant();
        var large = await Cost(amina, scene);

        var own = small.Without(Tags.Policy, Tags.SignIn, Tags.AccessLog);
        Figure.Report("F2", $"{own.Count} statements of the case page on {product.Kind} (at most {AtMost}), {small.Count} with sign-in and policy; {large.Count} with {(double)scene.Markers.Count / rows:0.0} times as many rows");
        Assert.True(own.Count <= AtMost, $"{own.Count} statements:\n{string.Join("\n---\n", own)}");
        Assert.Equal(small.Count, large.Count);
    }

    private static async Task<IReadOnlyList<SqlStatement>> Cost(Testing.Pages.Visitor visitor, SecretScene scene)
    {
        await visitor.Open($"/cases/{scene.CaseId}");
        return (await visitor.Open($"/cases/{scene.CaseId}")).ExpectOk().Sql;
    }

    public sealed class OnSqlite(SqliteDemo product) : CasePageTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : CasePageTests(product), IClassFixture<PostgresDemo>;
}
