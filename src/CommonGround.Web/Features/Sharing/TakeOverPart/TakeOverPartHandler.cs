using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Changes;

namespace CommonGround.Web.Features.Sharing.TakeOverPart;

/// <summary>Names who has a part now, where the citizen said yes to whoever has it. The citizen is told, the other one is out at once.</summary>
public sealed class TakeOverPartHandler(CaseChanges changes)
{
    public Task<Outcome<string>> TakeOver(Guid caseId, Actor by, Guid partyId, ConsentForm who) => changes.InCase(caseId, by, async change =>
    {
        var person = await NamedPeople.NewOrKnown(change, who.GivenName, who.FamilyName, who.Email, who.Phone);
        var taken = change.Case.TakeOver(partyId, person, change.Now);
        if (!taken.Succeeded)
            return taken.Error!;

        await ClosedWays.Close(change);
        change.Journal("PartTakenOver",
            new JournalWords(InformationKind.Contact, "name", $"{who.GivenName?.Trim()} {who.FamilyName?.Trim()}", change.By.PersonId));
        if (change.Case.ActiveParty(PartyRole.Citizen, change.Now) is { } citizen)
            await Notices.Tell(change, [(citizen.Id, citizen.PersonId)], _ => $"/my/{caseId}/sharing");
        return $"/cases/{caseId}/consent";
    });
}
