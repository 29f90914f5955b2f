using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Emergency;

/// <summary>The notice to the citizen: it stands on their first page until they say that they have read it.</summary>
public sealed class EmergencyToldCitizen(CommonGroundDb db, IHttpContextAccessor http) : IAsk
{
    public async Task<IReadOnlyList<AskedOf>> Of(Guid personId, Guid? caseId, DateTime now)
    {
        // On a case page of a professional there is nothing to ask the database for.
        if (http.HttpContext?.Access().InCase is { Role: not PartyRole.Citizen })
            return [];

        var unread = await db.EmergencyAccesses.AsNoTracking()
            .Where(e => e.ReadByCitizenAt == null && (caseId == null || e.CaseId == caseId) && db.Cases.Any(c => c.Id == e.CaseId && c.CitizenPersonId == personId))
            .OrderBy(e => e.From).Select(e => new { e.Id, e.CaseId, e.From }).ToListAsync();
        return [.. unread.Select(e => new AskedOf(e.CaseId, PartyRole.Citizen, "asked.emergency", $"/my/{e.CaseId}/emergency/{e.Id}", null, e.From))];
    }
}
