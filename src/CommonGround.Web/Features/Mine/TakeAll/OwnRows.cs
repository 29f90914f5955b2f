using System.Reflection;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommonGround.Web.Features.Mine.TakeAll;

/// <summary>
/// Everything on common ground that is about a citizen and that they may read: every row of every table of their cases, whatever the table,
/// and what units received about them before there was a case. Read through the policy, which opens to a citizen what is their own.
/// </summary>
public sealed class OwnRows(CommonGroundDb db)
{
    private static readonly MethodInfo OfType = typeof(OwnRows).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>With the columns by which a machine reads them.</summary>
    public async Task<IReadOnlyList<(IEntityType Table, IOnCommonGround Row)>> Of(Guid citizenId, IReadOnlyCollection<Guid> cases)
    {
        var all = new List<(IEntityType, IOnCommonGround)>();
        foreach (var table in db.CaseTables().OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            foreach (var row in await (Task<List<IOnCommonGround>>)OfType.MakeGenericMethod(table.ClrType).Invoke(this, [table, citizenId, cases])!)
                all.Add((table, row));
        }

        return all;
    }

    private async Task<List<IOnCommonGround>> Rows<T>(IEntityType table, Guid citizenId, IReadOnlyCollection<Guid> cases) where T : class, IOnCommonGround
    {
        var found = (await db.OfCases<T>(table, cases).OrderBy(r => EF.Property<Guid>(r, nameof(IOnCommonGround.Id))).ToListAsync()).ConvertAll<IOnCommonGround>(r => r);
        if (typeof(IAboutPerson).IsAssignableFrom(typeof(T)) && table.FindProperty(nameof(IAboutPerson.PersonId)) is not null)
            found.AddRange(await BeforeACase<T>(citizenId));
        return found;
    }

    /// <summary>One's own is one's own before anyone opened a case; the grants begin with one.</summary>
    private async Task<List<T>> BeforeACase<T>(Guid citizenId) where T : class, IOnCommonGround => await db.Whole<T>().AsNoTracking()
        .Where(r => EF.Property<Guid?>(r, nameof(IAboutPerson.PersonId)) == citizenId && EF.Property<Guid?>(r, nameof(IOnCommonGround.CaseId)) == null)
        .OrderBy(r => EF.Property<Guid>(r, nameof(IOnCommonGround.Id))).ToListAsync();
}
