using CommonGround.Testing.Databases;

namespace CommonGround.Testing.Product;

/// <inheritdoc cref="RunningProduct"/>
public class SqliteProduct() : RunningProduct(DatabaseKind.Sqlite);
