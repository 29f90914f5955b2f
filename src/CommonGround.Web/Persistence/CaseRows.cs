using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommonGround.Web.Persistence;

/// <summary>Whatever stands on common ground in a case, table by table: for those who gather all of it, whatever the table.</summary>
public static class CaseRows
{
    public static IEnumerable<IEntityType> CaseTables(this CommonGroundDb db) => db.Model.GetEntityTypes()
        .Where(e => typeof(IOnCommonGround).IsAssignableFrom(e.ClrType) && e.FindProperty(nameof(IOnCommonGround.CaseId)) is not null);

    /// <summary>The rows of one such table that the viewer may read, with the people whom they name.</summary>
    public static IQueryable<T> OfCases<T>(this CommonGroundDb db, IEntityType table, params IEnumerable<Guid> cases) where T : class, IOnCommonGround
    {
        // Held by the query as values, not as part of its text: else it would be worked out anew for each case.
        var ids = cases.Select(c => (Guid?)c).ToList();
        var rows = db.Set<T>().AsNoTracking().Where(r => ids.Contains(EF.Property<Guid?>(r, nameof(IOnCommonGround.CaseId))));
        foreach (var toPerson in table.GetNavigations().Where(n => n.TargetEntityType.ClrType == typeof(Person)))
            rows = rows.Include(toPerson.Name);
        return rows;
    }
}
