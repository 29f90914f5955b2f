using System.Text;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>Looks for secrets in the columns that are said to hold no words: what is said of them is held to.</summary>
internal static class WordlessColumns
{
    public static async Task<IEnumerable<string>> Holding(CommonGroundDb db, Markers markers)
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var column in db.Model.GetEntityTypes().SelectMany(TextColumns.Of).Where(c => TextColumns.WithoutWords.ContainsKey(TextColumns.Name(c))))
        {
            var table = (IEntityType)column.DeclaringType;
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select \"{column.GetColumnName()}\" from \"{table.GetTableName()}\" where \"{column.GetColumnName()}\" is not null";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var said = rows.GetValue(0) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : rows.GetString(0);
                found.AddRange(markers.In(said).Select(m => $"{TextColumns.Name(column)}, said to hold no words, holds {m.Place}"));
            }
        }

        return found;
    }
}
