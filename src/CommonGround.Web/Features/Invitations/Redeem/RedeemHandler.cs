using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Invitations;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Invitations.Redeem;

/// <summary>Redeems a link with its code, or asks for a new one. To a stranger every answer looks alike.</summary>
public sealed class RedeemHandler(CommonGroundDb db, CaseChanges changes, AccountInvitations accounts, TimeProvider clock, SharingMatrices matrices)
{
    /// <returns>Who is now to be signed in, <see cref="InvitationUsed"/>, or <see cref="InvitationNotUsable"/>.</returns>
    public async Task<Outcome<Redeemed>> Redeem(string token, string code, Guid commandId)
    {
        var invitation = await Find(token);
        if (invitation is null)
        {
            var worker = await accounts.Redeem(token, code, commandId);
            return worker.Succeeded ? new Redeemed(worker.Value, Proved: true, ToWork: true) : worker.Error!;
        }

        var person = await ToCase(invitation, token, code, commandId);
        return person.Succeeded ? new Redeemed(person.Value, await Proves(invitation), ToWork: false) : person.Error!;
    }

    /// <summary>Whether a link is to this person. Of a link that is none it says no, as of somebody else's.</summary>
    public async Task<bool> IsFor(string token, Guid personId) => (await Find(token))?.PersonId == personId || await accounts.IsFor(token, personId);

    private async Task<Outcome<Person>> ToCase(Invitation invitation, string token, string code, Guid commandId)
    {
        var codeHash = InvitationKey.HashOf(token, code);
        if (await WasThisForm(invitation, codeHash, commandId))
            return await Whose(invitation);
        if (invitation is { RedeemedAt: not null, Withdrawn: false })
            return new InvitationUsed();
        if (!await CountAttempt(invitation.Id))
            return new InvitationNotUsable();

        if (!System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(codeHash, invitation.CodeHash))
            return new InvitationNotUsable();

        var outcome = await changes.InCase(invitation.CaseId, await By(invitation, commandId), async change =>
        {
            var party = change.Case.MayWriteTo(invitation.PartyId, change.Now);
            if (!party.Succeeded)
                return new InvitationNotUsable();

            var kept = await change.Db.Invitations.SingleAsync(i => i.Id == invitation.Id);
            var redeemed = kept.Redeem(codeHash, change.Now);
            if (!redeemed.Succeeded)
                return redeemed.Error!;

            change.Journal("InvitationRedeemed");
            return "/";
        });
        return outcome.Succeeded ? await Whose(invitation) : outcome.Error!;
    }

    /// <summary>Whether the link is of those that are made at the machine: they are never mailed, for whoever reads a mail box could come in as someone who works here.</summary>
    public Task<bool> IsToWork(string token) => accounts.Made(token);

    /// <summary>Sends a new link and code to the address that is known, if the old one rests on something that still holds.</summary>
    public async Task Renew(string token, Guid commandId)
    {
        if (await Find(token) is not { } invitation)
            return;

        await changes.InCase(invitation.CaseId, await By(invitation, commandId), async change =>
        {
            var newest = await change.Db.Invitations.Where(i => i.PartyId == invitation.PartyId).MaxAsync(i => i.CreatedAt);
            var allowed = invitation.MayBeRenewed(newest, change.Now);
            var party = change.Case.MayWriteTo(invitation.PartyId, change.Now);
            var person = await change.Db.Persons.AsNoTracking().SingleAsync(p => p.Id == invitation.PersonId);
            if (!allowed.Succeeded || !party.Succeeded || string.IsNullOrWhiteSpace(person.Email))
                return new InvitationNotUsable();

            await IssueHandler.Issue(change, party.Value, person, InvitationWay.Mail);
            change.Journal("InvitationRenewed");
            return "/";
        });
    }

    // To be signed in as, not to be shown: nobody is signed in yet who could be shown anything.
    private Task<Person> Whose(Invitation invitation) =>
        db.Persons.IgnoreQueryFilters([CommonGroundDb.IdentityFilter]).AsNoTracking().SingleAsync(p => p.Id == invitation.PersonId);

    /// <summary>
    /// What was handed over in the room shows who it is. What came by mail does so only for someone who has no way of their own yet: a mail
    /// box that others read must not change a password.
    /// </summary>
    private async Task<bool> Proves(Invitation invitation) => invitation.Way == InvitationWay.Paper
        || !await db.Accounts.AnyAsync(a => a.PersonId == invitation.PersonId
            && (a.PasswordHash != null || db.Passkeys.Any(p => p.PersonId == a.PersonId)));

    /// <summary>The very form that redeemed it, sent again at once: it leads to the same place, and has no second effect.</summary>
    private async Task<bool> WasThisForm(Invitation invitation, byte[] codeHash, Guid commandId)
    {
        var from = clock.UtcNow() - Invitation.SentAgainWithin;
        return System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(codeHash, invitation.CodeHash)
            && await db.Commands.AnyAsync(c => c.Id == commandId && c.PersonId == invitation.PersonId && c.At > from);
    }

    private Task<Invitation?> Find(string token)
    {
        var hash = InvitationKey.HashOf(token);
        return db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.TokenHash == hash);
    }

    /// <summary>Counts before looking, in one statement: however many guesses come at once, no more than the limit are looked at.</summary>
    private async Task<bool> CountAttempt(Guid id)
    {
        var now = clock.UtcNow();
        return await db.Invitations.Where(i => i.Id == id && i.EndedAt == null && i.ExpiresAt > now && i.Attempts < Invitation.AtMostAttempts)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Attempts, i => i.Attempts + 1)) == 1;
    }

    private async Task<Actor> By(Invitation invitation, Guid commandId)
    {
        var role = await db.Whole<Party>().Where(p => p.Id == invitation.PartyId).Select(p => p.Role).SingleAsync();
        var country = await db.Cases.Where(c => c.Id == invitation.CaseId).Select(c => c.Country).SingleAsync();
        return new Actor(invitation.PersonId, matrices.For(country).HatOf(role), Purpose.Own, commandId);
    }
}

/// <summary>Who came in by an invitation.</summary>
/// <param name="Proved">They may set up how they sign in from now on.</param>
/// <param name="ToWork">They were invited to work here, and not to a case.</param>
public sealed record Redeemed(Person Person, bool Proved, bool ToWork);
