using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Episodes.OpenCase;

/// <summary>Opens a case from an episode of the unit, led by one of its coordinators.</summary>
public sealed class OpenCaseHandler(CaseChanges changes)
{
    /// <param name="name">What the person is called, where nothing has said it yet. A name that is here stays.</param>
    /// <returns>Where to go: the case for whoever leads it, else the list: what has become a case is seen by those in it. Or <see cref="NotACoordinatorHere"/>, <see cref="NotNamedYet"/> and the errors of opening.</returns>
    public Task<Outcome<string>> Open(Guid unitId, Guid episodeId, Programme programme, Guid coordinator, (string Given, string Family)? name, Actor by) => changes.InUnit(unitId, by, async change =>
    {
        var leads = await change.Db.Memberships.AnyAsync(m => m.UnitId == unitId && m.PersonId == coordinator && m.Role == PartyRole.Coordinator
            && m.From <= change.Now && (m.Until == null || m.Until > change.Now));
        if (!leads)
            return new NotACoordinatorHere();

        if (!await IsNamed(change, episodeId, name))
            return new NotNamedYet();

        var opened = await CaseFromEpisode.Open(change, episodeId, programme, coordinator, change.NewId());
        return opened.Succeeded
            ? coordinator == by.PersonId ? $"/cases/{opened.Value}" : "/episodes"
            : opened.Error!;
    });

    private static async Task<bool> IsNamed(UnitChange change, Guid episodeId, (string Given, string Family)? name)
    {
        var person = await change.Db.Whole<Episode>().Where(e => e.Id == episodeId && e.UnitId == change.Unit.Id).Select(e => e.Person!).SingleOrDefaultAsync();
        if (person is not { Name.Length: 0 })
            return true;
        if (name is not { } written)
            return false;

        PersonNames.Call(person, written.Given.Trim(), written.Family.Trim());
        change.Journal("PersonNamed", new JournalWords(InformationKind.Contact, "name", $"{person.Id} {person.Name}", change.By.PersonId));
        return true;
    }
}

/// <summary>Nobody has said what the person is called: a case cannot be opened before.</summary>
public sealed record NotNamedYet : Error;

/// <summary>Whoever is to lead the case is no coordinator of this unit.</summary>
public sealed record NotACoordinatorHere : Error;
