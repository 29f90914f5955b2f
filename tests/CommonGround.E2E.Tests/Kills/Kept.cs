using System.Data.Common;
using System.Text.Json;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Databases;
using CommonGround.Web.Features.Demo;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommonGround.E2E.Tests.Kills;

/// <summary>
/// What the database kept of the commands of a run, read with nothing of the product: how often each has its effect, its receipt and its
/// line in the journal.
/// </summary>
internal sealed record Kept(IReadOnlyList<Guid> Effects, IReadOnlyList<Guid> Receipts, IReadOnlyList<Guid> Journalled)
{
    /// <summary>What a command is stored under begins as the number that was sent; the rest says where it was sent to, and is left out here.</summary>
    public static Guid Begins(Guid command) => Guid.ParseExact($"{command:N}"[..18].PadRight(32, '0'), "N");

    /// <summary>By this, a point on the board is known as the effect of a command.</summary>
    public static string TextOf(Guid command) => $"Point of {command:N}";

    public static async Task<Kept> Read(TestDatabase database)
    {
        await using var connection = await Open(database);
        return new Kept(
            await Column(connection, "select text from board_point where text like 'Point of %'", value => Begins(Guid.ParseExact(((string)value)[^32..], "N"))),
            await Column(connection, "select id from command_done", value => Begins(Id(value))),
            await Column(connection, "select entry from journal_entry where event = 'PointPutOnBoard'", value => Begins(CommandOf(value))));
    }

    /// <summary>The case's meeting, and the citizen's party.</summary>
    public static async Task<(Guid Id, Guid Side)> Meeting(TestDatabase database, string caseKey)
    {
        await using var connection = await Open(database);
        var of = database.Kind == DatabaseKind.Postgres ? $"'{DemoFile.IdOf(caseKey)}'" : $"'{DemoFile.IdOf(caseKey)}' collate nocase";
        return (Assert.Single(await Column(connection, $"select id from meeting where case_id = {of}", Id)),
            Assert.Single(await Column(connection, $"select id from party where role = {(int)PartyRole.Citizen} and case_id = {of}", Id)));
    }

    /// <summary>What was acknowledged and is not there once and whole, and what nobody acknowledged and is there in part or more than once.</summary>
    public IReadOnlyList<string> Faults(IReadOnlyCollection<Guid> sent, IReadOnlySet<Guid> acknowledged)
    {
        var (effects, receipts, journalled) = (Counts(Effects), Counts(Receipts), Counts(Journalled));
        return
        [
            .. sent.Select(command => (command, Found: (effects.GetValueOrDefault(Begins(command)), receipts.GetValueOrDefault(Begins(command)), journalled.GetValueOrDefault(Begins(command)))))
                .Where(c => c.Found != (1, 1, 1) && (acknowledged.Contains(c.command) || c.Found != (0, 0, 0)))
                .Select(c => $"{c.command}{(acknowledged.Contains(c.command) ? ", acknowledged" : "")}: effects, receipts, journal lines {c.Found}"),
        ];
    }

    private static Dictionary<Guid, int> Counts(IReadOnlyList<Guid> commands) => commands.GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());

    private static Guid Id(object value) => value as Guid? ?? Guid.Parse((string)value);

    internal static async Task<DbConnection> Open(TestDatabase database)
    {
        DbConnection connection = database.Kind == DatabaseKind.Postgres
            ? new NpgsqlConnection(database.ConnectionString)
            : new SqliteConnection($"Data Source={Path.Combine(database.DataFolder, "commonground.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static Guid CommandOf(object entry)
    {
        using var json = JsonDocument.Parse((byte[])entry);
        return json.RootElement.GetProperty("command").GetGuid();
    }

    private static async Task<IReadOnlyList<Guid>> Column(DbConnection connection, string sql, Func<object, Guid> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var values = new List<Guid>();
        while (await rows.ReadAsync())
            values.Add(read(rows.GetValue(0)));
        return values;
    }
}
