using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.MyAccount.ShowAccount;

/// <summary>How I sign in, where I am signed in, and what happened to it lately.</summary>
[SignedIn]
public sealed class ShowAccountModel(CommonGroundDb db, OwnAccount own, Sessions sessions) : PageModel
{
    private const int FewEvents = 8;
    private const int FewSessions = 50;

    public Account? Account { get; private set; }

    public Person Me { get; private set; } = default!;

    /// <summary>Then their organisation keeps how they are reached.</summary>
    public bool WorksHere { get; private set; }

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    public int CodesLeft { get; private set; }

    public bool NeedsAuthenticator { get; private set; }

    public IReadOnlyList<Session> Open { get; private set; } = [];

    public Session Here => own.Session;

    public IReadOnlyList<SecurityEvent> Events { get; private set; } = [];

    public bool HasNoWay => Account is not { HasPassword: true } && Passkeys.Count == 0;

    /// <summary>The password is not enough by itself, and there is nothing beside it: it opens nothing yet.</summary>
    public bool IsHalfway => Account is { HasPassword: true, HasAuthenticator: false } && NeedsAuthenticator;

    public async Task OnGet()
    {
        var (me, now) = (own.PersonId, own.Now);
        Account = await own.Find();
        Me = await own.Person();
        WorksHere = await own.WorksHere();
        Passkeys = await db.Passkeys.AsNoTracking().Where(p => p.PersonId == me).OrderBy(p => p.CreatedAt).ToListAsync();
        CodesLeft = await db.RecoveryCodes.CountAsync(c => c.PersonId == me && c.UsedAt == null);
        NeedsAuthenticator = await own.Group() != SessionGroup.Supervisor;
        var open = await db.Sessions.AsNoTracking().Where(s => s.PersonId == me && s.EndedAt == null && s.EndsAt > now)
            .OrderByDescending(s => s.LastUsedAt).Take(FewSessions).ToListAsync();
        Open = [.. open.Where(s => s.IsAlive(now)).OrderByDescending(s => s.Id == Here.Id)];
        Events = await db.SecurityEvents.AsNoTracking().Where(e => e.PersonId == me).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(FewEvents).ToListAsync();
    }

    public async Task<IActionResult> OnPostEnd(Guid sessionId)
    {
        if (sessionId == Here.Id)
        {
            await sessions.End(HttpContext);
            return LocalRedirect("/");
        }

        await sessions.End(HttpContext, own.PersonId, sessionId);
        return LocalRedirect("/account").Done(HttpContext, "account.session.ended");
    }

    public async Task<IActionResult> OnPostEndOthers()
    {
        await sessions.EndOthers(HttpContext, own.PersonId);
        return LocalRedirect("/account").Done(HttpContext, "account.sessions.ended");
    }
}
