using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Invitations;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Invitations.Invite;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Invitations.WriteContact;

/// <summary>
/// The coordinator writes what someone is called and how they are reached, until they have come in themselves. A sick note tells no mail
/// address, and often no name.
/// </summary>
public sealed class WriteContactHandler(CaseChanges changes)
{
    /// <param name="before">What stood there when the form was opened.</param>
    /// <returns>
    /// Where to go; or <see cref="NotAParty"/>, <see cref="ConsentMissing"/>, <see cref="ContactIsTheirs"/>, <see cref="ChangedMeanwhile"/>.
    /// </returns>
    public Task<Outcome<string>> Write(Guid caseId, Guid partyId, ContactDetails written, string before, Actor by) => changes.InCase(caseId, by, async change =>
    {
        var party = change.Case.MayWriteTo(partyId, change.Now);
        if (!party.Succeeded)
            return party.Error!;

        var person = await change.Db.Persons.SingleAsync(p => p.Id == party.Value.PersonId);
        if (!(await ComingIn.OfThoseIn(caseId, change.Db))[partyId].IsOursToWrite)
            return new ContactIsTheirs();
        if (Stamp(ContactDetails.Of(person)) != before)
            return new ChangedMeanwhile();

        var there = $"/cases/{caseId}/invitations";
        if (ContactDetails.Of(person) == written)
            return there;

        var moved = person.Email != written.Email;
        PersonNames.Call(person, written.GivenName, written.FamilyName);
        (person.Email, person.Phone, person.Language) = (written.Email, written.Phone, written.Language);
        change.Journal("ContactWritten", new JournalWords(
            InformationKind.Contact, "contact", $"{person.Id} {string.Join(", ", new[] { person.Name, person.Email, person.Phone, person.Language }.OfType<string>())}"));
        if (moved)
            await SendToTheRightAddress(change, party.Value, person);
        return there;
    });

    /// <summary>By what a form knows whether it was opened on what stands there.</summary>
    public static string Stamp(ContactDetails details) => ContentHash.Of(details.ToString());

    /// <summary>A link that went to another address opens nothing any more; where there is a new address, a new one goes there.</summary>
    private static async Task SendToTheRightAddress(CaseChange change, Party party, Person person)
    {
        var waiting = (await change.Db.Invitations.Where(i => i.PartyId == party.Id && i.EndedAt == null && i.Way == InvitationWay.Mail).ToListAsync())
            .FindAll(i => i.IsOpen(change.Now));
        if (waiting.Count == 0)
            return;

        if (person.Email is null)
        {
            await IssueHandler.TakeBack(change, party);
            return;
        }

        await IssueHandler.Issue(change, party, person, InvitationWay.Mail);
        change.Journal("InvitationSent");
    }
}
