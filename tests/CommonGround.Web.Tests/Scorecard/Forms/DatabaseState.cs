using CommonGround.Testing.Databases;
using Npgsql;

namespace CommonGround.Web.Tests.Scorecard.Forms;

/// <summary>
/// What the database holds, read with nothing of the product: of each table how many rows, and a sum over all that stands in them. Without
/// what a request leaves, whatever it asks for: the access log, and when a session was last used.
/// </summary>
internal sealed class DatabaseState
{
    private const string AccessLog = "access\\_%";

    /// <summary>Columns that others than the one who sends a form write, meanwhile: the sender of mail, and the session as it goes on.</summary>
    private static readonly Dictionary<string, string> Besides = new()
    {
        ["outbox_message"] = "sent_at,attempts,not_before,code",
        ["session"] = "last_used_at,next_key_hash,next_key_sent_at,previous_key_hash,key_hash,key_since",
    };

    // The tables are those of the product's scripts, the same in each database of a test.
    private static string? _asking;

    private readonly SortedDictionary<string, string> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _rows = [];

    public long Rows(string table) => _rows.GetValueOrDefault(table);

    public static async Task<DatabaseState> Read(TestDatabase database)
    {
        var state = new DatabaseState();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        _asking ??= string.Join(" union all ", await Sums(connection));
        await using var all = new NpgsqlCommand(_asking, connection);
        await using var read = await all.ExecuteReaderAsync();
        while (await read.ReadAsync())
        {
            state._rows[read.GetString(0)] = read.GetInt64(1);
            state._tables[read.GetString(0)] = $"{read.GetInt64(1)} {(read.IsDBNull(2) ? "" : read.GetString(2))}";
        }

        return state;
    }

    /// <summary>The tables in which something is other than it was.</summary>
    public IReadOnlyList<string> Since(DatabaseState before) => [.. _tables.Where(t => before._tables.GetValueOrDefault(t.Key) != t.Value).Select(t => t.Key)];

    private static async Task<IReadOnlyList<string>> Sums(NpgsqlConnection connection)
    {
        await using var names = new NpgsqlCommand(
            $"select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like '{AccessLog}'", connection);
        await using var rows = await names.ExecuteReaderAsync();
        var sums = new List<string>();
        while (await rows.ReadAsync())
        {
            var table = rows.GetString(0);
            var row = Besides.TryGetValue(table, out var columns) ? $"(to_jsonb(t) - '{{{columns}}}'::text[])::text" : "t::text";
            sums.Add($"select '{table}', count(*), md5(string_agg({row}, '' order by {row})) from \"{table}\" t");
        }

        return sums;
    }
}
