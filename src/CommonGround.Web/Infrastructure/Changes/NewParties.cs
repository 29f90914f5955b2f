using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Changes;

/// <summary>Notes, for whoever is new in a case, the organisation they act for: the grants of a yes to an organisation depend on it.</summary>
internal static class NewParties
{
    public static async Task NoteWhomTheyActFor(CommonGroundDb db, DateTime now)
    {
        var added = db.ChangeTracker.Entries<Party>().Where(e => e.State == EntityState.Added).Select(e => e.Entity)
            .Where(p => p.OrganisationId is null && !ConsentRecipient.ForNoOrganisation.Contains(p.Role)).ToList();
        if (added.Count == 0)
            return;

        foreach (var (personId, organisationId) in await OrganisationsOf(db, [.. added.Select(p => p.PersonId)], now))
        {
            foreach (var party in added.Where(p => p.PersonId == personId))
                party.ActsFor(organisationId);
        }
    }

    /// <summary>Where each of these people works for an organisation; the first of several.</summary>
    private static async Task<Dictionary<Guid, Guid>> OrganisationsOf(CommonGroundDb db, IReadOnlyCollection<Guid> people, DateTime now) =>
        (await db.Memberships.AsNoTracking().Where(m => people.Contains(m.PersonId) && m.From <= now && (m.Until == null || m.Until > now))
            .OrderBy(m => m.From).ThenBy(m => m.Id).Select(m => new { m.PersonId, m.Unit!.OrganisationId }).ToListAsync())
        .GroupBy(m => m.PersonId).ToDictionary(g => g.Key, g => g.First().OrganisationId);
}
