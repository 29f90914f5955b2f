using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>
/// Decides who may ask for a case in an emergency, and who has opened one: by their work in the unit that leads it, read anew at each
/// request. An attempt by anybody else is told to the citizen.
/// </summary>
public sealed class EmergencyGate(AccessLog log, SharingMatrices matrices, Texts texts)
{
    public Task<RequestAccess?> MayOpen(RequestAccess access, HttpContext context, CommonGroundDb db) => Decide(access, context, db, opened: false);

    public Task<RequestAccess?> HasOpened(RequestAccess access, HttpContext context, CommonGroundDb db) => Decide(access, context, db, opened: true);

    private async Task<RequestAccess?> Decide(RequestAccess access, HttpContext context, CommonGroundDb db, bool opened)
    {
        if (!Guid.TryParse(context.GetRouteValue("caseId") as string, out var caseId))
            return null;

        var now = access.Now;
        var found = await db.Cases.TagWith(Tags.Policy).AsNoTracking().Where(c => c.Id == caseId).Select(c => new
        {
            c.CitizenPersonId,
            c.Country,
            IsOpen = c.ClosedAt == null,
            Memberships = db.Memberships.Where(m => m.PersonId == access.PersonId && m.UnitId == c.UnitId && m.From <= now && (m.Until == null || m.Until > now))
                .OrderBy(m => m.From).Select(m => new { m.Role, m.Treats }).ToList(),
            Parts = db.Parties.IgnoreQueryFilters(new[] { CommonGroundDb.SharingFilter })
                .Where(p => p.CaseId == c.Id && p.PersonId == access.PersonId && p.From <= now
                    // As PartyFacts.StandsBeside has it.
                    && (p.Until == null || p.Until > now || p.Role == PartyRole.Supervisor)).Select(p => p.Role).ToList(),
            Opened = db.EmergencyAccesses.IgnoreQueryFilters(new[] { CommonGroundDb.SharingFilter })
                .Where(e => e.CaseId == c.Id && e.PersonId == access.PersonId && e.From <= now && e.Until > now && e.EndedAt == null).Select(e => (PartyRole?)e.Role).FirstOrDefault(),
            Kinds = db.Grants.Where(g => g.CaseId == c.Id && g.PersonId == access.PersonId && g.ItemId == null && !g.OwnWordsOnly
                && g.From <= now && (g.Until == null || g.Until > now) && (g.Purposes & Grant.Bit(access.Purpose)) != 0).Select(g => g.Kind).ToList(),
        }).AsSingleQuery().FirstOrDefaultAsync();
        if (found is null)
            return null;

        var matrix = matrices.For(found.Country);
        var rule = matrix.EmergencyOn(texts.LocalDay(now));
        var work = found.Memberships.Find(m => rule?.Roles.Contains(m.Role) == true && SharingPolicy.MayOpenInEmergency(matrix, m.Role, found.Parts));
        if (work is null || !found.IsOpen || (opened && found.Opened is null))
        {
            // To end it shuts the page: the very form, sent again, leads where it led, and is no attempt.
            if (await Changes.SentAgain.Before(context, db, access.PersonId) is { } led)
                return access with { GoesTo = led };

            await log.Write(new Domain.Journal.Access(now, access.PersonId, found.Memberships.Select(m => (PartyRole?)m.Role).FirstOrDefault(), Hat.Support,
                access.Purpose, AccessGate.What(context.GetEndpoint()!), false, [new Disclosed(found.CitizenPersonId, caseId, 0)]), context.RequestAborted);
            return null;
        }

        var role = found.Opened ?? work.Role;
        return access with
        {
            Work = new MyWork(true, true),
            InCase = new CaseView(caseId, found.CitizenPersonId, found.Country, Guid.Empty, role, work.Treats, matrix.HatOf(role), found.Kinds.ToHashSet()),
        };
    }
}
