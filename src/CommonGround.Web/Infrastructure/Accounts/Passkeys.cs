using CommonGround.Domain;
using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>Passkeys, by ASP.NET Core Identity's handler, on our own tables.</summary>
public sealed class Passkeys(IPasskeyHandler<Account> handler, CommonGroundDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int LongestName = 60;

    private readonly IDataProtector _protector = protection.CreateProtector("passkey-ceremony");

    /// <summary>What a browser is to be asked for, as JSON, so that a new passkey comes about.</summary>
    public async Task<string> AskForNew(HttpContext context, Person person)
    {
        var name = string.IsNullOrWhiteSpace(person.Email) ? person.Name : person.Email;
        var asked = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id.ToString(), Name = name, DisplayName = person.Name }, context);
        PasskeyCeremony.Begin(context, _protector, asked.AttestationState ?? "", person.Id, clock.UtcNow());
        return asked.CreationOptionsJson;
    }

    /// <summary>Takes the browser's answer.</summary>
    /// <returns><see cref="PasskeyNotTaken"/> whatever was wrong with it.</returns>
    public async Task<Outcome<Passkey>> Add(HttpContext context, Account account, string answer, string name)
    {
        var now = clock.UtcNow();
        if (PasskeyCeremony.Take(context, _protector, account.PersonId, now) is not { } ceremony)
            return new PasskeyNotTaken();

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = answer, AttestationState = ceremony.State });
        if (!result.Succeeded || !result.Passkey.IsUserVerified)
            return new PasskeyNotTaken();

        var made = result.Passkey;
        var passkey = new Passkey
        {
            CredentialId = made.CredentialId, PersonId = account.PersonId, Name = name, PublicKey = made.PublicKey, CreatedAt = now, SignCount = made.SignCount,
            Transports = string.Join(',', made.Transports ?? []), IsBackupEligible = made.IsBackupEligible, IsBackedUp = made.IsBackedUp,
        };
        db.Passkeys.Add(passkey);
        return await Once(ceremony, account.PersonId, now) ? passkey : new PasskeyNotTaken();
    }

    /// <summary>What a browser is to be asked for: whichever passkey it has for us. Says nothing of anybody.</summary>
    public async Task<string> AskForAny(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        PasskeyCeremony.Begin(context, _protector, asked.AssertionState ?? "", Guid.Empty, clock.UtcNow());
        return asked.RequestOptionsJson;
    }

    /// <summary>Whose passkey it is that answered.</summary>
    public async Task<Outcome<Account>> SignIn(HttpContext context, string answer)
    {
        var now = clock.UtcNow();
        if (PasskeyCeremony.Take(context, _protector, Guid.Empty, now) is not { } ceremony)
            return new PasskeyNotTaken();

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = answer, AssertionState = ceremony.State });
        if (!result.Succeeded || !result.Passkey.IsUserVerified)
            return new PasskeyNotTaken();

        var passkey = await db.Passkeys.SingleAsync(p => p.CredentialId == result.Passkey.CredentialId);
        (passkey.SignCount, passkey.IsBackedUp, passkey.LastUsedAt) = (result.Passkey.SignCount, result.Passkey.IsBackedUp, now);
        return await Once(ceremony, passkey.PersonId, now) ? result.User : new PasskeyNotTaken();
    }

    /// <summary>Stores what came of it, together with that it was taken: the same answer does nothing twice.</summary>
    private async Task<bool> Once(PasskeyCeremony ceremony, Guid personId, DateTime now)
    {
        db.Commands.Add(new CommandDone { Id = ceremony.Id, PersonId = personId, At = now, Location = "/account" });
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}

/// <summary>The browser's answer was not one to what was asked, came too late, or came again.</summary>
public sealed record PasskeyNotTaken : Error;
