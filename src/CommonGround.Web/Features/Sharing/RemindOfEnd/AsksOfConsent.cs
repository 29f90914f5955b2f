using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.RemindOfEnd;

/// <summary>That a yes ends soon, asked of the citizen and of who coordinates; and of the citizen, what the coordinator asks for.</summary>
public sealed class AsksOfConsent(CommonGroundDb db, SharingMatrices matrices, OrganisationTime time) : IAskInDatabase
{
    private const string Ends = "consent-ends";
    private const string Asked = "consent-asked";

    public IQueryable<AskRow> Of(Guid personId, Guid? caseId, DateTime now)
    {
        var soon = now.AddDays(matrices.RemindDaysAtMost(Day(now)));
        var mine = db.Parties.AsNoTracking().Where(p => p.PersonId == personId && (caseId == null || p.CaseId == caseId)
            && p.From <= now && (p.Until == null || p.Until > now) && (p.Role == PartyRole.Citizen || p.Role == PartyRole.Coordinator));
        var ending = from part in mine
                     join yes in db.Consents on part.CaseId equals yes.CaseId
                     where yes.WithdrawnAt == null && yes.From <= now && yes.Until > now && yes.Until <= soon
                     join of in db.Cases on part.CaseId equals of.Id
                     where of.ClosedAt == null
                     select new AskRow { What = Ends, CaseId = part.CaseId, Role = part.Role, ItemId = yes.Id, Since = yes.From, Until = yes.Until, Country = of.Country };
        var asked = from part in mine
                    join question in db.ConsentRequests on part.CaseId equals question.CaseId
                    where part.Role == PartyRole.Citizen && question.State == ConsentRequestState.Open
                    select new AskRow { What = Asked, CaseId = part.CaseId, Role = part.Role, ItemId = question.Id, Since = question.AskedAt, Until = null, Country = "" };
        return ending.Concat(asked);
    }

    public AskedOf? Word(AskRow row, DateTime now) => row.What switch
    {
        Asked => new AskedOf(row.CaseId, row.Role, "asked.consent", $"/my/{row.CaseId}/sharing#asked", null, row.Since),
        Ends when row.Until is { } until && until <= now.AddDays(matrices.RemindDays(row.Country, Day(now))) => row.Role == PartyRole.Citizen
            ? new AskedOf(row.CaseId, row.Role, "asked.consent-ends", $"/my/{row.CaseId}/sharing/renew/{row.ItemId}", time.LastDayBefore(until), row.Since)
            : new AskedOf(row.CaseId, row.Role, "asked.consent-ends-of", $"/cases/{row.CaseId}/consent", time.LastDayBefore(until), row.Since),
        _ => null,
    };

    private DateOnly Day(DateTime at) => DateOnly.FromDateTime(time.Local(at));
}
