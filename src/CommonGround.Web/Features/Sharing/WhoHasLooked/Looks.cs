using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.WhoHasLooked;

/// <summary>One look at what is about the citizen.</summary>
public sealed record Look(
    DateTime At, Guid ViewerId, string Viewer, PartyRole? Role, string? Place, string What, Purpose Purpose, bool Permitted,
    IReadOnlyList<InformationKind> Kinds);

/// <summary>Reads the access log for the one person whom it is about. Their own looks are left out.</summary>
public static class Looks
{
    public const int OnAPage = 25;

    /// <summary>A page of looks, newest first, and whether there are more; and everyone who has looked.</summary>
    public static async Task<(IReadOnlyList<Look> Looks, bool More, IReadOnlyList<(Guid Id, string Name)> Viewers)> Of(
        CommonGroundDb db, Guid citizenId, Guid caseId, LookFilter filter, CancellationToken cancel)
    {
        var all = from entry in db.AccessLog.AsNoTracking()
                  from subject in entry.People
                  where subject.PersonId == citizenId && entry.ViewerPersonId != citizenId && (subject.CaseId == null || subject.CaseId == caseId)
                  select new { entry.At, entry.ViewerPersonId, entry.Role, entry.What, entry.Purpose, entry.Permitted, subject.Kinds, entry.WriterId, entry.Position };
        var viewers = await db.Persons.AsNoTracking().Where(p => all.Any(l => l.ViewerPersonId == p.Id)).OrderBy(p => p.SortKeySv)
            .Select(p => new
            {
                p.Id,
                p.GivenName,
                p.FamilyName,
                Place = db.Memberships.Where(m => m.PersonId == p.Id).OrderByDescending(m => m.From).Select(m => m.Unit!.Organisation!.Name).FirstOrDefault(),
                Workplace = db.Parties.Where(y => y.CaseId == caseId && y.PersonId == p.Id).Select(y => y.Workplace).FirstOrDefault(),
            }).ToListAsync(cancel);

        if (filter.Viewer is { } viewer)
            all = all.Where(l => l.ViewerPersonId == viewer);
        if (filter.Kind is { } kind)
            all = all.Where(l => (l.Kinds & (1 << (int)kind)) != 0);
        var page = await all.OrderByDescending(l => l.At).ThenBy(l => l.WriterId).ThenByDescending(l => l.Position)
            .Skip((filter.Page - 1) * OnAPage).Take(OnAPage + 1).ToListAsync(cancel);
        var people = viewers.ToDictionary(v => v.Id);
        return (
            [
                .. page.Take(OnAPage).Select(l => new Look(
                    l.At, l.ViewerPersonId, NameOf(l.ViewerPersonId), l.Role, people.GetValueOrDefault(l.ViewerPersonId)?.Place ?? people.GetValueOrDefault(l.ViewerPersonId)?.Workplace,
                    l.What, l.Purpose, l.Permitted, [.. Enum.GetValues<InformationKind>().Where(k => (l.Kinds & (1 << (int)k)) != 0)])),
            ],
            page.Count > OnAPage,
            [.. viewers.Select(v => (v.Id, NameOf(v.Id)))]);

        string NameOf(Guid id) => people.TryGetValue(id, out var p) ? $"{p.GivenName} {p.FamilyName}".Trim() : "";
    }
}

/// <summary>Which looks to show. Pages count from 1.</summary>
public sealed record LookFilter(Guid? Viewer, InformationKind? Kind, int Page);
