using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>The plan as the viewer may see it: their grants decide which lines are loaded.</summary>
public sealed class PlanReading(CommonGroundDb db)
{
    /// <summary>The newest version with its lines in order; one statement. Null where there is none, or none for them.</summary>
    public Task<PlanVersion?> Current(Guid caseId) => Versions(caseId).OrderByDescending(v => v.Number).FirstOrDefaultAsync();

    public Task<PlanVersion?> Version(Guid caseId, int number) => Versions(caseId).FirstOrDefaultAsync(v => v.Number == number);

    /// <summary>Where everyone stands; two statements.</summary>
    public async Task<PlanStandings> Standings(Guid caseId) => new(
        await db.StancesAsked.AsNoTracking().Where(a => a.CaseId == caseId).ToListAsync(),
        await db.Stances.AsNoTracking().Where(s => s.CaseId == caseId).ToListAsync());

    /// <summary>As <see cref="Standings"/>, for who reads the plan itself; one statement.</summary>
    public async Task<PlanStandings> StandingsOfPlan(Guid caseId)
    {
        var versions = await db.PlanVersions.AsNoTracking().Where(v => v.CaseId == caseId).Include(v => v.Asked).Include(v => v.Stances).AsSingleQuery().ToListAsync();
        return new PlanStandings([.. versions.SelectMany(v => v.Asked)], [.. versions.SelectMany(v => v.Stances)]);
    }

    /// <summary>All versions, newest first, without their lines.</summary>
    public Task<List<PlanVersion>> All(Guid caseId) =>
        db.PlanVersions.AsNoTracking().Where(v => v.CaseId == caseId).OrderByDescending(v => v.Number).ToListAsync();

    /// <summary>Parties with their names, also those whose part has ended.</summary>
    public Task<List<Party>> Parties(Guid caseId) =>
        db.Parties.AsNoTracking().Include(p => p.Person).Where(p => p.CaseId == caseId).OrderBy(p => p.From).ToListAsync();

    private IQueryable<PlanVersion> Versions(Guid caseId) =>
        db.PlanVersions.AsNoTracking().Where(v => v.CaseId == caseId).Include(v => v.Items.OrderBy(i => i.Position));
}
