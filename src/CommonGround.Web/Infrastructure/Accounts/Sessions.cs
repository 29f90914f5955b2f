using CommonGround.Domain;
using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>Begins and ends sessions.</summary>
public sealed class Sessions(CommonGroundDb db, SessionPolicy policy, OrganisationTime time, TimeProvider clock)
{
    private static readonly TimeSpan EventsKept = TimeSpan.FromDays(365);
    private static readonly TimeSpan SessionsKept = TimeSpan.FromDays(30);

    /// <summary>Signs a person in, under a new key always; whoever was signed in in this browser before is so no longer.</summary>
    /// <param name="proved">They showed by their own means that it is them.</param>
    public async Task Begin(HttpContext context, Person person, SessionWay way, bool proved)
    {
        var now = clock.UtcNow();
        var group = way == SessionWay.Demo ? SessionGroup.Demo : await GroupOf(person.Id, now);
        var key = SignedInAs.NewKey();
        var session = Session.Begin(
            Ids.New(now), person.Id, way, context.Device(), Session.Digest(key), policy.For(group, DateOnly.FromDateTime(time.Local(now))), proved, now);
        db.Sessions.Add(session);
        if (way != SessionWay.Demo)
        {
            db.Note(context, person.Id, way switch
            {
                SessionWay.Passkey => SecurityEventKind.SignedInByPasskey,
                SessionWay.Invitation => SecurityEventKind.SignedInByInvitation,
                _ => SecurityEventKind.SignedIn,
            }, now);
        }

        await db.SaveChangesAsync();
        if (SignedInAs.Of(context.User) is { } before)
            await EndWhere(db.Sessions.Where(s => s.Id == before.SessionId), now);
        await ClearOld(person.Id, now);
        await SignedInAs.SendCookie(context, person, session.Id, key);
    }

    /// <summary>Whether they have shown in this session, by their own means, that it is them.</summary>
    public Task<bool> HasProved(SignedInAs here) => db.Sessions.AnyAsync(s => s.Id == here.SessionId && s.ProvedAt != null);

    /// <summary>Ends the one of this browser.</summary>
    public async Task End(HttpContext context)
    {
        var now = clock.UtcNow();
        if (SignedInAs.Of(context.User) is { } shown)
        {
            await EndWhere(db.Sessions.Where(s => s.Id == shown.SessionId), now);
            db.Note(context, shown.PersonId, SecurityEventKind.SignedOut, now);
            await db.SaveChangesAsync();
        }

        await context.SignOutAsync();
    }

    /// <summary>Ends one of the person's own; false where it is not theirs, or over.</summary>
    public async Task<bool> End(HttpContext context, Guid personId, Guid sessionId)
    {
        var now = clock.UtcNow();
        if (await EndWhere(db.Sessions.Where(s => s.Id == sessionId && s.PersonId == personId), now) == 0)
            return false;

        db.Note(context, personId, SecurityEventKind.SessionEnded, now);
        await db.SaveChangesAsync();
        return true;
    }

    /// <summary>Ends all of the person's but the one of this browser.</summary>
    public async Task EndOthers(HttpContext context, Guid personId)
    {
        var now = clock.UtcNow();
        var here = SignedInAs.Of(context.User)?.SessionId ?? Guid.Empty;
        if (await EndWhere(db.Sessions.Where(s => s.PersonId == personId && s.Id != here && s.EndsAt > now), now) == 0)
            return;

        db.Note(context, personId, SecurityEventKind.OthersEnded, now);
        await db.SaveChangesAsync();
    }

    /// <summary>For whom the limits are, and whether they need a second factor: by what the person does here now.</summary>
    public async Task<SessionGroup> GroupOf(Guid personId, DateTime now)
    {
        if (await db.Memberships.AnyAsync(m => m.PersonId == personId && m.From <= now && (m.Until == null || m.Until > now)))
            return SessionGroup.Professional;

        var parts = await db.Whole<Party>().Where(p => p.PersonId == personId && p.From <= now && (p.Until == null || p.Until > now))
            .Select(p => p.Role).Distinct().ToListAsync();
        var officer = await db.PrivacyOfficers.AnyAsync(o => o.PersonId == personId && o.From <= now && (o.Until == null || o.Until > now));
        return officer ? SessionGroup.Professional : parts is [PartyRole.Supervisor] ? SessionGroup.Supervisor : SessionGroup.Citizen;
    }

    private static Task<int> EndWhere(IQueryable<Session> sessions, DateTime now) =>
        sessions.Where(s => s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now));

    // What is told for a year, and sessions for a month after they ended: longer helps nobody.
    private async Task ClearOld(Guid personId, DateTime now)
    {
        var (events, sessions) = (now - EventsKept, now - SessionsKept);
        await db.SecurityEvents.Where(e => (e.PersonId == personId || e.PersonId == null) && e.At < events).ExecuteDeleteAsync();
        await db.Sessions.Where(s => s.PersonId == personId && (s.EndsAt < sessions || s.EndedAt < sessions)).ExecuteDeleteAsync();
    }
}
