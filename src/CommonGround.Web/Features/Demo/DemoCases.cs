using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Programmes;

namespace CommonGround.Web.Features.Demo;

/// <summary>Opens the demo's cases the way a coordinator does: through the same changes, with journal and grants.</summary>
internal sealed class DemoCases(CaseChanges changes, ProgrammeLibrary programmes, TimeProvider clock)
{
    public async Task<Guid> Open(string citizen, string coordinator, string unit, int daysSick)
    {
        var programme = programmes.Programmes[0];
        var id = DemoFile.IdOf("case-" + citizen);
        var by = new Actor(DemoFile.IdOf(coordinator), Hat.Support, Purpose.Intake, DemoFile.IdOf("open-" + citizen));
        var firstDay = DateOnly.FromDateTime(clock.UtcNow()).AddDays(-daysSick);
        var outcome = await changes.InUnit(DemoFile.IdOf(unit), by, change =>
        {
            var opened = Case.Open(id, programme.Key, programme.Hash, programme.Country, change.Unit.Id, DemoFile.IdOf(citizen),
                by.PersonId, firstDay, programme.Steps.Select(s => s.Key), change.Now);
            opened.Steps[0].Complete(change.Now);
            change.Open(opened);
            return Task.FromResult<Outcome<string>>($"/cases/{id}");
        });
        return outcome.Succeeded ? id : throw new InvalidOperationException(outcome.Error!.Name);
    }
}
