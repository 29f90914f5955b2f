using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.WithdrawConsent;

/// <summary>
/// Takes a yes back, from the next request on. With it go the way in, and what waits in the outbox for someone who has no place in the
/// case any more.
/// </summary>
public sealed class WithdrawConsentHandler(CaseChanges changes)
{
    /// <param name="way">How it was said; by others than the citizen never as on the citizen's own page.</param>
    public Task<Outcome<string>> Withdraw(Guid caseId, Guid consentId, ConsentWay way, Actor by, string next) => changes.InCase(caseId, by, async change =>
    {
        var withdrawn = change.Case.WithdrawConsent(consentId, way, by.PersonId, change.Now);
        if (!withdrawn.Succeeded)
            return withdrawn.Error!;

        var party = change.Case.Parties.Single(p => p.Id == withdrawn.Value.RecipientPartyId);
        if (!party.IsActive(change.Now))
            await CloseTheWay(change, party);

        change.Journal("ConsentWithdrawn",
            new JournalWords(InformationKind.Contact, "consent", withdrawn.Value.WordsRead, change.Case.CitizenPersonId));
        return next;
    });

    private static async Task CloseTheWay(CaseChange change, Party party)
    {
        var invitations = await change.Db.Invitations.Where(i => i.PartyId == party.Id).ToListAsync();
        invitations.ForEach(i => i.Withdraw(change.Now));
        var theirs = invitations.Select(i => i.MessageId).OfType<Guid>().ToList();
        var thisCase = change.Case.Id.ToString();
        change.Db.Outbox.RemoveRange(await change.Db.Outbox
            .Where(m => m.SentAt == null && m.ToPersonId == party.PersonId && (theirs.Contains(m.Id) || m.Path.Contains(thisCase))).ToListAsync());
    }
}
