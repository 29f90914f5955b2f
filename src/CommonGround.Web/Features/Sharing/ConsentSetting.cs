using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing;

/// <summary>Who takes part in the case, as far as the viewer may see it, and on what ground each learns what.</summary>
public sealed record ConsentSetting(
    IReadOnlyList<Party> Parties, SharingMatrix Matrix, string Organisation, IReadOnlyDictionary<Guid, Unit> Units)
{
    public Party Citizen => Parties.First(p => p.Role == PartyRole.Citizen);

    public IEnumerable<Party> Others => Parties.Where(p => p.Role != PartyRole.Citizen);

    public ConsentOffer OfferTo(Party party) => ConsentOffer.For(Matrix, party.Role, party.Treats);

    /// <summary>Where someone works, as the citizen knows it.</summary>
    public string? PlaceOf(Party party) => party.Workplace ?? Units.GetValueOrDefault(party.PersonId)?.Organisation?.Name;

    /// <summary>What someone who takes part is called.</summary>
    public string NameOf(Guid personId) => Parties.FirstOrDefault(p => p.PersonId == personId)?.Person?.Name ?? "";

    /// <summary>The organisation that someone acts for in this case, as far as it may be named.</summary>
    public Organisation? OrganisationOf(Party party) =>
        party.OrganisationId is { } id && Units.GetValueOrDefault(party.PersonId)?.Organisation is { } organisation && organisation.Id == id ? organisation : null;

    /// <summary>The purposes, in the words that they were chosen in.</summary>
    public static IEnumerable<ConsentPurpose> PurposesOf(IEnumerable<Purpose>? purposes) => (purposes ?? []).Order().Select(Chosen).OfType<ConsentPurpose>();

    private static ConsentPurpose? Chosen(Purpose purpose) => purpose switch
    {
        Purpose.Interview => ConsentPurpose.Talks,
        Purpose.Meeting => ConsentPurpose.Meeting,
        Purpose.Planning => ConsentPurpose.Plan,
        _ => null,
    };

    public static async Task<ConsentSetting> Load(CommonGroundDb db, CaseView view, DateTime now, SharingMatrices matrices)
    {
        var parties = await db.Parties.AsNoTracking().Include(p => p.Person)
            .Where(p => p.CaseId == view.CaseId && p.From <= now && (p.Until == null || p.Until > now))
            .OrderBy(p => p.Role).ThenBy(p => p.From).ToListAsync();
        var people = parties.Select(p => p.PersonId).ToHashSet();
        var found = await db.Units.AsNoTracking().Include(u => u.Organisation)
            .Where(u => db.Cases.Any(c => c.Id == view.CaseId && c.UnitId == u.Id)
                || db.Memberships.Any(m => m.UnitId == u.Id && people.Contains(m.PersonId) && m.From <= now && (m.Until == null || m.Until > now)))
            .Select(u => new
            {
                Unit = u,
                u.Organisation,
                Leads = db.Cases.Any(c => c.Id == view.CaseId && c.UnitId == u.Id),
                Members = db.Memberships.Where(m => m.UnitId == u.Id && people.Contains(m.PersonId) && m.From <= now && (m.Until == null || m.Until > now))
                    .Select(m => m.PersonId).ToList(),
            })
            .ToListAsync();
        var units = new Dictionary<Guid, Unit>();
        foreach (var unit in found)
        {
            foreach (var member in unit.Members)
                units[member] = unit.Unit;
        }

        return new ConsentSetting(parties, matrices.For(view.Country), found.Single(u => u.Leads).Unit.NameToWorkplace, units);
    }
}
