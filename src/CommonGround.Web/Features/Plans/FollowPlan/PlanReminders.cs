using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans.FollowPlan;

/// <summary>Tells whoever sees to a line of a plan, on its day, and the coordinator, when it is late: that there is something, never what.</summary>
public sealed class PlanReminders(IServiceScopeFactory scopes, TimeProvider clock, IConfiguration configuration, ILogger<PlanReminders> log)
    : Reminders(configuration, log)
{
    private const int AtMostTogether = 100;

    public override async Task<int> RemindDue(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var now = clock.UtcNow();
        var due = await Due(db, now)
            .Join(db.Cases.Where(c => c.ClosedAt == null), a => a.CaseId, c => c.Id, (a, _) => a.CaseId).Distinct().Take(AtMostTogether).ToListAsync(cancel);
        var reminded = 0;
        foreach (var caseId in due)
        {
            // Each on its own: what stands in the way of one keeps nobody else waiting.
            await using var own = scopes.CreateAsyncScope();
            reminded += await Remind(own.ServiceProvider.GetRequiredService<CaseChanges>(), caseId);
        }

        return reminded;
    }

    private static IQueryable<LineAsk> Due(CommonGroundDb db, DateTime at) => PlanFollower.Reaching(
        db.Whole<LineAsk>().Where(a => a.ToldAt == null && a.ClosedAt == null && a.From <= at), db.Whole<HandedOverCopy>());

    private static async Task<int> Remind(CaseChanges changes, Guid caseId)
    {
        var told = 0;
        var by = new Actor(Guid.Empty, Hat.Support, Purpose.Operation, Guid.CreateVersion7());
        var outcome = await changes.InCase(caseId, by, async change =>
        {
            var asks = await Due(change.Db, change.Now).Where(a => a.CaseId == caseId).ToListAsync();
            await PlanFollower.Tell(change, asks);
            told = asks.Count;
            return "/";
        });
        return outcome.Succeeded ? told : 0;
    }
}
