using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Invitations;
using CommonGround.Domain.Journal;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Invitations.Invite;

/// <summary>Invites one party, by mail or on paper; whom the citizen has not said yes to cannot be invited (need N56).</summary>
public sealed class InviteHandler(CommonGroundDb db, CaseChanges changes)
{
    /// <returns>Where to go; and, on paper, the key: shown this once, kept nowhere.</returns>
    public async Task<(Outcome<string> Outcome, InvitationKey? Key)> Invite(Guid caseId, Guid partyId, InvitationWay way, Actor by)
    {
        InvitationKey? key = null;
        var outcome = await changes.InCase(caseId, by, async change =>
        {
            var party = change.Case.MayWriteTo(partyId, change.Now);
            if (!party.Succeeded)
                return party.Error!;

            var person = await change.Db.Persons.AsNoTracking().SingleAsync(p => p.Id == party.Value.PersonId);
            if (way == InvitationWay.Paper && await ComesInElsewhere(party.Value))
                return new ComesInElsewhere();
            if (way == InvitationWay.Mail && string.IsNullOrWhiteSpace(person.Email))
                return new NoMailAddress();

            key = await IssueHandler.Issue(change, party.Value, person, way);
            change.Journal(way == InvitationWay.Mail ? "InvitationSent" : "InvitationGivenOnPaper");
            return $"/cases/{caseId}/invitations";
        });
        return (outcome, outcome.Succeeded ? key : null);
    }

    /// <summary>
    /// Whether they have come in before, and work here or take part in a case that another unit leads. Whoever holds a paper comes in as them:
    /// what another unit shares with them is not for this one to hand out.
    /// </summary>
    public Task<bool> ComesInElsewhere(Party party) => db.Whole<Party>().AnyAsync(p => p.Id == party.Id
        && (db.Sessions.Any(s => s.PersonId == p.PersonId) || db.Accounts.Any(a => a.PersonId == p.PersonId)
            || db.Invitations.Any(i => i.PersonId == p.PersonId && i.RedeemedAt != null))
        && (db.Memberships.Any(m => m.PersonId == p.PersonId)
            || db.Set<Party>().Any(other => other.PersonId == p.PersonId && db.Cases.Any(c => c.Id == other.CaseId
                && db.Cases.Any(here => here.Id == p.CaseId && here.UnitId != c.UnitId)))));
}

/// <summary>They come in by a way of their own, to what others share with them: they are invited by mail, or sign in as they do.</summary>
public sealed record ComesInElsewhere : Error;
