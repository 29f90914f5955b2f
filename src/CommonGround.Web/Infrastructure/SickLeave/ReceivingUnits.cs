using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.SickLeave;

/// <summary>
/// Which unit a certificate comes in at when nobody says: the one that issued it, if it is known here; else the only care unit that
/// has members. Where no unit has been set up yet, the issuing unit is put down from the certificate; it has no members, so nobody
/// sees what it holds until someone is given a place there.
/// </summary>
public sealed class ReceivingUnits(CommonGroundDb db, TimeProvider clock)
{
    private static readonly OrganisationKind[] Care = [OrganisationKind.RegionClinic, OrganisationKind.GeneralPractice];

    private List<Known>? _known;

    public async Task<Guid?> ByExternalId(string externalId) =>
        (await CareUnits()).Find(u => u.ExternalId == externalId)?.Id;

    /// <returns>Null where several units could be meant.</returns>
    public async Task<Guid?> For(CertificateIssuer? issuer)
    {
        var units = await CareUnits();
        if (issuer is { UnitId.Length: > 0 } && units.Find(u => u.ExternalId == issuer.UnitId) is { } issuing)
            return issuing.Id;

        var setUp = units.Where(u => u.HasMembers).ToList();
        if (setUp.Count > 0)
            return setUp.Count == 1 ? setUp[0].Id : null;

        return issuer is not { UnitId.Length: > 0 } && units.Count > 0 ? units[0].Id : await PutDown(issuer);
    }

    private async Task<List<Known>> CareUnits() => _known ??= await db.Units.AsNoTracking()
        .Where(u => Care.Contains(u.Organisation!.Kind)).OrderBy(u => u.Id)
        .Select(u => new Known(u.Id, u.ExternalId, db.Memberships.Any(m => m.UnitId == u.Id))).ToListAsync();

    private async Task<Guid> PutDown(CertificateIssuer? issuer)
    {
        var provider = FirstGiven(issuer?.CareProviderName, issuer?.CareProviderId, issuer?.UnitId);
        var organisation = await db.Organisations.FirstOrDefaultAsync(o => o.Kind == OrganisationKind.RegionClinic && o.Name == provider);
        if (organisation is null)
        {
            organisation = new Organisation { Id = Ids.New(clock.UtcNow()), Kind = OrganisationKind.RegionClinic, Name = provider, Country = "se" };
            db.Organisations.Add(organisation);
        }

        var unit = new Unit
        {
            Id = Ids.New(clock.UtcNow()), OrganisationId = organisation.Id, Name = FirstGiven(issuer?.UnitName, issuer?.UnitId),
            ExternalId = issuer is { UnitId.Length: > 0 } ? issuer.UnitId : null, NameToWorkplace = provider,
        };
        db.Units.Add(unit);
        await db.SaveChangesAsync();
        _known!.Add(new Known(unit.Id, unit.ExternalId, false));
        return unit.Id;
    }

    private static string FirstGiven(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name))
                return name;
        }

        return "–";
    }

    private sealed record Known(Guid Id, string? ExternalId, bool HasMembers);
}
