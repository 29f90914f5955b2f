using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Infrastructure.SickLeave;
using Microsoft.EntityFrameworkCore;

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
        var outcome = await changes.InUnit(DemoFile.IdOf(unit), by, async change =>
        {
            var citizenId = DemoFile.IdOf(citizen);
            if (await change.Db.Whole<Episode>().FirstOrDefaultAsync(e => e.PersonId == citizenId && e.UnitId == change.Unit.Id) is { } episode)
                return (await CaseFromEpisode.Open(change, episode.Id, programme, by.PersonId, id)).Match<Outcome<string>>(at => $"/cases/{at}", error => error);

            var opened = Case.Open(id, programme.Key, programme.Hash, programme.Country, change.Unit.Id, DemoFile.IdOf(citizen),
                by.PersonId, firstDay, programme.Steps.Select(s => s.Key), change.Now);
            opened.Steps[0].Complete(change.Now);
            change.Open(opened);
            return $"/cases/{id}";
        });
        return outcome.Succeeded ? id : throw new InvalidOperationException(outcome.Error!.Name);
    }
}
