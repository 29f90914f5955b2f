using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans;

/// <summary>What plans ask of people: to say where they stand on what touches them. Whoever reads copies is asked once they have the copy.</summary>
public sealed class AsksOfPlans(CommonGroundDb db) : IAsk
{
    public async Task<IReadOnlyList<AskedOf>> Of(Guid personId, Guid? caseId, DateTime now)
    {
        var open = await db.StancesAsked.AsNoTracking()
            .Where(a => a.AuthorPersonId == personId && (caseId == null || a.CaseId == caseId)
                && !db.Stances.Any(s => s.PartyId == a.PartyId && s.Number >= a.Number && (s.LineageId == null || s.LineageId == a.LineageId)))
            .Select(a => new
            {
                a.CaseId,
                a.Role,
                a.AskedAt,
                HasCopy = db.HandedOverCopies.Any(c => c.RecipientPartyId == a.PartyId && c.Of == CopyOf.Plan && c.PlanNumber >= a.Number && c.RecalledAt == null),
            })
            .ToListAsync();
        return
        [
            .. open.Where(a => a.HasCopy || a.Role is not (PartyRole.Supervisor or PartyRole.Caseworker or PartyRole.GeneralPractitioner))
                .GroupBy(a => (a.CaseId, a.Role))
                .Select(g => new AskedOf(g.Key.CaseId, g.Key.Role, "asked.stance", $"/cases/{g.Key.CaseId}/plan/stance", null, g.Min(a => a.AskedAt))),
        ];
    }
}
