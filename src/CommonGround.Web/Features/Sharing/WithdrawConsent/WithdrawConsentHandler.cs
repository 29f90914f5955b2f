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

        await ClosedWays.Close(change);

        change.Journal("ConsentWithdrawn",
            new JournalWords(InformationKind.Contact, "consent", withdrawn.Value.WordsRead, change.Case.CitizenPersonId));
        await ConsentTold.Tell(change);
        return next;
    });
}
