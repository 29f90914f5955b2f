using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.RemindOfEnd;

/// <summary>
/// Tells the citizen and the coordinator that a yes ends soon: that there is something for them, never what. Runs in every process; a row
/// with the yes as its key sees to it that it is said once, whoever comes first. It renews nothing.
/// </summary>
public sealed class ConsentReminders(
    IServiceScopeFactory scopes, SharingMatrices matrices, OrganisationTime time, TimeProvider clock, IConfiguration configuration, ILogger<ConsentReminders> log)
    : Reminders(configuration, log)
{
    private const int AtMostTogether = 100;

    /// <summary>Reminds of all that ends soon; of how many.</summary>
    public override async Task<int> RemindDue(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var now = clock.UtcNow();
        var today = DateOnly.FromDateTime(time.Local(now));
        var soon = now.AddDays(matrices.RemindDaysAtMost(today));
        var ending = await db.Consents.AsNoTracking()
            .Where(c => c.WithdrawnAt == null && c.From <= now && c.Until > now && c.Until <= soon && !db.ConsentReminders.Any(r => r.ConsentId == c.Id))
            .Join(db.Cases.Where(of => of.ClosedAt == null), c => c.CaseId, c => c.Id, (c, of) => new { c.Id, c.CaseId, c.Until, of.Country })
            .OrderBy(c => c.Until).Take(AtMostTogether).ToListAsync(cancel);
        var reminded = 0;
        foreach (var consent in ending.Where(c => c.Until <= now.AddDays(matrices.RemindDays(c.Country, today))))
        {
            // Each on its own: what stands in the way of one keeps nobody else waiting.
            await using var own = scopes.CreateAsyncScope();
            reminded += await Remind(own.ServiceProvider.GetRequiredService<CaseChanges>(), consent.CaseId, consent.Id) ? 1 : 0;
        }

        return reminded;
    }

    private static async Task<bool> Remind(CaseChanges changes, Guid caseId, Guid consentId)
    {
        var isFirst = false;
        var by = new Actor(Guid.Empty, Hat.Support, Purpose.Operation, Guid.CreateVersion7());
        var outcome = await changes.InCase(caseId, by, async change =>
        {
            isFirst = false;
            if (change.Case.Consents.FirstOrDefault(c => c.Id == consentId) is not { } consent || !consent.IsActive(change.Now)
                || await change.Db.ConsentReminders.AnyAsync(r => r.ConsentId == consentId))
                return new ConsentAlreadyEnded();

            change.Db.ConsentReminders.Add(new ConsentReminder(consentId, change.Now));
            if (change.Case.ActiveParty(PartyRole.Citizen, change.Now) is { } citizen)
                await Notices.Tell(change, [(citizen.Id, citizen.PersonId)], _ => $"/my/{caseId}/sharing");
            if (change.Case.ActiveParty(PartyRole.Coordinator, change.Now) is { } coordinator)
                await Notices.Tell(change, [(coordinator.Id, coordinator.PersonId)], _ => $"/cases/{caseId}/consent");
            isFirst = true;
            return "/";
        });
        return outcome.Succeeded && isFirst;
    }
}
