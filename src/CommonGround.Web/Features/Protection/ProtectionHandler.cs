using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Protection;

/// <summary>
/// Says that someone's identity is protected, or is not any more: in all their cases, with their grants, in one transaction. Whatever page is
/// opened next shows it so.
/// </summary>
public sealed class ProtectionHandler(CaseChanges changes)
{
    /// <summary>Of someone whose sick leave reached a unit; in its journal, and in those of their cases.</summary>
    /// <returns>Where to go, or <see cref="NotFound"/>, <see cref="OnlyWhoLeadsTheCase"/>.</returns>
    public Task<Outcome<string>> Set(Guid unitId, Guid episodeId, bool isProtected, Actor by) => changes.InUnit(unitId, by, async change =>
    {
        if (await change.Db.Whole<Episode>().FirstOrDefaultAsync(e => e.Id == episodeId && e.UnitId == unitId) is not { } episode)
            return new NotFound();

        var person = await change.Db.Persons.SingleAsync(p => p.Id == episode.PersonId);
        var cases = await change.Db.Cases.Include(c => c.Parties).Include(c => c.Consents).Include(c => c.Releases).Include(c => c.Emergencies)
            .IgnoreQueryFilters([Persistence.CommonGroundDb.SharingFilter]).AsSplitQuery().Where(c => c.CitizenPersonId == person.Id).ToListAsync();
        // Anyone in the unit may hide a name at once; to show it again is for those who know whether they may.
        if (!isProtected && !await KnowsWhether(change, cases, by))
            return new OnlyWhoLeadsTheCase();
        if (person.ProtectedIdentity == isProtected)
            return $"/episodes/{episodeId}";

        person.ProtectedIdentity = isProtected;
        var said = isProtected ? "IdentityProtected" : "IdentityShownAgain";
        change.Journal(said);
        foreach (var of in cases)
        {
            of.Protect(isProtected);
            change.JournalIn(of.Id, await change.Db.JournalHeads.SingleAsync(h => h.StreamId == of.Id), said);
        }

        return $"/episodes/{episodeId}";
    });

    /// <summary>Who leads the case; where there is none, who coordinates in the unit.</summary>
    private static async Task<bool> KnowsWhether(UnitChange change, List<Case> cases, Actor by)
    {
        var open = cases.FindAll(c => c.ClosedAt is null);
        return open.Count > 0
            ? open.TrueForAll(c => c.ActiveParty(PartyRole.Coordinator, change.Now)?.PersonId == by.PersonId)
            : await change.Db.Memberships.AnyAsync(m => m.PersonId == by.PersonId && m.UnitId == change.Unit.Id && m.Role == PartyRole.Coordinator
                && m.From <= change.Now && (m.Until == null || m.Until > change.Now));
    }
}

/// <summary>A protected name is shown again only by who leads the case, or coordinates in the unit where there is none.</summary>
public sealed record OnlyWhoLeadsTheCase : Error;
