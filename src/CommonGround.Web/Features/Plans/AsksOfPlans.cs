using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans;

/// <summary>What plans ask of people: to say where they stand on what touches them. Whoever reads copies is asked once they have the copy.</summary>
public sealed class AsksOfPlans(CommonGroundDb db) : IAskInDatabase
{
    private const string Stance = "stance";

    public IQueryable<AskRow> Of(Guid personId, Guid? caseId, DateTime now) => db.StancesAsked.AsNoTracking()
        .Where(a => a.AuthorPersonId == personId && (caseId == null || a.CaseId == caseId)
            && !db.Stances.Any(s => s.PartyId == a.PartyId && s.Number >= a.Number && (s.LineageId == null || s.LineageId == a.LineageId))
            && ((a.Role != PartyRole.Supervisor && a.Role != PartyRole.Caseworker && a.Role != PartyRole.GeneralPractitioner)
                || db.HandedOverCopies.Any(c => c.RecipientPartyId == a.PartyId && c.Of == CopyOf.Plan && c.PlanNumber >= a.Number && c.RecalledAt == null)))
        .Select(a => new AskRow { What = Stance, CaseId = a.CaseId, Role = a.Role, ItemId = a.Id, Since = a.AskedAt, Until = null, Country = "" });

    public AskedOf? Word(AskRow row, DateTime now) =>
        row.What == Stance ? new AskedOf(row.CaseId, row.Role, "asked.stance", $"/cases/{row.CaseId}/plan/stance", null, row.Since) : null;
}
