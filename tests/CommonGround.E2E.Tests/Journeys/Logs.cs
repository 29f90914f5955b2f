using System.Data.Common;
using CommonGround.E2E.Tests.Kills;
using CommonGround.Testing.Databases;
using CommonGround.Web.Features.Demo;

namespace CommonGround.E2E.Tests.Journeys;

/// <summary>What journal and access log hold of a journey, read with nothing of the product.</summary>
/// <param name="Events">How often each event stands in the case's journal.</param>
/// <param name="Looks">Where, each time that the access log says that one person was let in on something of the case.</param>
internal sealed record Logs(IReadOnlyDictionary<string, int> Events, IReadOnlyList<string> Looks)
{
    public static async Task<Logs> Read(TestDatabase database, string caseKey, string viewer)
    {
        await using var connection = await Kept.Open(database);
        var collate = database.Kind == DatabaseKind.Postgres ? "" : " collate nocase";
        var events = new Dictionary<string, int>();
        await using (var read = await Ask(connection, $"select event, count(*) from journal_entry where stream_id = '{DemoFile.IdOf(caseKey)}'{collate} group by event"))
        {
            while (await read.ReadAsync()) events[read.GetString(0)] = read.GetInt32(1);
        }

        var looks = new List<string>();
        await using var look = await Ask(connection, $"""
            select e.what from access_entry e where e.permitted = true and e.viewer_person_id = '{DemoFile.IdOf(viewer)}'{collate} and exists
              (select 1 from access_subject s where s.writer_id = e.writer_id and s.position = e.position and s.case_id = '{DemoFile.IdOf(caseKey)}'{collate})
            """);
        while (await look.ReadAsync()) looks.Add(look.GetString(0));
        return new Logs(events, looks);
    }

    private static async Task<DbDataReader> Ask(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteReaderAsync();
    }
}
