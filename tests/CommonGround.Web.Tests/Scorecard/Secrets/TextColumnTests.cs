using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>No column that can hold words is forgotten by the search for leaks.</summary>
[ScorecardRow("P4")]
public abstract class TextColumnTests(RunningProduct product)
{
    [Fact]
    public void EveryColumnOfWords_IsPlanted_OrSaidToHoldNone()
    {
        using var scope = product.Services.CreateScope();
        var columns = scope.ServiceProvider.GetRequiredService<CommonGroundDb>().Model.GetEntityTypes().SelectMany(TextColumns.Of).ToList();

        Assert.Equal([], Unsorted(columns, TextColumns.WithoutWords.Keys.ToHashSet()));
        Assert.Equal(["SigningKey.Xml"], Unsorted(columns, TextColumns.WithoutWords.Keys.Where(k => k != "SigningKey.Xml").ToHashSet()));

        var names = columns.Select(TextColumns.Name).ToHashSet();
        Assert.Equal([], TextColumns.WithoutWords.Keys.Concat(TextColumns.ByScene).Where(n => !names.Contains(n)));
        Assert.Equal([], TextColumns.WithoutWords.Keys.Intersect(TextColumns.ByScene));
    }

    private static IEnumerable<string> Unsorted(IEnumerable<IProperty> columns, HashSet<string> without) =>
        columns.Where(c => !typeof(IOnCommonGround).IsAssignableFrom(c.DeclaringType.ClrType) || c.DeclaringType.ClrType == typeof(Party))
            .Select(TextColumns.Name).Where(n => !without.Contains(n) && !TextColumns.ByScene.Contains(n));

    public sealed class OnSqlite(SqliteDemo product) : TextColumnTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : TextColumnTests(product), IClassFixture<PostgresDemo>;
}
