using System.Data;
using System.Data.Common;
using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Live;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommonGround.Web.Infrastructure.Changes;

/// <summary>
/// The one way to change anything: state, journal, grants, messages and the command's receipt go in one transaction. A command that
/// comes again has no second effect. Two at once: one wins, the other is made again on what it left, and refuses if its form is old.
/// A change reads from one moment only (repeatable read): what it refuses, it refuses for a state that was there.
/// </summary>
public sealed class CaseChanges(
    CommonGroundDb db, SharingMatrices matrices, TimeProvider clock, Disclosures disclosures, LiveUpdates live)
{
    private const int AtMostTries = 8;

    /// <param name="make">Changes the case and returns where to go next (a local path), or a named error: then nothing is stored.</param>
    public Task<Outcome<string>> InCase(Guid caseId, Actor by, Func<CaseChange, Task<Outcome<string>>> make) => Try(by, async now =>
    {
        var changed = await db.Cases.Include(c => c.Parties).Include(c => c.Consents).Include(c => c.Releases).Include(c => c.Steps).Include(c => c.Emergencies)
            .IgnoreQueryFilters([CommonGroundDb.SharingFilter]).AsSplitQuery().FirstOrDefaultAsync(c => c.Id == caseId);
        if (changed is null)
            return (null, new NotFound());

        var head = await db.JournalHeads.SingleAsync(h => h.StreamId == caseId);
        var change = new CaseChange(db, InTheirPart(by, changed, now), now, changed, head, matrices.For(changed.Country));
        return (change, await make(change));
    });

    /// <param name="make">As <see cref="InCase"/>, for a unit's intake.</param>
    public Task<Outcome<string>> InUnit(Guid unitId, Actor by, Func<UnitChange, Task<Outcome<string>>> make) => Try(by, async now =>
    {
        var unit = await db.Units.Include(u => u.Organisation).SingleAsync(u => u.Id == unitId);
        var head = await db.JournalHeads.FindAsync(unitId);
        if (head is null)
            db.JournalHeads.Add(head = new JournalHead(unitId));

        var change = new UnitChange(db, by, now, unit, head);
        return (change, await make(change));
    });

    /// <summary>Of several parts the request says which; where there is one, it is that.</summary>
    private static Actor InTheirPart(Actor by, Case changed, DateTime at) =>
        by.PartyId is null && changed.ActivePartsOf(by.PersonId, at).ToList() is [var only] ? by with { PartyId = only.Id, Role = only.Role } : by;

    private async Task<Outcome<string>> Try(Actor by, Func<DateTime, Task<(Change? Change, Outcome<string> Outcome)>> make)
    {
        using var notShown = disclosures.Pause();
        var shown = !db.ShowsNobody;
        db.ShowsNobody = true;

        // A change may store in parts; what sharing depends on is noted at each of them.
        var touched = new HashSet<Guid>();
        void Note(object? sender, SavingChangesEventArgs e) => touched.UnionWith(GrantRows.Touched(db));
        db.SavingChanges += Note;
        try
        {
            return await TryOften(by, make, touched);
        }
        finally
        {
            db.SavingChanges -= Note;
            db.ShowsNobody = !shown;
        }
    }

    private async Task<Outcome<string>> TryOften(Actor by, Func<DateTime, Task<(Change? Change, Outcome<string> Outcome)>> make, HashSet<Guid> touched)
    {
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            touched.Clear();
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
                if (await db.Commands.FindAsync(by.CommandId) is { } done)
                    return done.PersonId == by.PersonId ? done.Location : new NotFound();

                var now = clock.UtcNow();
                var (change, outcome) = await make(now);
                if (!outcome.Succeeded || change is null)
                    return outcome;

                db.Commands.Add(new CommandDone { Id = by.CommandId, PersonId = by.PersonId, At = now, Location = outcome.Value });
                touched.UnionWith(GrantRows.Touched(db));
                await NewParties.NoteWhomTheyActFor(db, now);
                await NewCases.NoteProtection(db);
                await GrantRows.Rewrite(db, touched, matrices);
                await db.SaveChangesAsync();
                foreach (var stream in change.TouchedStreams)
                    await BetweenNodes.Announce(db, live, stream.Head.StreamId, stream.Head.Position);
                await transaction.CommitAsync();
                foreach (var stream in change.TouchedStreams)
                    live.Changed(stream.Head.StreamId, stream.Head.Position);
                return outcome;
            }
            catch (Exception e) when (tries < AtMostTries && CameSecond(e))
            {
                // Someone else moved the journal's head first, or the same command came twice at once: again, on what is there now.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Storing it met what another transaction had stored since this one began. EF wraps what a server calls transient.</summary>
    private static bool CameSecond(Exception e) =>
        e is DbUpdateException or DbException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
        || (e is InvalidOperationException { InnerException: { } inner } && CameSecond(inner));
}
