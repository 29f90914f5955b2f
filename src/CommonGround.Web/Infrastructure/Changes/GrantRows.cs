using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Changes;

/// <summary>Keeps the grant table equal to what the policy says, in the transaction that changes what it depends on.</summary>
public static class GrantRows
{
    /// <summary>The cases of which something is about to be stored that sharing depends on.</summary>
    public static IEnumerable<Guid> Touched(CommonGroundDb db)
    {
        db.ChangeTracker.DetectChanges();
        return db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity is Party or Consent or Release or EmergencyAccess or Case)
            .Select(e => e.Entity switch
            {
                Party p => p.CaseId,
                Consent c => c.CaseId,
                Release r => r.CaseId,
                EmergencyAccess opened => opened.CaseId,
                Case c => c.Id,
                _ => Guid.Empty,
            });
    }

    public static async Task Rewrite(CommonGroundDb db, IEnumerable<Guid> touched, SharingMatrices matrices)
    {
        foreach (var caseId in touched)
        {
            var changed = db.ChangeTracker.Entries<Case>().Single(e => e.Entity.Id == caseId).Entity;
            await Replace(db, await db.Grants.Where(g => g.CaseId == caseId).ToListAsync(),
                GrantTable.Of(changed.Sharing(), matrices.For(changed.Country)));
        }
    }

    /// <summary>The intake of a unit, after its members changed.</summary>
    public static async Task RewriteIntake(CommonGroundDb db, Guid unitId, SharingMatrices matrices)
    {
        var unit = await db.Units.Include(u => u.Organisation).SingleAsync(u => u.Id == unitId);
        var members = await db.Memberships.Where(m => m.UnitId == unitId).ToListAsync();
        var kept = await db.Grants.Where(g => g.UnitId == unitId).ToListAsync();
        await Replace(db, kept, GrantTable.OfIntake(
            unitId, members.Select(m => (m.PersonId, m.Treats, m.From, m.Until)), matrices.IntakeRule(unit.Organisation!.Country)));
    }

    private static Task Replace(CommonGroundDb db, List<Grant> kept, IReadOnlyList<Grant> wanted)
    {
        db.Grants.RemoveRange(kept.Except(wanted));
        db.Grants.AddRange(wanted.Except(kept));
        return Task.CompletedTask;
    }
}
