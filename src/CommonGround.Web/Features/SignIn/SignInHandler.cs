using CommonGround.Domain;
using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.SignIn;

/// <summary>
/// Signs in by name, password and code, or by a passkey. To a stranger every answer is the same, and takes the same: whether the name is
/// anybody's, and which of the three was wrong, is told to nobody.
/// </summary>
public sealed class SignInHandler(
    CommonGroundDb db, Doors doors, KnownDevice known, IPasswordHasher<Account> hasher, Authenticators authenticators, RecoveryCodes recovery, Passkeys passkeys,
    Sessions sessions, TimeProvider clock)
{
    private static readonly Account Nobody = new(Guid.Empty, DateTime.MinValue);
    private static string? _nobodysHash;

    public async Task<Outcome<Done>> ByPassword(HttpContext context, string name, string password, string code)
    {
        var folded = SignInName.Fold(name);
        var mark = known.For(context, folded);
        var (nameDoor, addressDoor) = (mark is null ? Doors.OfName(folded) : Doors.OfDevice(folded, mark), Doors.OfAddress(context.Connection.RemoteIpAddress));
        var ofName = await doors.Try(nameDoor, TryLimit.OfName);
        // A browser that is known has its own count: whoever shares its network does not close it.
        var ofAddress = mark is null ? await doors.Try(addressDoor, TryLimit.OfAddress) : (RestsUntil: null, ClosedNow: false);
        if ((ofName.RestsUntil ?? ofAddress.RestsUntil) is { } until)
            return new SignInRests(until);

        var account = await db.Accounts.FirstOrDefaultAsync(a => a.SignInName == folded);
        var outcome = await Check(context, account, password, code);
        if (!outcome.Succeeded)
        {
            await Refused(context, account, ofName.ClosedNow);
            return ofName.ClosedNow ? new SignInRests(clock.UtcNow() + TryLimit.OfName.First) : outcome;
        }

        await doors.Forget(nameDoor);
        if (mark is null)
            await doors.Forgive(addressDoor);
        known.Remember(context, folded);
        await sessions.Begin(context, await PersonOf(account!.PersonId), SessionWay.Password, proved: true);
        return new Done();
    }

    public async Task<Outcome<Done>> ByPasskey(HttpContext context, string answer)
    {
        var account = await passkeys.SignIn(context, answer);
        if (!account.Succeeded)
            return new SignInNotRight();

        await sessions.Begin(context, await PersonOf(account.Value.PersonId), SessionWay.Passkey, proved: true);
        return new Done();
    }

    /// <summary>Everything is computed for everybody: nothing ends early.</summary>
    private async Task<Outcome<Done>> Check(HttpContext context, Account? account, string password, string code)
    {
        var now = clock.UtcNow();
        var hash = account?.PasswordHash ?? NobodysHash();
        var verified = hasher.VerifyHashedPassword(account ?? Nobody, hash, password);
        var right = verified != PasswordVerificationResult.Failed && account?.PasswordHash is not null;
        var recoveryCode = RecoveryCodes.LooksLikeOne(code) ? await recovery.Find(account?.PersonId ?? Guid.Empty, code) : null;
        var step = account is null ? null : authenticators.Match(account, code, now);
        if (!right)
            return new SignInNotRight();
        if (recoveryCode is null && step is null && (account!.HasAuthenticator || await sessions.GroupOf(account.PersonId, now) != SessionGroup.Supervisor))
            return account.HasAuthenticator ? new SignInNotRight() : new SecondFactorMissing();

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
            account!.Rehash(hasher.HashPassword(account, password));
        if (step is { } taken)
            account!.TakeCode(taken);
        if (recoveryCode is not null)
        {
            recoveryCode.UsedAt = now;
            db.Note(context, account!.PersonId, SecurityEventKind.RecoveryCodeUsed, now);
        }

        try
        {
            await db.SaveChangesAsync();
            return new Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same code twice at once: one of them was taken.
            db.ChangeTracker.Clear();
            return new SignInNotRight();
        }
    }

    private async Task Refused(HttpContext context, Account? account, bool closed)
    {
        var now = clock.UtcNow();
        db.Note(context, account?.PersonId, closed ? SecurityEventKind.Rested : SecurityEventKind.NotSignedIn, now);
        if (closed && account?.TellOfRest(now) == true)
            db.Tell(await PersonOf(account.PersonId), "sign-in-rests", now);
        await db.SaveChangesAsync();
    }

    private Task<Person> PersonOf(Guid id) => db.Persons.IgnoreQueryFilters([CommonGroundDb.IdentityFilter]).AsNoTracking().SingleAsync(p => p.Id == id);

    private string NobodysHash() => _nobodysHash ??= hasher.HashPassword(Nobody, Guid.CreateVersion7().ToString());
}

/// <summary>Name, password and code do not belong together. Never more.</summary>
public sealed record SignInNotRight : Error;

/// <summary>Too many tries in vain, for this name or from this address; also where the name is nobody's.</summary>
/// <param name="Until">UTC.</param>
public sealed record SignInRests(DateTime Until) : Error;

/// <summary>Said only to someone who has the password: their part now asks for a second factor, which they have not set up.</summary>
public sealed record SecondFactorMissing : Error;
