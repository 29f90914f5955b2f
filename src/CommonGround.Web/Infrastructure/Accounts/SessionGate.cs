using System.Security.Claims;
using CommonGround.Domain.Accounts;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>
/// Whether the session that a cookie names still holds: asked of the database at each request, so that one which was ended is over at
/// every node. Changes its key now and then.
/// </summary>
public sealed class SessionGate(CommonGroundDb db, TimeProvider clock)
{
    /// <summary>Of this request, once it was let in.</summary>
    public Session? Current { get; private set; }

    /// <summary>Lets the session in that the cookie names, by a statement of its own.</summary>
    public async Task<bool> Admit(HttpContext context) => SignedInAs.Of(context.User) is { } shown
        && await Admit(context, shown, await db.Sessions.TagWith(Tags.SignIn).AsNoTracking().FirstOrDefaultAsync(s => s.Id == shown.SessionId));

    /// <summary>Lets in what was read with something else. Whoever is not let in is signed out.</summary>
    public async Task<bool> Admit(HttpContext context, SignedInAs shown, Session? found)
    {
        var now = clock.UtcNow();
        var answer = found is null || found.PersonId != shown.PersonId ? SessionAnswer.Over : found.Answer(shown.KeyHash, now);
        switch (answer)
        {
            case SessionAnswer.NeedsNewKey:
                await SendNewKey(context, found!, now);
                break;
            case SessionAnswer.HasNewKey:
                await TakeNewKey(found!, now);
                break;
            case SessionAnswer.KeyCameBack:
                await End(context, found!, now);
                break;
            case SessionAnswer.Goes when now >= found!.LastUsedAt + Session.UseNoted:
                await db.Sessions.TagWith(Tags.SignIn).Where(s => s.Id == found.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastUsedAt, now));
                break;
        }

        if (answer is SessionAnswer.Over or SessionAnswer.KeyCameBack)
        {
            await context.SignOutAsync();
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
            return false;
        }

        Current = found;
        return true;
    }

    /// <summary>The old key goes on until the new one has been seen: an answer that got lost throws nobody out.</summary>
    private async Task SendNewKey(HttpContext context, Session found, DateTime now)
    {
        var key = SignedInAs.NewKey();
        var hash = Session.Digest(key);
        // Of many requests at once, one sends it.
        var won = await db.Sessions.TagWith(Tags.SignIn).Where(s => s.Id == found.Id && s.KeySince == found.KeySince && s.NextKeySentAt == found.NextKeySentAt)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.NextKeyHash, hash).SetProperty(s => s.NextKeySentAt, now).SetProperty(s => s.LastUsedAt, now));
        if (won == 1)
            await SignedInAs.RenewCookie(context, key);
    }

    private Task<int> TakeNewKey(Session found, DateTime now) =>
        db.Sessions.TagWith(Tags.SignIn).Where(s => s.Id == found.Id && s.KeySince == found.KeySince).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.PreviousKeyHash, found.KeyHash).SetProperty(s => s.KeyHash, found.NextKeyHash).SetProperty(s => s.NextKeyHash, (byte[]?)null)
            .SetProperty(s => s.NextKeySentAt, (DateTime?)null).SetProperty(s => s.KeySince, now).SetProperty(s => s.LastUsedAt, now));

    private async Task End(HttpContext context, Session found, DateTime now)
    {
        await db.Sessions.Where(s => s.Id == found.Id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now));
        db.Note(context, found.PersonId, SecurityEventKind.KeyCameBack, now);
        await db.SaveChangesAsync();
    }
}
