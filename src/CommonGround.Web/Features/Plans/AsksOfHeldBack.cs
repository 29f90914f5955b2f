using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans;

/// <summary>
/// Whoever leads the case is asked to read what someone holds back or asks about the newest version, until they say something else or there
/// is another version.
/// </summary>
public sealed class AsksOfHeldBack(CommonGroundDb db) : IAskInDatabase
{
    private const string HeldBack = "held-back";

    public IQueryable<AskRow> Of(Guid personId, Guid? caseId, DateTime now) => db.Stances.AsNoTracking()
        .Where(s => (caseId == null || s.CaseId == caseId) && s.AuthorPersonId != personId
            && s.Position != StancePosition.Agrees && s.Position != StancePosition.Noted
            && db.Parties.Any(p => p.CaseId == s.CaseId && p.PersonId == personId && p.Role == PartyRole.Coordinator && p.From <= now && (p.Until == null || p.Until > now))
            && db.Parties.Any(p => p.Id == s.PartyId && p.From <= now && (p.Until == null || p.Until > now))
            && !db.PlanVersions.Any(v => v.CaseId == s.CaseId && v.Number > s.Number)
            && !db.Stances.Any(l => l.PartyId == s.PartyId && l.At > s.At && (l.LineageId == null || l.LineageId == s.LineageId)))
        .Select(s => new AskRow { What = HeldBack, CaseId = s.CaseId, Role = PartyRole.Coordinator, ItemId = s.Id, Since = s.At, Until = null, Country = "" });

    public AskedOf? Word(AskRow row, DateTime now) =>
        row.What == HeldBack ? new AskedOf(row.CaseId, row.Role, "asked.held-back", $"/cases/{row.CaseId}/plan", null, row.Since) : null;
}
