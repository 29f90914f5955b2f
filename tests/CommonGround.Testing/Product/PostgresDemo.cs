namespace CommonGround.Testing.Product;

/// <summary>The product with the demo people.</summary>
public class PostgresDemo : PostgresProduct
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["COMMONGROUND_DEMO"] = "true" };
}
