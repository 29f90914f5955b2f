using CommonGround.Domain.Documents;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>A copy that the viewer holds.</summary>
/// <param name="Lines">The plan's lines in it: what can be spoken about. None in minutes.</param>
public sealed record HeldCopy(HandedOverCopy Copy, Document Document, IReadOnlyList<CopiedLine> Lines);

/// <summary>The copies that someone holds, whatever they may open here.</summary>
public sealed class CopyReading(CommonGroundDb db)
{
    /// <summary>How many stand on one page of the list.</summary>
    public const int AtOnce = 50;

    /// <summary>
    /// Copies that the viewer holds and that were not taken back, newest first, also where their part has ended; one statement. They tell
    /// no more of a case than the copies themselves say.
    /// </summary>
    /// <param name="caseId">Only of this case.</param>
    public async Task<IReadOnlyList<HeldCopy>> All(Guid viewerPersonId, Guid? caseId = null, int page = 1)
    {
        var found = await Held(viewerPersonId).Where(c => caseId == null || c.CaseId == caseId).OrderByDescending(c => c.HandedAt).ThenBy(c => c.Id)
            .Skip((page - 1) * AtOnce).Take(AtOnce)
            .Join(db.CopyContents, c => c.Id, c => c.CopyId, (copy, content) => new { copy, content }).AsNoTracking().ToListAsync();
        foreach (var of in found)
            db.Disclosures?.Add(of.content.CitizenPersonId, of.content.CaseId, InformationKind.Contact, InformationKind.Plan);
        return [.. found.OrderByDescending(f => f.copy.HandedAt).ThenBy(f => f.copy.Id).Select(f => new HeldCopy(f.copy, f.content.Read().Value, f.content.Lines()))];
    }

    public Task<int> Count(Guid viewerPersonId) => Held(viewerPersonId).CountAsync();

    /// <summary>Whether they hold any beside those of one case.</summary>
    public Task<bool> Elsewhere(Guid viewerPersonId, Guid? caseId = null) => Held(viewerPersonId).AnyAsync(c => caseId == null || c.CaseId != caseId);

    private IQueryable<HandedOverCopy> Held(Guid viewerPersonId) =>
        db.HandedOverCopies.Where(c => c.RecipientPersonId == viewerPersonId && c.RecalledAt == null);

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
