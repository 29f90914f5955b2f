using System.Data.Common;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Live;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings.Live;

/// <summary>
/// Tells an open board that something changed, as server-sent events that carry nothing but a number: the page fetches anew, through
/// the policy. Permission is asked at every event and every heartbeat; when it has ended, so does the stream.
/// </summary>
internal static class MeetingLive
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static async Task Follow(
        Guid meetingId, HttpContext context, LiveUpdates live, IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime life)
    {
        var access = context.Access();
        var caseId = access.InCase!.CaseId;
        var sessionId = SignedInAs.Of(context.User)!.SessionId;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        var cancel = either.Token;
        if (!await Seen(scopes, access, sessionId, meetingId, clock.UtcNow(), cancel))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await using var heard = new Listening(live.Listen(caseId, cancel).GetAsyncEnumerator(cancel), either);
            var next = heard.Next();

            // Whoever just came sees what was missed on the way, and the others see that they are here.
            await Say(context, "board", 0, cancel);
            await Tell(scopes, live, caseId);
            while (!cancel.IsCancellationRequested)
            {
                var came = await Task.WhenAny(next, Task.Delay(Heartbeat, clock, cancel)) == next;
                if (came && !await next)
                    return;
                if (!await Seen(scopes, access, sessionId, meetingId, clock.UtcNow(), cancel))
                {
                    await Say(context, "over", 0, cancel);
                    return;
                }

                if (came)
                {
                    await Say(context, "board", heard.Version, cancel);
                    next = heard.Next();
                }
                else
                {
                    await context.Response.WriteAsync(":\n\n", cancel);
                    await context.Response.Body.FlushAsync(cancel);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
    }

    /// <summary>A sequence may not be let go of while someone waits for its next: who leaves stops waiting first.</summary>
    private sealed class Listening(IAsyncEnumerator<long> versions, CancellationTokenSource until) : IAsyncDisposable
    {
        private Task<bool> _next = Task.FromResult(false);

        public long Version => versions.Current;

        public Task<bool> Next() => _next = versions.MoveNextAsync().AsTask();

        public async ValueTask DisposeAsync()
        {
            await until.CancelAsync();
            await _next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await versions.DisposeAsync();
        }
    }

    private static async Task Say(HttpContext context, string name, long version, CancellationToken cancel)
    {
        await context.Response.WriteAsync($"event: {name}\ndata: {version}\n\n", cancel);
        await context.Response.Body.FlushAsync(cancel);
    }

    private static async Task Tell(IServiceScopeFactory scopes, LiveUpdates live, Guid caseId)
    {
        live.Changed(caseId, 0);
        await using var scope = scopes.CreateAsyncScope();
        await BetweenNodes.Announce(scope.ServiceProvider.GetRequiredService<CommonGroundDb>(), live, caseId, 0);
    }

    /// <summary>Whether they may still be here; if so, that they were seen, at most every few seconds.</summary>
    private static async Task<bool> Seen(
        IServiceScopeFactory scopes, RequestAccess access, Guid sessionId, Guid meetingId, DateTime now, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        // Whoever signed out, here or from elsewhere, is not here any more. An open board is no use of the session: it does not lengthen it.
        if (!await db.Sessions.TagWith(Tags.SignIn).AnyAsync(s => s.Id == sessionId && s.EndedAt == null && s.EndsAt > now, cancel))
            return false;

        var part = access.InCase!;
        db.Viewer = new Viewer(access.PersonId, now, Purpose.Meeting) { PartyId = part.PartyId };
        var meeting = await db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == meetingId && m.CaseId == part.CaseId, cancel);
        if (meeting?.ParticipantOf(access.PersonId, part.Role) is not { } me)
            return false;

        try
        {
            await Note(db, meetingId, me.PartyId, now, cancel);
        }
        catch (Exception busy) when (busy is DbUpdateException or DbException)
        {
            // Two windows of one person at once, or a busy database: being seen is coarse, and nobody's stream ends for it.
        }

        return true;
    }

    private static async Task Note(CommonGroundDb db, Guid meetingId, Guid partyId, DateTime now, CancellationToken cancel)
    {
        var coarse = now - TimeSpan.FromSeconds(10);
        var mine = db.MeetingPresences.Where(p => p.MeetingId == meetingId && p.PartyId == partyId);
        if (await mine.AnyAsync(p => p.SeenAt > coarse, cancel)
            || await mine.ExecuteUpdateAsync(set => set.SetProperty(p => p.SeenAt, now), cancel) > 0)
            return;

        db.MeetingPresences.Add(new MeetingPresence { MeetingId = meetingId, PartyId = partyId, FirstSeenAt = now, SeenAt = now });
        await db.SaveChangesAsync(cancel);
    }
}
