using CommonGround.Domain.Accounts;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>
/// What ASP.NET Core Identity's passkeys read of our tables. The rest of Identity is not used (ADR 0014), so this store changes nothing:
/// passkeys are written by <see cref="Passkeys"/>.
/// </summary>
internal sealed class AccountStore(CommonGroundDb db) : IUserPasskeyStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PersonId.ToString());

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.Accounts.FirstOrDefaultAsync(a => a.PersonId == id, cancellationToken) : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(p => p.PersonId == user.PersonId).ToListAsync(cancellationToken)).Select(Info)];

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        db.Accounts.FirstOrDefaultAsync(a => db.Passkeys.Any(p => p.CredentialId == credentialId && p.PersonId == a.PersonId), cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking().FirstOrDefaultAsync(p => p.CredentialId == credentialId && p.PersonId == user.PersonId, cancellationToken) is { } found
            ? Info(found) : null;

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.SignInName);

    public void Dispose()
    {
    }

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, new DateTimeOffset(passkey.CreatedAt), (uint)passkey.SignCount,
        passkey.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries), isUserVerified: true, passkey.IsBackupEligible, passkey.IsBackedUp, [], []);
}
