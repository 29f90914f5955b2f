using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Episodes.OpenCase;

/// <summary>Opens a case from an episode of the unit, led by one of its coordinators.</summary>
public sealed class OpenCaseHandler(CaseChanges changes)
{
    /// <returns>Where to go: the case for whoever leads it, else the episode. Or <see cref="NotACoordinatorHere"/> and the errors of opening.</returns>
    public Task<Outcome<string>> Open(Guid unitId, Guid episodeId, Programme programme, Guid coordinator, Actor by) => changes.InUnit(unitId, by, async change =>
    {
        var leads = await change.Db.Memberships.AnyAsync(m => m.UnitId == unitId && m.PersonId == coordinator && m.Role == PartyRole.Coordinator
            && m.From <= change.Now && (m.Until == null || m.Until > change.Now));
        if (!leads)
            return new NotACoordinatorHere();

        var opened = await CaseFromEpisode.Open(change, episodeId, programme, coordinator, change.NewId());
        return opened.Succeeded
            ? coordinator == by.PersonId ? $"/cases/{opened.Value}" : $"/episodes/{episodeId}"
            : opened.Error!;
    });
}

/// <summary>Whoever is to lead the case is no coordinator of this unit.</summary>
public sealed record NotACoordinatorHere : Error;
