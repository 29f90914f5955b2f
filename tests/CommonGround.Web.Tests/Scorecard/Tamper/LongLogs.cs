using System.Data.Common;
using CommonGround.Domain;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommonGround.Web.Tests.Scorecard.Tamper;

/// <summary>
/// Logs as long as a region's, in the product's own form, written straight into the tables: half of the entries in the journals of many
/// cases, each with words, half in the access log of four processes.
/// </summary>
internal static class LongLogs
{
    private const int PerCase = 50;
    private const int Processes = 4;

    public static void Write(PlainDatabase database, int entries, DateTime from)
    {
        var (journals, accesses) = (entries / 2 / PerCase, entries / 2 / Processes);
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        var (words, people, heads) = (new List<object?[]>(), new List<object?[]>(), new List<object?[]>());
        Insert(connection, "journal_entry", "stream_id, position, entry, hash, event, at, actor_person_id", Journals(journals, from, words, heads));
        Insert(connection, "journal_text", "id, stream_id, position, case_id, unit_id, kind, author_person_id, label, text, key", words);
        Insert(connection, "journal_head", "stream_id, position, hash", heads);
        heads.Clear();
        Insert(connection, "access_entry", "writer_id, position, entry, hash, at, viewer_person_id, role, purpose, what, permitted", Accesses(accesses, from, people, heads));
        Insert(connection, "access_subject", "writer_id, position, ordinal, person_id, case_id, kinds", people);
        Insert(connection, "access_head", "writer_id, started_at, position, hash", heads);
        transaction.Commit();

        // What a database does by itself in the night.
        using var analyse = connection.CreateCommand();
        analyse.CommandText = "analyze";
        analyse.ExecuteNonQuery();
    }

    private static IEnumerable<object?[]> Journals(int cases, DateTime from, List<object?[]> words, List<object?[]> heads)
    {
        for (var c = 0; c < cases; c++)
        {
            var head = new JournalHead(Ids.New(from));
            for (var i = 0; i < PerCase; i++)
            {
                var at = from.AddMinutes(i);
                var by = new Actor(Ids.New(at), Hat.Support, Purpose.Coordination, Ids.New(at));
                var text = JournalText.Of(head, head.StreamId, null, InformationKind.Plan, by.PersonId, "goal", $"Att arbeta halva dagar från vecka {i}, och vila däremellan.", at);
                var entry = JournalEntry.Next(head, "GoalWritten", at, by, [text]);
                words.Add([text.Id, text.StreamId, text.Position, text.CaseId, text.UnitId, (int)text.Kind, text.AuthorPersonId, text.Label, text.Text, text.Key]);
                yield return [entry.StreamId, entry.Position, entry.Entry, entry.Hash, entry.Event, entry.At, entry.ActorPersonId];
            }

            heads.Add([head.StreamId, head.Position, head.Hash]);
        }
    }

    private static IEnumerable<object?[]> Accesses(int each, DateTime from, List<object?[]> people, List<object?[]> heads)
    {
        for (var process = 0; process < Processes; process++)
        {
            var head = new AccessHead(Ids.New(from), from);
            for (var i = 0; i < each; i++)
            {
                var at = from.AddSeconds(i);
                var (person, caseId) = (Ids.New(at), Ids.New(at));
                var entry = head.Add(new Domain.Journal.Access(at, Ids.New(at), PartyRole.Coordinator, Hat.Support, Purpose.Coordination, "Cases/CasePage", true, [new Disclosed(person, caseId, 6)]));
                people.AddRange(entry.People.Select(p => new object?[] { p.WriterId, p.Position, p.Ordinal, p.PersonId, p.CaseId, p.Kinds }));
                yield return [entry.WriterId, entry.Position, entry.Entry, entry.Hash, entry.At, entry.ViewerPersonId, (int?)entry.Role, (int)entry.Purpose, entry.What, entry.Permitted];
            }

            heads.Add([head.WriterId, head.StartedAt, head.Position, head.Hash]);
        }
    }

    private static void Insert(DbConnection connection, string table, string columns, IEnumerable<object?[]> rows)
    {
        if (connection is NpgsqlConnection postgres)
        {
            Copy(postgres, table, columns, rows);
            return;
        }

        using var command = ((SqliteConnection)connection).CreateCommand();
        var names = columns.Split(", ");
        command.CommandText = $"insert into {table} ({columns}) values ({string.Join(", ", names.Select(n => "@" + n))})";
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter { ParameterName = "@" + name });
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static void Copy(NpgsqlConnection connection, string table, string columns, IEnumerable<object?[]> rows)
    {
        using var copy = connection.BeginBinaryImport($"copy {table} ({columns}) from stdin (format binary)");
        foreach (var row in rows)
            copy.WriteRow(row);
        copy.Complete();
    }
}
