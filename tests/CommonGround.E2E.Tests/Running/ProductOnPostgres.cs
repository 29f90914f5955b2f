using CommonGround.Testing.Databases;

namespace CommonGround.E2E.Tests.Running;

/// <inheritdoc cref="ProductOn"/>
public sealed class ProductOnPostgres() : ProductOn(DatabaseKind.Postgres);
