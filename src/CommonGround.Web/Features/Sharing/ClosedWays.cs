using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing;

/// <summary>Closes the way in for those whose part ended in this change: their invitations, and what waits for them in the outbox.</summary>
internal static class ClosedWays
{
    public static async Task Close(CaseChange change)
    {
        foreach (var party in change.Case.Parties.Where(p => p.Until == change.Now).ToList())
        {
            var invitations = await change.Db.Invitations.Where(i => i.PartyId == party.Id).ToListAsync();
            invitations.ForEach(i => i.Withdraw(change.Now));
            var theirs = invitations.Select(i => i.MessageId).OfType<Guid>().ToList();
            var thisCase = change.Case.Id.ToString();
            change.Db.Outbox.RemoveRange(await change.Db.Outbox
                .Where(m => m.SentAt == null && m.ToPersonId == party.PersonId && (theirs.Contains(m.Id) || m.Path.Contains(thisCase))).ToListAsync());
        }
    }
}
