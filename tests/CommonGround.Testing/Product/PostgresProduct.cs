using CommonGround.Testing.Databases;

namespace CommonGround.Testing.Product;

/// <inheritdoc cref="RunningProduct"/>
public class PostgresProduct() : RunningProduct(DatabaseKind.Postgres);
