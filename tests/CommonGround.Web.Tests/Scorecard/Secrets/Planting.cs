using System.Text;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>Where secrets are put, and who of the crawl's readers may read each kind there.</summary>
/// <param name="Elsewhere">A unit that is neither the case's nor a reader's.</param>
internal sealed record Ground(Guid CaseId, Guid Citizen, Guid CitizensParty, Guid Elsewhere, Func<InformationKind, IEnumerable<string>> MayRead);

/// <summary>
/// Puts a row of every kind into every table that stands on common ground, with a marker in each field of words: a table that is added
/// tomorrow is planted too. A planted row is a twin of one that the journey left, so that pages find it; of somebody else's where the
/// journey leaves none.
/// </summary>
internal sealed class Planting(CommonGroundDb db, Ground ground, Markers markers)
{
    /// <summary>Secret rows by table, for addresses and forms that name one.</summary>
    public List<(Type Table, Guid Id)> Rows { get; } = [];

    /// <summary>The tables that hold words of people.</summary>
    public IReadOnlyList<IEntityType> Tables { get; } =
    [
        .. db.Model.GetEntityTypes().Where(e => typeof(IOnCommonGround).IsAssignableFrom(e.ClrType) && e.ClrType != typeof(Party) && TextColumns.ByTwin(e).Any()),
    ];

    /// <returns>The tables that had no row to make a twin of.</returns>
    public async Task<IReadOnlyList<string>> Plant(params InformationKind[] kinds)
    {
        var without = new List<string>();
        foreach (var table in Tables)
        {
            var rows = await (Task<List<object>>)typeof(Planting).GetMethod(nameof(TwinsOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(table.ClrType).Invoke(this, [])!;
            if (rows.Count == 0)
                without.Add(table.ClrType.Name);
            for (var i = 0; i < kinds.Length && rows.Count > 0; i++)
                Twin(table, rows[i % rows.Count], kinds[i]);
            if (table.ClrType == typeof(StoredAnswer) && rows.Count > 0)
                Draft(table, rows[0]);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return without;
    }

    // The first few are enough to stand beside everything that a page shows.
    private async Task<List<object>> TwinsOf<T>() where T : class
    {
        var rows = await db.Whole<T>().AsNoTracking().ToListAsync();
        var own = rows.Where(r => markers.In(Said(r)).All(m => m.Place.StartsWith("Interview", StringComparison.Ordinal))).ToList();
        var here = own.Where(r => ((IOnCommonGround)r).CaseId == ground.CaseId);
        // A line of somebody else's plan would be theirs. What a unit received can be anyone's.
        if (db.Model.FindEntityType(typeof(T))!.FindProperty("UnitId") is not null)
            here = here.DefaultIfEmpty(own.FirstOrDefault()!);
        return [.. here.OfType<object>().Take(3)];
    }

    private string Said(object row) => string.Join(' ', TextColumns.ByTwin(db.Model.FindEntityType(row.GetType())!).Select(p => p.PropertyInfo!.GetValue(row))
        .Select(v => v is byte[] bytes ? Encoding.UTF8.GetString(bytes) : v as string));

    /// <summary>Of a kind that a workplace may be given; but it is not told yet.</summary>
    private void Draft(IEntityType table, object row)
    {
        var draft = Twin(table, row, InformationKind.Work, ["sara"]);
        Set(draft, nameof(StoredAnswer.IsDraft), true);
        Set(draft, nameof(StoredAnswer.EnteredByPersonId), ground.Citizen);
    }

    private EntityEntry Twin(IEntityType table, object row, InformationKind kind, IEnumerable<string>? mayRead = null)
    {
        var twin = db.Entry(db.Entry(row).CurrentValues.ToObject());
        var id = Guid.CreateVersion7();
        Rows.Add((table.ClrType, id));
        Set(twin, "Id", id);
        Set(twin, "Kind", kind);
        Set(twin, "CaseId", ground.CaseId);
        // A unit's intake opens what reached it to all who work there: that is the rule for certificates, so theirs stays with another unit.
        if (table.FindProperty("UnitId") is { } unit)
            twin.Property("UnitId").CurrentValue = unit.IsNullable ? null : ground.Elsewhere;
        if (row is IAboutPerson)
            Set(twin, "PersonId", ground.Citizen);
        if (table.FindProperty("AuthorPersonId") is not null)
            Set(twin, "AuthorPersonId", ground.Citizen);
        if (row is PlanItem)
            StayWithTheCare(twin);
        if (row is Agreement)
        {
            // The only sort of line that can be of another kind than the plan's.
            Set(twin, nameof(Agreement.Type), AgreementType.Setback);
            Set(twin, nameof(Agreement.OwnerPartyId), ground.CitizensParty);
        }

        foreach (var own in table.GetIndexes().Where(i => i.IsUnique).SelectMany(i => i.Properties).Where(p => p.ClrType == typeof(int)))
            Set(twin, own.Name, -1 - markers.Count);
        foreach (var field in TextColumns.ByTwin(table))
        {
            var marker = markers.New(TextColumns.Name(field), kind, mayRead ?? ground.MayRead(kind));
            Set(twin, field.Name, field.ClrType == typeof(byte[]) ? Encoding.UTF8.GetBytes(marker) : marker);
        }

        twin.State = EntityState.Added;
        return twin;
    }

    private static void StayWithTheCare(EntityEntry line)
    {
        Set(line, nameof(PlanItem.LineageId), Guid.CreateVersion7());
        Set(line, nameof(PlanItem.Audience), PlanAudience.CitizenAndCare);
        line.Property(nameof(PlanItem.OwnerPartyId)).CurrentValue = null;
    }

    private static void Set(EntityEntry entry, string property, object value) => entry.Property(property).CurrentValue = value;
}
