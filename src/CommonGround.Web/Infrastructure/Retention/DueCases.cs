using CommonGround.Domain;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Retention;

/// <summary>Finds what may have something to erase, cases and what led to none, and has it erased, with its bytes.</summary>
public sealed class DueCases(CommonGroundDb db, RetentionSchedules schedules, CaseErasure erasure, IntakeErasure intake, ErasedBytes bytes, OrganisationTime time, TimeProvider clock)
{
    /// <returns>How many cases or people lost something, and how many rows went.</returns>
    public async Task<(int Cases, int Rows)> CarryOut(CancellationToken cancel)
    {
        var (cases, rows) = (0, 0);
        void Count(Outcome<int> erased)
        {
            if (erased is { Succeeded: true, Value: > 0 })
                (cases, rows) = (cases + 1, rows + erased.Value);
        }

        var today = DateOnly.FromDateTime(time.Local(clock.UtcNow()));
        foreach (var schedule in schedules.All)
        {
            // Younger than the shortest time, a case cannot have an older last entry.
            var oldEnough = time.Utc(today.AddYears(-schedule.ShortestYears).AddDays(1).ToDateTime(TimeOnly.MinValue));
            foreach (var caseId in await db.Cases.Where(c => c.Country == schedule.Country && c.OpenedAt < oldEnough).Select(c => c.Id).ToListAsync(cancel))
            {
                cancel.ThrowIfCancellationRequested();
                Count(await erasure.Due(caseId, today));
            }

            foreach (var (unitId, personId) in await intake.Candidates(schedule.Country, oldEnough, cancel))
            {
                cancel.ThrowIfCancellationRequested();
                Count(await intake.Due(unitId, personId, today));
            }
        }

        if (rows > 0)
            bytes.Take();
        return (cases, rows);
    }
}
