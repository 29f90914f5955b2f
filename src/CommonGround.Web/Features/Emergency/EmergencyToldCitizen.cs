using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Emergency;

/// <summary>The notice to the citizen: it stands on their first page until they say that they have read it.</summary>
public sealed class EmergencyToldCitizen(CommonGroundDb db) : IAskInDatabase
{
    private const string Told = "emergency";

    public IQueryable<AskRow> Of(Guid personId, Guid? caseId, DateTime now) => db.EmergencyAccesses.AsNoTracking()
        .Where(e => e.ReadByCitizenAt == null && (caseId == null || e.CaseId == caseId) && db.Cases.Any(c => c.Id == e.CaseId && c.CitizenPersonId == personId))
        .Select(e => new AskRow { What = Told, CaseId = e.CaseId, Role = PartyRole.Citizen, ItemId = e.Id, Since = e.From, Until = null, Country = "" });

    public AskedOf? Word(AskRow row, DateTime now) =>
        row.What == Told ? new AskedOf(row.CaseId, row.Role, "asked.emergency", $"/my/{row.CaseId}/emergency/{row.ItemId}", null, row.Since) : null;
}
