using System.Security.Cryptography;
using CommonGround.Domain;
using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Invitations;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>Ways in for those who work here, who have no case to be invited to.</summary>
public sealed class AccountInvitations(CommonGroundDb db, TimeProvider clock)
{
    /// <summary>Makes one; every earlier one of the person is useless from now on. What is returned is shown once and stored nowhere.</summary>
    public async Task<InvitationKey> Issue(Guid personId)
    {
        var now = clock.UtcNow();
        var key = InvitationKey.New();
        await db.AccountInvitations.Where(i => i.PersonId == personId && i.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.EndedAt, now));
        db.AccountInvitations.Add(new AccountInvitation(Ids.New(now), personId, key.Secret, now));
        await db.SaveChangesAsync();
        return key;
    }

    /// <summary>Uses it up. The attempt is counted before the code is looked at, and each is used once, in one statement each.</summary>
    /// <param name="commandId">The form's own: the very form that redeemed it, sent again, leads to the same place.</param>
    /// <returns>Whose it is, <see cref="InvitationUsed"/> where it was used or a newer one was made, or <see cref="InvitationNotUsable"/> for every other reason alike.</returns>
    public async Task<Outcome<Person>> Redeem(string token, string code, Guid commandId)
    {
        var (tokenHash, now) = (InvitationKey.HashOf(token), clock.UtcNow());
        var codeHash = InvitationKey.HashOf(token, code);
        if (await RedeemedBy(commandId, tokenHash, codeHash, now) is { } again)
            return again;

        var open = db.AccountInvitations.Where(i => i.TokenHash == tokenHash && i.EndedAt == null && i.ExpiresAt > now);
        var counted = await open.Where(i => i.Attempts < Invitation.AtMostAttempts).ExecuteUpdateAsync(set => set.SetProperty(i => i.Attempts, i => i.Attempts + 1));
        var found = counted == 1 ? await open.AsNoTracking().FirstOrDefaultAsync() : null;
        if (found is not null && CryptographicOperations.FixedTimeEquals(codeHash, found.CodeHash) && await UseUp(open, commandId, found.PersonId, now))
            return await Whose(found.PersonId);

        // The same form twice at once: the other was first.
        if (await RedeemedBy(commandId, tokenHash, codeHash, now) is { } meanwhile)
            return meanwhile;

        return await db.AccountInvitations.AnyAsync(i => i.TokenHash == tokenHash && i.EndedAt != null) ? new InvitationUsed() : new InvitationNotUsable();
    }

    public Task<bool> Made(string token)
    {
        var tokenHash = InvitationKey.HashOf(token);
        return db.AccountInvitations.AnyAsync(i => i.TokenHash == tokenHash);
    }

    /// <summary>Whether a link is to this person; of one that is none, no.</summary>
    public Task<bool> IsFor(string token, Guid personId)
    {
        var tokenHash = InvitationKey.HashOf(token);
        return db.AccountInvitations.AnyAsync(i => i.TokenHash == tokenHash && i.PersonId == personId);
    }

    /// <summary>With the form's receipt, or not at all.</summary>
    private async Task<bool> UseUp(IQueryable<AccountInvitation> open, Guid commandId, Guid personId, DateTime now)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await open.ExecuteUpdateAsync(set => set.SetProperty(i => i.EndedAt, now)) != 1)
            return false;

        db.Commands.Add(new CommandDone { Id = commandId, PersonId = personId, At = now, Location = "/account" });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // A receipt that there is already, for something else.
            db.ChangeTracker.Clear();
            return false;
        }

        await transaction.CommitAsync();
        return true;
    }

    private async Task<Person?> RedeemedBy(Guid commandId, byte[] tokenHash, byte[] codeHash, DateTime now)
    {
        var from = now - Invitation.SentAgainWithin;
        var done = await db.Commands.AsNoTracking().FirstOrDefaultAsync(c => c.Id == commandId && c.At > from);
        return done is not null && await db.AccountInvitations.AnyAsync(i => i.TokenHash == tokenHash && i.CodeHash == codeHash && i.PersonId == done.PersonId)
            ? await Whose(done.PersonId) : null;
    }

    private Task<Person> Whose(Guid personId) =>
        db.Persons.IgnoreQueryFilters([CommonGroundDb.IdentityFilter]).AsNoTracking().SingleAsync(p => p.Id == personId);
}
