using CommonGround.Testing.Databases;
using CommonGround.Testing.Product;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Persistence;

/// <summary>The scripts and the EF model say the same: every table, column, nullability, key and index, both ways.</summary>
public abstract class SchemaTests(RunningProduct product)
{
    [Fact]
    public async Task Scripts_AndModel_HaveTheSameColumns()
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var model = db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null).SelectMany(e => e.GetProperties().Select(p =>
            $"{e.GetTableName()}.{p.GetColumnName()} {Family(p.GetRelationalTypeMapping().StoreType)} {(p.IsNullable ? "null" : "not null")}"));

        Assert.Equal(model.Order(StringComparer.Ordinal), (await Columns(db)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Scripts_AndModel_HaveTheSameIndexes()
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var model = db.Model.GetEntityTypes().SelectMany(e => e.GetIndexes()).Select(i => i.GetDatabaseName()!);

        Assert.Equal(model.Order(StringComparer.Ordinal), (await Read(db, product.Kind == DatabaseKind.Sqlite
            ? "select name from sqlite_master where type = 'index' and sql is not null"
            : "select indexname from pg_indexes where schemaname = 'public' and indexname not like 'pk\\_%' and tablename <> 'schema_version'"))
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryRowOnCommonGround_HasAKindThatCannotBeNull()
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var shared = db.Model.GetEntityTypes().Where(e => typeof(Domain.Sharing.IOnCommonGround).IsAssignableFrom(e.ClrType)).ToList();

        Assert.NotEmpty(shared);
        var columns = (await Columns(db)).ToHashSet();
        Assert.All(shared, e => Assert.Contains($"{e.GetTableName()}.kind integer not null", columns));
        Assert.All(shared, e => Assert.NotEmpty(e.GetDeclaredQueryFilters()));
    }

    private Task<List<string>> Columns(CommonGroundDb db) => Read(db, product.Kind == DatabaseKind.Sqlite
        ? """
          select t.name || '.' || c.name || ' ' || lower(c.type) || case when c."notnull" = 1 then ' not null' else ' null' end
          from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name not in ('schema_version', 'sqlite_sequence')
          """
        : """
          select table_name || '.' || column_name || ' ' || data_type || case when is_nullable = 'NO' then ' not null' else ' null' end
          from information_schema.columns where table_schema = 'public' and table_name <> 'schema_version'
          """);

    private static string Family(string storeType) => storeType.ToLowerInvariant();

    private static async Task<List<string>> Read(CommonGroundDb db, string sql) =>
        await db.Database.SqlQueryRaw<string>(sql).ToListAsync();

    public sealed class OnSqlite(SqliteProduct product) : SchemaTests(product), IClassFixture<SqliteProduct>;

    public sealed class OnPostgres(PostgresProduct product) : SchemaTests(product), IClassFixture<PostgresProduct>;
}
