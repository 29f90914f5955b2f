using CommonGround.Domain;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Retention;

/// <summary>Certificates and sick leave that a unit received and that led to no case: kept from the last one that came for the person.</summary>
public sealed class IntakeErasure(CaseChanges changes, CommonGroundDb db, RetentionSchedules schedules, OrganisationTime time)
{
    /// <summary>Who may have something in a unit's intake that is kept no longer; null for certificates that name nobody.</summary>
    public async Task<IReadOnlyList<(Guid UnitId, Guid? PersonId)>> Candidates(string country, DateTime receivedBefore, CancellationToken cancel) =>
        [.. (await db.Whole<ReceivedCertificate>().Where(c => c.CaseId == null && c.ReceivedAt < receivedBefore
                && db.Units.Any(u => u.Id == c.UnitId && u.Organisation!.Country == country))
            .Select(c => new { c.UnitId, c.PersonId }).Distinct().ToListAsync(cancel)).Select(c => (c.UnitId, c.PersonId))];

    /// <summary>Carried out twice, or by two nodes at once, it has one effect.</summary>
    /// <returns>How many rows went.</returns>
    public async Task<Outcome<int>> Due(Guid unitId, Guid? personId, DateOnly day)
    {
        var rows = 0;
        var by = new Actor(Guid.Empty, Hat.Support, Purpose.Operation, Ids.Of($"retention {unitId} {personId} {day:O}"));
        var outcome = await changes.InUnit(unitId, by, async change =>
        {
            var keeping = schedules.For(change.Unit.Organisation!.Country).Of(InformationKind.Leave);
            rows = 0;
            var theirs = db.Whole<ReceivedCertificate>().Where(c => c.UnitId == unitId && c.PersonId == personId);
            // One that names nobody says nothing about when another's ends.
            var last = await theirs.Select(c => new { c.Id, c.ReceivedAt }).ToListAsync();
            var newest = last.Count > 0 ? last.Max(c => c.ReceivedAt) : change.Now;
            var over = last.Where(c => keeping.Over(DayOf(personId is null ? c.ReceivedAt : newest)) <= day).Select(c => c.Id).ToList();
            if (over.Count == 0)
                return new NothingDue();

            rows = await theirs.Where(c => c.CaseId == null && over.Contains(c.Id)).ExecuteDeleteAsync();
            if (personId is { } person)
            {
                rows += await db.Whole<Episode>().Where(e => e.UnitId == unitId && e.PersonId == person && e.CaseId == null).ExecuteDeleteAsync();
                rows += await new UnreferredPeople(db).Delete(person);
            }

            change.Journal(new Erasure(keeping.Rule, rows, []));
            return rows == 0 ? new NothingDue() : "/";
        });
        return outcome.Succeeded ? rows : outcome.Error is NothingDue ? 0 : outcome.Error!;
    }

    private DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(time.Local(utc));
}
