using CommonGround.Domain.Accounts;
using CommonGround.Web.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Forms;

/// <summary>A passkey in the database, where it is named and removed: none that would open anything.</summary>
internal static class OnesOwnPasskey
{
    private static readonly DateTime Made = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    public static async Task Add(IServiceProvider services, Guid person)
    {
        var db = services.GetRequiredService<CommonGroundDb>();
        db.Accounts.Add(new Account(person, Made));
        db.Passkeys.Add(new Passkey
        {
            CredentialId = Guid.CreateVersion7().ToByteArray(), PersonId = person, Name = "My telephone", PublicKey = [1], CreatedAt = Made,
            SignCount = 0, Transports = "internal", IsBackupEligible = false, IsBackedUp = false,
        });
        await db.SaveChangesAsync();
    }
}
