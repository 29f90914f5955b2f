using CommonGround.Domain.Cases;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.ShowConsent;

/// <summary>A yes as it was given: the exact words, who entered it, how and when. To keep or to print.</summary>
public sealed record ConsentCopy(Consent Consent, string CitizenName, string EnteredBy, bool Active)
{
    public static async Task<ConsentCopy?> Find(CommonGroundDb db, Guid caseId, Guid consentId, DateTime now)
    {
        var found = await db.Consents.AsNoTracking().Where(c => c.Id == consentId && c.CaseId == caseId)
            .Select(c => new
            {
                Consent = c,
                Citizen = db.Persons.First(p => p.Id == db.Cases.First(k => k.Id == caseId).CitizenPersonId),
                By = db.Persons.First(p => p.Id == c.EnteredByPersonId),
            }).FirstOrDefaultAsync();
        return found is null ? null : new ConsentCopy(found.Consent, found.Citizen.Name, found.By.Name, found.Consent.IsActive(now));
    }
}
