using CommonGround.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Persistence;

/// <summary>How people sign in. Nothing here stands on common ground: it is each person's own.</summary>
public sealed partial class CommonGroundDb
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Domain.Cases.ChosenPart> ChosenParts => Set<Domain.Cases.ChosenPart>();

    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();

    public DbSet<SignInTries> SignInTries => Set<SignInTries>();

    public DbSet<AccountInvitation> AccountInvitations => Set<AccountInvitation>();
}
