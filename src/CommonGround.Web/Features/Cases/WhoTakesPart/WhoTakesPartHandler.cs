using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Features.Shared.Meetings;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Cases.WhoTakesPart;

/// <summary>Brings colleagues in and ends their parts. The citizen is told; so is whoever comes in.</summary>
public sealed class WhoTakesPartHandler(CaseChanges changes, Colleagues colleagues, CommonGroundDb db)
{
    /// <summary>Whether a part is brought in and ended here. Who leads the case stays; who comes by the citizen's yes goes by their word.</summary>
    public static bool IsBroughtIn(PartyRole role) =>
        role is PartyRole.TreatingDoctor or PartyRole.CertifyingDoctor or PartyRole.TeamMember or PartyRole.ClinicalUnit;

    /// <summary>
    /// Whether the citizen has said of something about health or function that it is not right, and no doctor is here to answer. That it is so
    /// stands in the journal too; what it is about is not told.
    /// </summary>
    public async Task<bool> IsSomebodyMissing(CaseInView seen) =>
        !seen.Parties.Any(p => p.Role is PartyRole.TreatingDoctor or PartyRole.CertifyingDoctor)
        && await db.Whole<Remark>().AnyAsync(r => r.CaseId == seen.View.CaseId && r.AnsweredAt == null
            && (r.Kind == InformationKind.Health || r.Kind == InformationKind.Function));

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

        if (await EndPart(change, party) is { Succeeded: false } refused)
            return refused.Error!;

        await Tell(change, [], "");
        return $"/cases/{caseId}/people";
    });

    /// <summary>A colleague who coordinates in the unit leads the case from now on. Whoever led it is out, unless they have another part.</summary>
    /// <returns>Where to go; or <see cref="NotFound"/> and the errors of <see cref="Case.HandOverLead"/>.</returns>
    public Task<Outcome<string>> HandOverLead(Guid caseId, Guid personId, Actor by) => changes.InCase(caseId, by, async change =>
    {
        var stays = change.Case.ActivePartsOf(by.PersonId, change.Now).Any(p => p.Role != PartyRole.Coordinator);
        var handed = await HandOver(change, personId);
        return handed.Match<Outcome<string>>(_ => stays ? $"/cases/{caseId}" : "/cases", error => error);
    });

    /// <summary>
    /// Ends parts of someone who does not work here any more; the lead goes to their successor. The citizen is told.
    /// </summary>
    public Task<Outcome<string>> Leaves(Guid caseId, IReadOnlySet<Guid> parts, Guid? successor, Actor by) => changes.InCase(caseId, by, async change =>
    {
        var ending = change.Case.Parties.Where(p => parts.Contains(p.Id) && p.IsActive(change.Now)).ToLookup(p => p.Role == PartyRole.Coordinator);
        if (ending[true].Any() && await HandOver(change, successor ?? Guid.Empty) is { Succeeded: false } refused)
            return refused.Error!;

        foreach (var part in ending[false])
        {
            if (await EndPart(change, part) is { Succeeded: false } notEnded)
                return notEnded.Error!;
        }

        if (ending[false].Any())
            await Tell(change, [], "");
        return "/";
    });

    private static async Task<Outcome<Party>> EndPart(CaseChange change, Party part)
    {
        var ended = change.Case.EndParty(part.Id, change.Now);
        if (ended.Succeeded)
            change.Journal("PartyEnded", new JournalWords(InformationKind.Contact, "party", await NameOf(change, part.PersonId)));
        return ended;
    }

    private async Task<Outcome<Done>> HandOver(CaseChange change, Guid personId)
    {
        if (!(await colleagues.Coordinating(change.Case.UnitId, change.Now)).Contains(personId) || change.Case.ActiveParty(PartyRole.Coordinator, change.Now) is not { } before)
            return new NotFound();

        var handed = change.Case.HandOverLead(personId, change.Now);
        if (!handed.Succeeded)
            return handed.Error!;
        if (await ChairHandedOver.To(change, before.Id, handed.Value) is { Succeeded: false } refused)
            return refused;

        change.Journal("LeadHandedOver", new JournalWords(InformationKind.Contact, "party", await NameOf(change, personId)));
        await Tell(change, [handed.Value], $"/cases/{change.Case.Id}");
        return new Done();
    }

    private static Task<string> NameOf(CaseChange change, Guid personId) => change.Db.Persons.Where(p => p.Id == personId).Select(p => p.Name).FirstAsync();

    private static async Task Tell(CaseChange change, IReadOnlyList<Party> newcomers, string path)
    {
        var citizen = change.Case.ActiveParty(PartyRole.Citizen, change.Now)!;
        await Notices.Tell(change, [(citizen.Id, citizen.PersonId), .. newcomers.Select(p => (p.Id, p.PersonId))],
            person => person == citizen.PersonId ? $"/my/{change.Case.Id}/who-helps" : path);
    }
}
