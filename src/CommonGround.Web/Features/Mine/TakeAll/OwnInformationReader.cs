using CommonGround.Domain.Cases;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Features.Shared.Seen;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Mine.TakeAll;

/// <summary>Reads everything about a citizen, in all their cases; its statements grow with the number of cases and tables, not of rows.</summary>
public sealed class OwnInformationReader(CommonGroundDb db, LookReader looks)
{
    internal async Task<OwnInformation> Of(Guid citizenId, DateTime now, CancellationToken cancel)
    {
        // A yes tells what one permitted: it is no row of common ground, but one's own all the same.
        var cases = await db.Cases.AsNoTracking().Include(c => c.Consents).Include(c => c.Releases).Where(c => c.CitizenPersonId == citizenId)
            .OrderBy(c => c.OpenedAt).AsSplitQuery().ToListAsync(cancel);
        var ids = cases.Select(c => c.Id).ToList();
        var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == citizenId, cancel);
        var journal = await db.Journal.AsNoTracking().Where(e => ids.Contains(e.StreamId)).OrderBy(e => e.StreamId).ThenBy(e => e.Position).ToListAsync(cancel);
        var copies = await db.Set<Domain.Plans.CopyContent>().AsNoTracking().Where(c => c.CitizenPersonId == citizenId).ToListAsync(cancel);
        var rows = await new OwnRows(db).Of(citizenId, ids);
        var names = await Origins.Names(db, rows.Select(r => r.Row), cancel);
        return new OwnInformation(now, person, cases, rows, names, journal, await Looks(citizenId, cases, cancel), copies,
            await Account(citizenId, cancel));
    }

    private async Task<OwnAccount> Account(Guid personId, CancellationToken cancel) => new(
        await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.PersonId == personId, cancel),
        await db.Passkeys.AsNoTracking().Where(k => k.PersonId == personId).OrderBy(k => k.CreatedAt).ToListAsync(cancel),
        await db.Sessions.AsNoTracking().Where(s => s.PersonId == personId).OrderBy(s => s.Id).ToListAsync(cancel),
        await db.SecurityEvents.AsNoTracking().Where(e => e.PersonId == personId).OrderBy(e => e.At).ToListAsync(cancel));

    private async Task<IReadOnlyList<Look>> Looks(Guid citizenId, IReadOnlyList<Case> cases, CancellationToken cancel)
    {
        var all = new Dictionary<(Guid, long), Look>();
        foreach (var one in cases)
        {
            var rows = looks.Of(citizenId, one.Id);
            var viewers = await looks.Viewers(rows, one.Id, cancel);
            foreach (var look in LookReader.Looks(await LookReader.NewestFirst(rows).ToListAsync(cancel), viewers))
                all.TryAdd((look.WriterId, look.Position), look);
        }

        return [.. all.Values.OrderByDescending(l => l.At)];
    }
}
