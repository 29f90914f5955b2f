using CommonGround.Domain.Documents;
using CommonGround.Domain.Plans;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>A copy of the plan that the viewer holds.</summary>
/// <param name="Lines">The plan's lines in it: what can be spoken about.</param>
public sealed record HeldCopy(HandedOverCopy Copy, Document Document, IReadOnlyList<CopiedLine> Lines);

/// <summary>The copies that someone holds, whatever they may open here.</summary>
public sealed class CopyReading(CommonGroundDb db)
{
    /// <summary>The newest copy of the plan that the viewer holds and that was not taken back; one statement. Null if they hold none.</summary>
    public async Task<HeldCopy?> Newest(Guid caseId, Guid viewerPersonId)
    {
        var held = await db.HandedOverCopies.AsNoTracking()
            .Where(c => c.CaseId == caseId && c.RecipientPersonId == viewerPersonId && c.Of == CopyOf.Plan && c.RecalledAt == null)
            .Join(db.CopyContents.AsNoTracking(), c => c.Id, c => c.CopyId, (copy, content) => new { Copy = copy, Content = content })
            .OrderByDescending(h => h.Copy.HandedAt).FirstOrDefaultAsync();
        if (held is null)
            return null;

        var (copy, content) = (held.Copy, held.Content);
        // A copy's content says itself whose it is: it does not note its own showing.
        db.Disclosures?.Add(content.CitizenPersonId, caseId, [.. copy.Kinds]);
        return new HeldCopy(copy, content.Read().Value, content.Lines());
    }
}
