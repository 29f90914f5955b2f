using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Looks;

/// <summary>
/// Reads the access log for the one person whom it is about. It is complete: only their own visits are left out. Reading starts from
/// the person, so that it costs the same however long the log is.
/// </summary>
public sealed class LookReader(CommonGroundDb db)
{
    /// <summary>All looks of others, in no order.</summary>
    public IQueryable<LookRow> Of(Guid citizenId, Guid caseId) =>
        from about in db.AccessSubjects.AsNoTracking()
            .Where(s => s.PersonId == citizenId && (s.CaseId == null || s.CaseId == caseId))
            .GroupBy(s => new { s.WriterId, s.Position })
            .Select(g => new
            {
                g.Key.WriterId,
                g.Key.Position,
                Intake = g.Max(s => s.CaseId == null ? s.Kinds : 0),
                InCase = g.Max(s => s.CaseId == null ? 0 : s.Kinds),
            })
        join entry in db.AccessLog.AsNoTracking() on new { about.WriterId, about.Position } equals new { entry.WriterId, entry.Position }
        where entry.ViewerPersonId != citizenId
        select new LookRow
        {
            WriterId = about.WriterId, Position = about.Position, At = entry.At, ViewerId = entry.ViewerPersonId, Role = entry.Role,
            What = entry.What, Purpose = entry.Purpose, Permitted = entry.Permitted, Intake = about.Intake, InCase = about.InCase,
        };

    public static IQueryable<LookRow> Narrow(IQueryable<LookRow> looks, LookFilter filter)
    {
        if (filter.Viewer is { } viewer)
            looks = looks.Where(l => l.ViewerId == viewer);
        if (filter.Kind is { } kind)
        {
            var bit = 1 << (int)kind;
            looks = looks.Where(l => (l.Intake & bit) != 0 || (l.InCase & bit) != 0);
        }

        if (filter.From is { } from)
            looks = looks.Where(l => l.At >= from);
        if (filter.Until is { } until)
            looks = looks.Where(l => l.At < until);
        return filter.OnlyStopped ? looks.Where(l => !l.Permitted) : looks;
    }

    public static IOrderedQueryable<LookRow> NewestFirst(IQueryable<LookRow> looks) =>
        looks.OrderByDescending(l => l.At).ThenBy(l => l.WriterId).ThenByDescending(l => l.Position);

    /// <summary>Everyone who has looked, by name.</summary>
    public async Task<IReadOnlyList<LookViewer>> Viewers(IQueryable<LookRow> looks, Guid caseId, CancellationToken cancel)
    {
        var people = await (
            from id in looks.Select(l => l.ViewerId).Distinct()
            join person in db.Persons.AsNoTracking() on id equals person.Id
            orderby person.SortKeySv
            select new
            {
                person.Id,
                Name = person.GivenName + " " + person.FamilyName,
                Works = db.Memberships.Where(m => m.PersonId == person.Id).OrderByDescending(m => m.From)
                    .Select(m => new { m.Role, Unit = m.Unit!.Name, Organisation = m.Unit.Organisation!.Name }).FirstOrDefault(),
                Part = db.Parties.Where(p => p.CaseId == caseId && p.PersonId == person.Id).OrderByDescending(p => p.From)
                    .Select(p => new { p.Role, p.Workplace }).FirstOrDefault(),
                Answers = db.PrivacyOfficers.Where(o => o.PersonId == person.Id)
                    // Of several organisations, the one that leads the case.
                    .OrderByDescending(o => db.Units.Any(u => u.OrganisationId == o.OrganisationId && db.Cases.Any(c => c.Id == caseId && c.UnitId == u.Id)))
                    .Select(o => o.Organisation!.Name).FirstOrDefault(),
            }).ToListAsync(cancel);
        return
        [
            .. people.Select(p => new LookViewer(
                p.Id, p.Name.Trim(), p.Part?.Role ?? p.Works?.Role, p.Works?.Unit, p.Works?.Organisation ?? p.Part?.Workplace ?? p.Answers, p.Answers is not null)),
        ];
    }

    /// <param name="viewers">As <see cref="Viewers"/> found them.</param>
    public static IReadOnlyList<Look> Looks(IEnumerable<LookRow> rows, IReadOnlyList<LookViewer> viewers)
    {
        var byId = viewers.ToDictionary(v => v.Id);
        return
        [
            .. from row in rows
               let viewer = byId.GetValueOrDefault(row.ViewerId) ?? new LookViewer(row.ViewerId, "", null, null, null)
               select new Look(row.WriterId, row.Position, row.At, viewer, row.Role ?? viewer.Role, row.What, row.Purpose, row.Permitted,
                   [.. Enum.GetValues<InformationKind>().Where(k => ((row.Intake | row.InCase) & (1 << (int)k)) != 0)]),
        ];
    }

    /// <summary>One look; null where it is not about this citizen, or their own.</summary>
    public async Task<Look?> One(Guid citizenId, Guid caseId, Guid writerId, long position, CancellationToken cancel)
    {
        var asked = Of(citizenId, caseId).Where(l => l.WriterId == writerId && l.Position == position);
        return await asked.FirstOrDefaultAsync(cancel) is { } row ? Looks([row], await Viewers(asked, caseId, cancel))[0] : null;
    }
}
