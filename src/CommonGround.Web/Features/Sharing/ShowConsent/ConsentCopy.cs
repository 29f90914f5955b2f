using CommonGround.Domain.Cases;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.ShowConsent;

/// <summary>A yes as it was given: the exact words, who entered it, how and when. To keep or to print.</summary>
/// <param name="Organisation">What leads the case, as a workplace may know it: never the unit.</param>
public sealed record ConsentCopy(Consent Consent, string CitizenName, string EnteredBy, string? EndedBy, string Organisation, bool Over)
{
    /// <summary>When it ended; null while it stands or is to come.</summary>
    public DateTime? EndedAt => Consent.WithdrawnAt ?? (Over ? Consent.Until : null);

    public static async Task<ConsentCopy?> Find(CommonGroundDb db, Guid caseId, Guid consentId, DateTime now)
    {
        var found = await (from consent in db.Consents.AsNoTracking()
                           where consent.Id == consentId && consent.CaseId == caseId
                           join writer in db.Persons on consent.EnteredByPersonId equals writer.Id
                           join about in db.Cases on consent.CaseId equals about.Id
                           join citizen in db.Persons on about.CitizenPersonId equals citizen.Id
                           join unit in db.Units on about.UnitId equals unit.Id
                           join ender in db.Persons on consent.WithdrawnByPersonId equals (Guid?)ender.Id into enders
                           from ender in enders.DefaultIfEmpty()
                           select new { Consent = consent, Citizen = citizen, By = writer, EndedBy = ender, unit.NameToWorkplace }).FirstOrDefaultAsync();
        return found is null ? null : new ConsentCopy(
            found.Consent, found.Citizen.Name, found.By.Name, found.EndedBy?.Name, found.NameToWorkplace, found.Consent.IsOver(now));
    }
}
