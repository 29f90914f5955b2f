using CommonGround.Testing.Databases;

namespace CommonGround.Testing.Product;

/// <summary>The product with the demo people.</summary>
public class PostgresDemo : PostgresProduct
{
    protected override IReadOnlyDictionary<string, string?> Settings => ProductFactory.WithDemo;

    protected override Task<TestDatabase> MakeDatabase() => ProductFactory.Demo.CopyAsync(DatabaseKind.Postgres);
}
