using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans;

/// <summary>Tells the citizen's pages what was handed over. What was taken back opens no more, and is not counted.</summary>
public sealed class CopiesInCase(CommonGroundDb db, Texts t) : IHandedOverCopies
{
    public async Task<IReadOnlyList<HandedOverCopy>> InCase(Guid caseId, CancellationToken cancel)
    {
        var copies = await db.HandedOverCopies.AsNoTracking().Where(c => c.CaseId == caseId && c.RecalledAt == null)
            .OrderByDescending(c => c.HandedAt).ToListAsync(cancel);
        return [.. copies.Select(c => new HandedOverCopy(
            c.RecipientPersonId, t["copy.of." + c.Of, c.PlanNumber], c.HandedAt, $"/cases/{caseId}/copies/{c.Id}"))];
    }
}
