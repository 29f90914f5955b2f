using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Cases.WhoTakesPart;

/// <summary>Someone who works in the organisation that leads a case, as what and where.</summary>
public sealed record Colleague(Guid PersonId, string Name, string Unit, PartyRole Role, bool Treats);

/// <summary>Those whose names were searched for; not all of them where there are many.</summary>
public sealed record FoundColleagues(IReadOnlyList<Colleague> People, bool AreMore);

/// <summary>Finds colleagues of the organisation that leads a case: they need no yes of the citizen, by its care-internal rules.</summary>
public sealed class Colleagues(CommonGroundDb db)
{
    public const int AtOnce = 20;

    public async Task<Colleague?> Of(Guid unitId, Guid personId, DateTime at) =>
        (await Working(unitId, at).Where(m => m.PersonId == personId).OrderBy(m => m.From).Take(1).ToListAsync()).Select(Said).FirstOrDefault();

    public async Task<FoundColleagues> Named(Guid unitId, string name, DateTime at)
    {
        var folded = PersonNames.Fold(name);
        var found = await Working(unitId, at).Where(m => m.Person!.SearchKey.Contains(folded))
            .OrderBy(m => m.Person!.SortKeySv).ThenBy(m => m.PersonId).ThenBy(m => m.From).Take(AtOnce * 2 + 1).ToListAsync();
        var people = found.Select(Said).DistinctBy(c => c.PersonId).ToList();
        return new FoundColleagues([.. people.Take(AtOnce)], people.Count > AtOnce || found.Count > AtOnce * 2);
    }

    /// <summary>Those who coordinate in the unit itself, by name: who may lead its cases.</summary>
    public async Task<IReadOnlyList<Guid>> Coordinating(Guid unitId, DateTime at) => await Leading(unitId, at).Select(m => m.PersonId).ToListAsync();

    public async Task<IReadOnlyList<Colleague>> WhoCouldLead(Guid unitId, DateTime at) =>
        [.. (await Leading(unitId, at).ToListAsync()).Where(m => m.Person is not null).Select(Said)];

    private IQueryable<Membership> Leading(Guid unitId, DateTime at) => db.Memberships.AsNoTracking().Include(m => m.Person).Include(m => m.Unit)
        .Where(m => m.UnitId == unitId && m.Role == PartyRole.Coordinator && m.From <= at && (m.Until == null || m.Until > at)).OrderBy(m => m.Person!.SortKeySv);

    private IQueryable<Membership> Working(Guid unitId, DateTime at) => db.Memberships.AsNoTracking().Include(m => m.Person).Include(m => m.Unit)
        .Where(m => m.Unit!.OrganisationId == db.Units.Where(u => u.Id == unitId).Select(u => u.OrganisationId).FirstOrDefault()
            && m.Role != PartyRole.Caseworker && m.From <= at && (m.Until == null || m.Until > at));

    private static Colleague Said(Membership membership) =>
        new(membership.PersonId, membership.Person!.Name, membership.Unit!.Name, membership.Role, membership.Treats);
}
