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
public sealed class InviteHandler(CaseChanges changes)
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
            if (way == InvitationWay.Paper && (await ComingIn.OfThoseIn(caseId, change.Db))[partyId].IsElsewhereToo)
                return new ComesInElsewhere();
            if (way == InvitationWay.Mail && string.IsNullOrWhiteSpace(person.Email))
                return new NoMailAddress();

            key = await IssueHandler.Issue(change, party.Value, person, way);
            change.Journal(way == InvitationWay.Mail ? "InvitationSent" : "InvitationGivenOnPaper");
            return $"/cases/{caseId}/invitations";
        });
        return (outcome, outcome.Succeeded ? key : null);
    }
}

/// <summary>They come in by a way of their own, to what others share with them: they are invited by mail, or sign in as they do.</summary>
public sealed record ComesInElsewhere : Error;
