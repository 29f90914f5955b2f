using System.Text;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>
/// Puts a row of every kind that a workplace never holds into every table that stands on common ground, with a marker in each field of
/// words: a table that is added tomorrow is planted too. A planted row is a twin of one that the journey left, so that pages find it; of somebody else's where the journey leaves none.
/// </summary>
internal sealed class Planting(CommonGroundDb db, Guid caseId, Guid citizen, Guid elsewhere, Markers markers)
{
    public static readonly InformationKind[] Kinds =
        [InformationKind.Health, InformationKind.Function, InformationKind.Story, InformationKind.Diary, InformationKind.Assessment];

    /// <summary>Keys that pages look up by, and that no person writes.</summary>
    private static readonly string[] NotWords = ["StepKey", "FormKey", "FormHash", "Language", "LinkId", "Label", "Key", "Rule"];

    /// <summary>The tables that hold words of people.</summary>
    public IReadOnlyList<IEntityType> Tables { get; } =
    [
        .. db.Model.GetEntityTypes().Where(e => typeof(IOnCommonGround).IsAssignableFrom(e.ClrType) && e.ClrType != typeof(Party) && Fields(e).Any()),
    ];

    /// <returns>The tables that had no row to make a twin of.</returns>
    public async Task<IReadOnlyList<string>> Plant()
    {
        var without = new List<string>();
        foreach (var table in Tables)
        {
            var rows = await (Task<List<object>>)typeof(Planting).GetMethod(nameof(Rows), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(table.ClrType).Invoke(this, [])!;
            if (rows.Count == 0)
                without.Add(table.ClrType.Name);
            foreach (var row in rows)
            {
                foreach (var kind in Kinds)
                    Twin(table, row, kind);
            }
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return without;
    }

    private static IEnumerable<IProperty> Fields(IEntityType table) =>
        table.GetProperties().Where(p => (p.ClrType == typeof(string) || IsText(p)) && !NotWords.Contains(p.Name) && !p.IsPrimaryKey());

    private static bool IsText(IProperty property) => property.DeclaringType.ClrType == typeof(JournalText) && property.Name == nameof(JournalText.Text);

    // The first few are enough to stand beside everything that a page shows.
    private async Task<List<object>> Rows<T>() where T : class
    {
        var rows = await db.Whole<T>().AsNoTracking().ToListAsync();
        var own = rows.Where(r => markers.In(Said(r)).All(m => m.Place.StartsWith("Interview", StringComparison.Ordinal))).ToList();
        return [.. own.Where(r => ((IOnCommonGround)r).CaseId == caseId).DefaultIfEmpty(own.FirstOrDefault()).Where(r => r is not null).Take(3)!];
    }

    private string Said(object row) => string.Join(' ', Fields(db.Model.FindEntityType(row.GetType())!).Select(p => p.PropertyInfo!.GetValue(row))
        .Select(v => v is byte[] bytes ? Encoding.UTF8.GetString(bytes) : v as string));

    private void Twin(IEntityType table, object row, InformationKind kind)
    {
        var twin = db.Entry(db.Entry(row).CurrentValues.ToObject());
        Set(twin, "Id", Guid.CreateVersion7());
        Set(twin, "Kind", kind);
        Set(twin, "CaseId", caseId);
        // A unit's intake opens what reached it to all who work there: that is the rule for certificates, so theirs stays with another unit.
        if (table.FindProperty("UnitId") is { } unit)
            twin.Property("UnitId").CurrentValue = unit.IsNullable ? null : elsewhere;
        if (row is IAboutPerson)
            Set(twin, "PersonId", citizen);
        if (row is PlanItem)
            Set(twin, nameof(PlanItem.LineageId), Guid.CreateVersion7());
        if (table.FindProperty("AuthorPersonId") is not null)
            Set(twin, "AuthorPersonId", citizen);
        foreach (var own in table.GetIndexes().Where(i => i.IsUnique).SelectMany(i => i.Properties).Where(p => p.ClrType == typeof(int)))
            Set(twin, own.Name, -1 - markers.Count);
        foreach (var field in Fields(table))
        {
            var marker = markers.New($"{table.ClrType.Name}.{field.Name}", kind);
            Set(twin, field.Name, IsText(field) ? Encoding.UTF8.GetBytes(marker) : marker);
        }

        twin.State = EntityState.Added;
    }

    private static void Set(EntityEntry entry, string property, object value) => entry.Property(property).CurrentValue = value;
}
