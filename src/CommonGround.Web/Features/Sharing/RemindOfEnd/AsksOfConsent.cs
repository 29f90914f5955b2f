using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.RemindOfEnd;

/// <summary>That a yes ends soon, asked of the citizen and of who coordinates; and of the citizen, what the coordinator asks for.</summary>
public sealed class AsksOfConsent(CommonGroundDb db, SharingMatrices matrices, OrganisationTime time) : IAsk
{
    public async Task<IReadOnlyList<AskedOf>> Of(Guid personId, Guid? caseId, DateTime now)
    {
        var today = DateOnly.FromDateTime(time.Local(now));
        var soon = now.AddDays(matrices.RemindDaysAtMost(today));
        var mine = db.Parties.AsNoTracking().Where(p => p.PersonId == personId && (caseId == null || p.CaseId == caseId)
            && p.From <= now && (p.Until == null || p.Until > now) && (p.Role == PartyRole.Citizen || p.Role == PartyRole.Coordinator));
        var ending = from part in mine
                     join yes in db.Consents on part.CaseId equals yes.CaseId
                     where yes.WithdrawnAt == null && yes.Until > now && yes.Until <= soon
                     join of in db.Cases on part.CaseId equals of.Id
                     select new { part.CaseId, part.Role, yes.Id, yes.Until, yes.From, of.Country, IsQuestion = false };
        var asked = from part in mine
                    join question in db.ConsentRequests on part.CaseId equals question.CaseId
                    where part.Role == PartyRole.Citizen && question.State == ConsentRequestState.Open
                    join of in db.Cases on part.CaseId equals of.Id
                    select new { part.CaseId, part.Role, question.Id, Until = question.AnsweredAt, From = question.AskedAt, of.Country, IsQuestion = true };
        var found = await ending.Concat(asked).ToListAsync();
        return
        [
            .. found.Where(f => f.IsQuestion)
                .Select(f => new AskedOf(f.CaseId, f.Role, "asked.consent", $"/my/{f.CaseId}/sharing#asked", null, f.From)),
            .. found.Where(f => !f.IsQuestion && f.Until <= now.AddDays(matrices.RemindDays(f.Country, today))).Select(f => new AskedOf(
                f.CaseId, f.Role, f.Role == PartyRole.Citizen ? "asked.consent-ends" : "asked.consent-ends-of",
                f.Role == PartyRole.Citizen ? $"/my/{f.CaseId}/sharing/renew/{f.Id}" : $"/cases/{f.CaseId}/consent",
                DateOnly.FromDateTime(time.Local(f.Until!.Value.AddSeconds(-1))), f.From)),
        ];
    }
}
