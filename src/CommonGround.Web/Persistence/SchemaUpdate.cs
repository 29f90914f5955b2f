using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace CommonGround.Web.Persistence;

/// <summary>Brings a database to the newest schema: numbered scripts, each once, each whole or not at all.</summary>
public static class SchemaUpdate
{
    private const string VersionTable = "create table if not exists schema_version (number integer not null primary key, name text not null)";

    public static async Task Apply(PlainDatabase database, CancellationToken cancel = default)
    {
        await using var connection = database.Open();
        var postgres = connection is NpgsqlConnection;
        // SQLite's immediate transaction is the lock; PostgreSQL needs one that outlives each script.
        if (postgres)
            await Run(connection, null, "select pg_advisory_lock(5080)", cancel);
        try
        {
            await Run(connection, null, VersionTable, cancel);
            foreach (var script in Scripts(postgres ? "postgres" : "sqlite"))
                await Apply(connection, script, cancel);
        }
        finally
        {
            if (postgres)
                await Run(connection, null, "select pg_advisory_unlock(5080)", CancellationToken.None);
        }
    }

    private static async Task Apply(DbConnection connection, Script script, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await Run(connection, transaction, $"select count(*) from schema_version where number = {script.Number}", cancel) is not 0)
            return;

        await Run(connection, transaction, script.Sql, cancel);
        await Run(connection, transaction, $"insert into schema_version (number, name) values ({script.Number}, '{script.Name}')", cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task<int> Run(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel) is IConvertible value and not string
            ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : 0;
    }

    private static IEnumerable<Script> Scripts(string folder)
    {
        var assembly = typeof(SchemaUpdate).Assembly;
        var prefix = $"CommonGround.Web.Persistence.Schema.{folder}.";
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[prefix.Length..^".sql".Length];
            yield return new Script(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }

    private sealed record Script(int Number, string Name, string Sql);
}
