using CommonGround.Domain;
using CommonGround.Domain.Plans;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>That someone was shown a copy which is theirs: the first time is the receipt, on whichever page it stands.</summary>
public sealed class CopyReceipts(CaseChanges changes)
{
    /// <returns>Whether it was the first time; not where they had it before, or it was taken back.</returns>
    public async Task<bool> Shown(HandedOverCopy copy, RequestAccess access)
    {
        if (copy.RecipientPersonId != access.PersonId || copy.ReceiptAt is not null || copy.RecalledAt is not null)
            return false;

        await changes.InCase(copy.CaseId, access.Acting(Ids.New(access.Now)), async change =>
        {
            var received = await change.Db.Whole<HandedOverCopy>().SingleAsync(c => c.Id == copy.Id);
            if (received.ReceiptAt is null)
            {
                received.Receive(change.Now);
                change.Journal("CopyOpened");
            }

            return $"/cases/{copy.CaseId}/copies/{copy.Id}";
        });
        return true;
    }
}
