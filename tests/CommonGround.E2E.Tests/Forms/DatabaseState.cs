using CommonGround.Testing.Databases;
using Npgsql;

namespace CommonGround.E2E.Tests.Forms;

/// <summary>
/// What the database holds, read with nothing of the product: of each table how many rows, and a sum over all that stands in them. Without
/// the access log, which holds each request.
/// </summary>
internal sealed class DatabaseState
{
    private readonly SortedDictionary<string, string> _tables = new(StringComparer.Ordinal);

    public long JournalLines { get; private set; }

    public static async Task<DatabaseState> Read(TestDatabase database)
    {
        var state = new DatabaseState();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var sums = new List<string>();
        await using (var names = new NpgsqlCommand("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'access\\_%'", connection))
        await using (var rows = await names.ExecuteReaderAsync())
        {
            // Mail is sent meanwhile, which its row notes.
            while (await rows.ReadAsync())
                sums.Add($"select '{rows.GetString(0)}', count(*), {(rows.GetString(0).StartsWith("outbox", StringComparison.Ordinal) ? "md5(string_agg(t.id::text, '' order by t.id))" : "md5(string_agg(t::text, '' order by t::text))")} from \"{rows.GetString(0)}\" t");
        }

        await using var all = new NpgsqlCommand(string.Join(" union all ", sums), connection);
        await using var read = await all.ExecuteReaderAsync();
        while (await read.ReadAsync())
        {
            state._tables[read.GetString(0)] = $"{read.GetInt64(1)} {(read.IsDBNull(2) ? "" : read.GetString(2))}";
            if (read.GetString(0) == "journal_entry")
                state.JournalLines = read.GetInt64(1);
        }

        return state;
    }

    /// <summary>The tables in which something is other than it was.</summary>
    public IReadOnlyList<string> Since(DatabaseState before) => [.. _tables.Where(t => before._tables.GetValueOrDefault(t.Key) != t.Value).Select(t => t.Key)];
}
