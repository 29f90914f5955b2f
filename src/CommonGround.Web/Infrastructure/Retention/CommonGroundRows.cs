using System.Globalization;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommonGround.Web.Infrastructure.Retention;

/// <summary>
/// Deletes what stands on common ground, whatever its table: the model says which tables belong to a case, so one that is added tomorrow
/// is erased too. Runs inside the caller's transaction.
/// </summary>
internal sealed class CommonGroundRows(CommonGroundDb db)
{
    private const string OfCase = nameof(IOnCommonGround.CaseId);

    /// <summary>Tables that belong to a case, those that lean on others first.</summary>
    private readonly IReadOnlyList<IEntityType> _tables = LeaningFirst(
        [.. db.Model.GetEntityTypes().Where(t => t.FindProperty(OfCase) is not null && t.ClrType != typeof(AccessSubject) && t.ClrType != typeof(JournalText))]);

    /// <summary>Rows of some kinds; what carries rows of other kinds stays until nothing holds the case.</summary>
    public async Task<int> Delete(Guid caseId, IReadOnlySet<InformationKind> kinds)
    {
        if (kinds.Count == 0)
            return 0;

        var ofKinds = $" and \"kind\" in ({string.Join(", ", kinds.Select(k => ((int)k).ToString(CultureInfo.InvariantCulture)))})";
        var deleted = 0;
        foreach (var table in _tables.Where(t => typeof(IOnCommonGround).IsAssignableFrom(t.ClrType) && !Carries(t)))
            deleted += await Delete(table, caseId, ofKinds);
        return deleted;
    }

    /// <summary>Everything of a case, and the case. What leans on a row without naming the case goes with it.</summary>
    public async Task<int> DeleteAll(Guid caseId)
    {
        var deleted = 0;
        foreach (var table in _tables)
            deleted += await Delete(table, caseId, "");
        return deleted + await db.Cases.Where(c => c.Id == caseId).ExecuteDeleteAsync();
    }

    /// <summary>The journal's words, of some kinds or all: their ids, for the entry that excuses them.</summary>
    public async Task<IReadOnlyList<Guid>> DeleteWords(Guid caseId, IReadOnlySet<InformationKind>? kinds = null)
    {
        var words = db.Whole<JournalText>().Where(t => t.CaseId == caseId);
        if (kinds is not null)
            words = words.Where(t => kinds.Contains(t.Kind));
        var ids = await words.OrderBy(t => t.StreamId).ThenBy(t => t.Position).Select(t => t.Id).ToListAsync();
        await words.ExecuteDeleteAsync();
        return ids;
    }

#pragma warning disable EF1002 // Names of tables and columns are the model's own, kinds are numbers; the value is a parameter.
    private Task<int> Delete(IEntityType table, Guid caseId, string and) => db.Database.ExecuteSqlRawAsync(
        $"delete from \"{table.GetTableName()}\" where \"{table.FindProperty(OfCase)!.GetColumnName()}\" = {{0}}{and}", caseId);
#pragma warning restore EF1002

    private static bool Carries(IEntityType table) =>
        table.ClrType == typeof(Domain.Cases.Party) || table.GetReferencingForeignKeys().Any(k => k.DeclaringEntityType != table);

    private static List<IEntityType> LeaningFirst(IReadOnlyList<IEntityType> tables)
    {
        var ordered = new List<IEntityType>();
        void Visit(IEntityType table)
        {
            if (ordered.Contains(table) || !tables.Contains(table))
                return;
            foreach (var leaning in table.GetReferencingForeignKeys().Select(k => k.DeclaringEntityType).Where(t => t != table))
                Visit(leaning);
            ordered.Add(table);
        }

        foreach (var table in tables)
            Visit(table);
        return ordered;
    }
}
