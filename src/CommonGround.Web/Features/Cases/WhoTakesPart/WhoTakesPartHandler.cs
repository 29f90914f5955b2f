using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Cases.WhoTakesPart;

/// <summary>Brings colleagues in and ends their parts. The citizen is told; so is whoever comes in.</summary>
public sealed class WhoTakesPartHandler(CaseChanges changes, Colleagues colleagues)
{
    /// <summary>Whether a part is brought in and ended here. Who leads the case stays; who comes by the citizen's yes goes by their word.</summary>
    public static bool IsBroughtIn(PartyRole role) =>
        role is PartyRole.TreatingDoctor or PartyRole.CertifyingDoctor or PartyRole.TeamMember or PartyRole.ClinicalUnit;

    /// <returns>Where to go; or <see cref="NotFound"/> and the errors of <see cref="Case.AddCareParty"/>.</returns>
    public Task<Outcome<string>> Add(Guid caseId, Guid personId, PartyRole role, bool treats, Actor by) => changes.InCase(caseId, by, async change =>
    {
        if (!IsBroughtIn(role) || await colleagues.Of(change.Case.UnitId, personId, change.Now) is not { } colleague)
            return new NotFound();

        var added = change.Case.AddCareParty(personId, role, treats, change.Now);
        if (!added.Succeeded)
            return added.Error!;

        change.Journal("PartyAdded", new JournalWords(InformationKind.Contact, "party", colleague.Name));
        await Tell(change, [added.Value], $"/cases/{caseId}");
        return $"/cases/{caseId}/people";
    });

    /// <returns>Where to go; or <see cref="NotFound"/>.</returns>
    public Task<Outcome<string>> End(Guid caseId, Guid partyId, Actor by) => changes.InCase(caseId, by, async change =>
    {
        if (change.Case.Parties.FirstOrDefault(p => p.Id == partyId && IsBroughtIn(p.Role)) is not { } party)
            return new NotFound();

        var name = await change.Db.Persons.Where(p => p.Id == party.PersonId).Select(p => p.Name).FirstAsync();
        if (change.Case.EndParty(partyId, change.Now) is { Succeeded: false } refused)
            return refused.Error!;

        change.Journal("PartyEnded", new JournalWords(InformationKind.Contact, "party", name));
        await Tell(change, [], "");
        return $"/cases/{caseId}/people";
    });

    private static async Task Tell(CaseChange change, IReadOnlyList<Party> newcomers, string path)
    {
        var citizen = change.Case.ActiveParty(PartyRole.Citizen, change.Now)!;
        await Notices.Tell(change, [(citizen.Id, citizen.PersonId), .. newcomers.Select(p => (p.Id, p.PersonId))],
            person => person == citizen.PersonId ? $"/my/{change.Case.Id}/who-helps" : path);
    }
}
