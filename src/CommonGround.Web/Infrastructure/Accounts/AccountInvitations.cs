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
    /// <returns>Whose it is, or <see cref="InvitationNotUsable"/> for every reason alike.</returns>
    public async Task<Outcome<Person>> Redeem(string token, string code)
    {
        var (tokenHash, now) = (InvitationKey.HashOf(token), clock.UtcNow());
        var open = db.AccountInvitations.Where(i => i.TokenHash == tokenHash && i.EndedAt == null && i.ExpiresAt > now);
        var counted = await open.Where(i => i.Attempts < Invitation.AtMostAttempts).ExecuteUpdateAsync(set => set.SetProperty(i => i.Attempts, i => i.Attempts + 1));
        var found = counted == 1 ? await open.AsNoTracking().FirstOrDefaultAsync() : null;
        if (found is null || !CryptographicOperations.FixedTimeEquals(InvitationKey.HashOf(token, code), found.CodeHash)
            || await open.ExecuteUpdateAsync(set => set.SetProperty(i => i.EndedAt, now)) != 1)
        {
            return new InvitationNotUsable();
        }

        return await db.Persons.IgnoreQueryFilters([CommonGroundDb.IdentityFilter]).AsNoTracking().SingleAsync(p => p.Id == found.PersonId);
    }
}
