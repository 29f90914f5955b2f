using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Invitations.Invite;

/// <summary>Who can be invited to a case: the citizen always, others while the citizen's yes to contact stands (need N56).</summary>
public sealed class InvitedPeople(CommonGroundDb db)
{
    public async Task<IReadOnlyList<InvitedPerson>> In(Guid caseId, DateTime now)
    {
        var parties = await db.Parties.AsNoTracking().Include(p => p.Person)
            .Where(p => p.CaseId == caseId && p.From <= now && (p.Until == null || p.Until > now))
            .OrderBy(p => p.Role).ThenBy(p => p.From).ToListAsync();
        var latest = (await db.Invitations.AsNoTracking().Where(i => i.CaseId == caseId).ToListAsync())
            .GroupBy(i => i.PartyId).ToDictionary(g => g.Key, g => g.MaxBy(i => i.CreatedAt)!);
        var reachable = (await db.Consents.AsNoTracking()
                .Where(c => c.CaseId == caseId && c.WithdrawnAt == null && c.From <= now && (c.Until == null || c.Until > now)).ToListAsync())
            .Where(c => c.Kinds.Contains(InformationKind.Contact)).ToList();
        var comingIn = await ComingIn.OfThoseIn(caseId, db);
        return
        [
            .. parties.Where(p => ComingIn.IsInvited(p.Role) && (p.Role == PartyRole.Citizen || reachable.Exists(c => c.Reaches(p))))
                .Select(p => InvitedPerson.Of(p, latest.GetValueOrDefault(p.Id), now, comingIn[p.Id])),
        ];
    }
}
