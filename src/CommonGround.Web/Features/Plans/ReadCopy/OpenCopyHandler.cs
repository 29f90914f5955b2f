using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Plans;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans.ReadCopy;

/// <summary>A copy as its receiver, or the citizen, opens it.</summary>
/// <param name="Document">Null where it was taken back.</param>
/// <param name="IsNewest">No later version was handed over to the same receiver.</param>
public sealed record OpenedCopy(HandedOverCopy Copy, Document? Document, bool IsReceiver, bool TakesPart, bool IsNewest);

/// <summary>
/// Opens a copy to its receiver, also when nothing more is shared with them or their part has ended: what was handed over stays with
/// them. The first opening is the receipt. To anyone else it does not exist; to the citizen the attempt is told.
/// </summary>
public sealed class OpenCopyHandler(CommonGroundDb db, CopyReceipts receipts, Disclosures disclosures)
{
    public async Task<OpenedCopy?> Open(Guid caseId, Guid copyId, RequestAccess access, CancellationToken cancel)
    {
        var content = await db.CopyContents.AsNoTracking().FirstOrDefaultAsync(c => c.CopyId == copyId && c.CaseId == caseId, cancel);
        if (content is null)
            return null;

        var isReceiver = content.RecipientPersonId == access.PersonId;
        var copy = await Load(copyId, cancel);
        if (await receipts.Shown(copy, access))
            copy = await Load(copyId, cancel);

        if (copy.RecalledAt is not null && isReceiver)
            return new OpenedCopy(copy, null, isReceiver, false, false);

        disclosures.Add(content.CitizenPersonId, caseId, [.. copy.Kinds]);
        return new OpenedCopy(copy, content.Read().Value, isReceiver, await TakesPart(copy, access.Now), await IsNewest(copy));
    }

    private async Task<HandedOverCopy> Load(Guid copyId, CancellationToken cancel)
    {
        using var noted = disclosures.Pause();
        return await db.Whole<HandedOverCopy>().AsNoTracking().SingleAsync(c => c.Id == copyId, cancel);
    }

    private Task<bool> TakesPart(HandedOverCopy copy, DateTime now)
    {
        using var noted = disclosures.Pause();
        return db.Whole<Party>().AnyAsync(p => p.Id == copy.RecipientPartyId && (p.Until == null || p.Until > now));
    }

    private Task<bool> IsNewest(HandedOverCopy copy) => db.Whole<PlanVersion>()
        .AllAsync(v => v.CaseId != copy.CaseId || copy.PlanNumber == null || v.Number <= copy.PlanNumber);
}
