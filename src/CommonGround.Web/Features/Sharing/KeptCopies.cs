using CommonGround.Domain.Plans;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing;

/// <summary>Copies of plans and minutes that were handed over and not taken back, as the citizen may see them.</summary>
public sealed class KeptCopies(CommonGroundDb db, Texts texts) : IHandedOverCopies
{
    public async Task<IReadOnlyList<Infrastructure.Reading.HandedOverCopy>> InCase(Guid caseId, CancellationToken cancel) =>
    [
        .. (await db.HandedOverCopies.AsNoTracking().Where(c => c.CaseId == caseId && c.RecalledAt == null).ToListAsync(cancel))
            .Select(c => new Infrastructure.Reading.HandedOverCopy(c.RecipientPersonId, Title(c, texts), c.HandedAt, $"/cases/{caseId}/copies/{c.Id}", c.ReceiptAt)),
    ];

    internal static string Title(Domain.Plans.HandedOverCopy copy, Texts t) => t["copy.of." + copy.Of, copy.PlanNumber];
}
