using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>Someone who stops working in a unit, or everywhere here: what of theirs rests on that work.</summary>
/// <param name="Parts">Their parts in cases that end with it.</param>
public sealed record LeavingStaff(Person Person, IReadOnlyList<Membership> Memberships, IReadOnlyList<LeftPart> Parts);

/// <param name="UnitId">The unit that leads the case.</param>
public sealed record LeftPart(Guid CaseId, Guid PartyId, PartyRole Role, Guid UnitId);

/// <summary>
/// Ends someone's work here: from the next request on, on each node, the unit's list is closed to them, and they are signed out. Their parts
/// in cases are ended by whoever asked for it, each with its journal.
/// </summary>
public sealed class StaffLeaving(CommonGroundDb db, SharingMatrices matrices, TimeProvider clock)
{
    /// <param name="unit">Which unit they leave; null: all.</param>
    /// <returns>Them, or <see cref="NotStaff"/>.</returns>
    public async Task<Outcome<LeavingStaff>> Find(string email, string? unit)
    {
        var now = clock.UtcNow();
        var people = await db.Persons.WithEmail(email).Select(p => p.Id).ToListAsync();
        // Also what ended before: asked for anew, it goes on where it was stopped.
        var all = await db.Memberships.Include(m => m.Unit).Include(m => m.Person).Where(m => people.Contains(m.PersonId)).ToListAsync();
        var ending = all.FindAll(m => unit is null || m.Unit!.Name == unit);
        if (ending.Select(m => m.PersonId).Distinct().ToList() is not [var person])
            return new NotStaff();

        var stays = all.FindAll(m => m.PersonId == person && !ending.Contains(m) && (m.Until is null || m.Until > now));
        var (units, organisations) = (stays.Select(m => m.UnitId).ToHashSet(), stays.Select(m => m.Unit!.OrganisationId).ToHashSet());
        var left = ending.Select(m => m.UnitId).ToHashSet();
        var parts = await db.Whole<Party>().Where(p => p.PersonId == person && p.OrganisationId != null && (p.Until == null || p.Until > now))
            .Join(db.Cases, p => p.CaseId, c => c.Id, (p, c) => new { p.Id, p.CaseId, p.Role, p.OrganisationId, c.UnitId }).ToListAsync();
        return new LeavingStaff(ending[0].Person!, ending,
        [
            .. parts.Where(p => !organisations.Contains(p.OrganisationId!.Value) || (left.Contains(p.UnitId) && !units.Contains(p.UnitId)))
                .Select(p => new LeftPart(p.CaseId, p.Id, p.Role, p.UnitId)),
        ]);
    }

    /// <returns>Who takes over the cases that they lead; null where they lead none. Or <see cref="SuccessorMissing"/>.</returns>
    public async Task<Outcome<Guid?>> Successor(LeavingStaff who, string? email)
    {
        var now = clock.UtcNow();
        var units = who.Parts.Where(p => p.Role == PartyRole.Coordinator).Select(p => p.UnitId).Distinct().ToList();
        if (units.Count == 0)
            return (Guid?)null;

        var named = db.Persons.WithEmail(email ?? "");
        var leads = await db.Memberships.Where(m => units.Contains(m.UnitId) && m.Role == PartyRole.Coordinator && m.PersonId != who.Person.Id && m.From <= now
            && (m.Until == null || m.Until > now) && named.Any(p => p.Id == m.PersonId)).Select(m => new { m.PersonId, m.UnitId }).ToListAsync();
        return leads.GroupBy(m => m.PersonId).FirstOrDefault(g => units.TrueForAll(u => g.Any(m => m.UnitId == u))) is { } found
            ? (Guid?)found.Key : new SuccessorMissing(who.Parts.Count(p => p.Role == PartyRole.Coordinator));
    }

    public async Task End(LeavingStaff who)
    {
        var now = clock.UtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var membership in who.Memberships.Where(m => m.Until is null || m.Until > now))
            membership.Until = now;
        await db.SaveChangesAsync();
        foreach (var unit in who.Memberships.Select(m => m.Unit!).DistinctBy(u => u.Id))
        {
            if (await db.Grants.AnyAsync(g => g.UnitId == unit.Id))
                await GrantRows.RewriteIntake(db, unit.Id, matrices);
        }

        await db.SaveChangesAsync();
        await db.Sessions.Where(s => s.PersonId == who.Person.Id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now));
        await transaction.CommitAsync();
    }
}

/// <summary>Nobody who works here, or there, has this address.</summary>
public sealed record NotStaff : Error;

/// <summary>They lead cases, and nobody who coordinates in the same unit was named to take them over.</summary>
public sealed record SuccessorMissing(int Cases) : Error;
