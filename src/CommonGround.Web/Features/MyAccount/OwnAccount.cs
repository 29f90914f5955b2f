using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.MyAccount;

/// <summary>The account of whoever is signed in, and whether they may change it now.</summary>
public sealed class OwnAccount(CommonGroundDb db, SessionGate gate, Sessions sessions, IHttpContextAccessor http, TimeProvider clock)
{
    public HttpContext Context => http.HttpContext!;

    public Guid PersonId => Context.Access().PersonId;

    public DateTime Now { get; } = clock.UtcNow();

    public Session Session => gate.Current!;

    public Task<Person> Person() => db.Persons.SingleAsync(p => p.Id == PersonId);

    public Task<Account?> Find() => db.Accounts.FirstOrDefaultAsync(a => a.PersonId == PersonId);

    /// <summary>Whether an organisation keeps how they are reached.</summary>
    public Task<bool> WorksHere() => db.Memberships.AnyAsync(m => m.PersonId == PersonId && m.From <= Now && (m.Until == null || m.Until > Now));

    /// <summary>To be changed; made where there is none yet, and stored with the next <c>SaveChanges</c>.</summary>
    public async Task<Account> FindOrMake() => await Find() ?? db.Accounts.Add(new Account(PersonId, Now)).Entity;

    public Task<SessionGroup> Group() => sessions.GroupOf(PersonId, Now);

    /// <summary>
    /// Where to show once more that it is them; null where they have just done so, have no way of their own yet, or are made up.
    /// </summary>
    /// <param name="to">The page they were on their way to.</param>
    public async Task<IActionResult?> AskForProof(string to)
    {
        if (Session.Way == SessionWay.Demo || Session.IsFreshlyProved(Now) || (Session.ProvedAt is not null && !await HasOwnWay()))
            return null;

        return new LocalRedirectResult("/sign-in?to=" + Uri.EscapeDataString(to));
    }

    /// <summary>Notes that the way in was changed, and tells the person: with the next <c>SaveChanges</c>.</summary>
    public void Changed(Person person, SecurityEventKind kind)
    {
        db.Note(Context, person.Id, kind, Now);
        db.Tell(person, "account-changed", Now);
    }

    /// <summary>Stores it, once for each form.</summary>
    /// <param name="leadsTo">Where the form leads, also when it is sent again.</param>
    /// <returns>False where this form was taken before, or someone else was quicker with what must be the only one.</returns>
    public async Task<bool> Save(Guid commandId, string leadsTo = "/account")
    {
        db.Commands.Add(new CommandDone { Id = commandId, PersonId = PersonId, At = Now, Location = leadsTo });
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

    /// <summary>Where this form led when it was taken; null where it was not.</summary>
    public Task<string?> LedTo(Guid commandId) =>
        db.Commands.Where(c => c.Id == commandId && c.PersonId == PersonId).Select(c => c.Location).FirstOrDefaultAsync();

    private Task<bool> HasOwnWay() =>
        db.Accounts.AnyAsync(a => a.PersonId == PersonId && (a.PasswordHash != null || db.Passkeys.Any(p => p.PersonId == PersonId)));
}
