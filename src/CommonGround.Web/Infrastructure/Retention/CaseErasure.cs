using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Retention;

/// <summary>The basis is no rule of the country whose law the case is under.</summary>
/// <param name="Fits">The rules that are.</param>
public sealed record BasisUnknown(string Basis, IReadOnlyList<string> Fits) : Error;

/// <summary>Nothing is kept longer than it should be.</summary>
public sealed record NothingDue : Error;

/// <summary>
/// Erases a case, or what of it is kept no longer: rows, the journal's words and their keys, messages, and people who stand in nothing else.
/// The journal keeps that it was done, on which basis; so does the copy that someone received, for its own time. In one transaction;
/// <see cref="ErasedBytes"/> then takes the bytes.
/// </summary>
public sealed class CaseErasure(CaseChanges changes, CommonGroundDb db, RetentionSchedules schedules, ProgrammeLibrary content, OrganisationTime time)
{
    /// <summary>What is over by the country's schedule. Carried out twice, or by two nodes at once, it has one effect.</summary>
    /// <param name="day">The organisation's own day.</param>
    /// <returns>How many rows went.</returns>
    public async Task<Outcome<int>> Due(Guid caseId, DateOnly day)
    {
        var rows = 0;
        var outcome = await changes.InCase(caseId, Operator(Ids.Of($"retention {caseId} {day:O}")), async change =>
        {
            var schedule = schedules.For(change.Case.Country);
            var last = DayOf(await LastEntry(caseId));
            var copied = await db.Whole<Domain.Plans.HandedOverCopy>().Where(c => c.CaseId == caseId).MaxAsync(c => (DateTime?)c.HandedAt);
            rows = schedule.AllOver(last, copied is { } at ? DayOf(at) : null, day)
                ? await EraseAll(change, schedule.Of(InformationKind.Contact).Rule)
                : await EraseKinds(change, schedule.Over(last, day), schedule);
            return rows == 0 ? new NothingDue() : "/";
        });
        return outcome.Succeeded ? rows : outcome.Error is NothingDue ? 0 : outcome.Error!;
    }

    /// <summary>All of a case at once, as an authority or a court has decided.</summary>
    /// <param name="basis">The rule that the decision rests on: a key of <c>content/rules</c>, of the case's country.</param>
    public async Task<Outcome<int>> Decided(Guid caseId, string basis)
    {
        var country = await db.Cases.Where(c => c.Id == caseId).Select(c => c.Country).FirstOrDefaultAsync();
        if (country is null)
            return new NotFound();
        if (content.Rules.Find(basis)?.Country != country)
            return new BasisUnknown(basis, [.. content.Rules.All.Where(r => r.Country == country).Select(r => r.Key).Order(StringComparer.Ordinal)]);

        var rows = 0;
        var outcome = await changes.InCase(caseId, Operator(Ids.Of($"erasure {caseId} {basis}")), async change =>
        {
            rows = await EraseAll(change, basis);
            return "/";
        });
        return outcome.Succeeded ? rows : outcome.Error!;
    }

    private async Task<int> EraseAll(CaseChange change, string basis)
    {
        var people = change.Case.Parties.Select(p => p.PersonId).Append(change.Case.CitizenPersonId).ToHashSet();
        var (caseId, rows) = (change.Case.Id, new CommonGroundRows(db));
        var words = await rows.DeleteWords(caseId);
        var deleted = words.Count + await rows.DeleteAll(caseId);
        var address = $"%{caseId}%";
        deleted += await db.Outbox.Where(m => EF.Functions.Like(m.Path, address)).ExecuteDeleteAsync();
        await db.Commands.Where(c => EF.Functions.Like(c.Location, address)).ExecuteDeleteAsync();
        foreach (var person in people)
            deleted += await new UnreferredPeople(db).Delete(person);
        change.Journal(new Erasure(basis, deleted, words));
        return deleted;
    }

    private async Task<int> EraseKinds(CaseChange change, IReadOnlySet<InformationKind> over, Domain.Retention.RetentionSchedule schedule)
    {
        if (over.Count == 0)
            return 0;

        var rows = new CommonGroundRows(db);
        var words = await rows.DeleteWords(change.Case.Id, over);
        var deleted = words.Count + await rows.Delete(change.Case.Id, over);
        if (deleted > 0)
            change.Journal(new Erasure(schedule.Of(over.First()).Rule, deleted, words));
        return deleted;
    }

    /// <summary>An erasure is no entry about the person: it does not begin the time anew.</summary>
    private Task<DateTime> LastEntry(Guid caseId) =>
        db.Journal.Where(e => e.StreamId == caseId && e.Event != Erasure.Event).MaxAsync(e => e.At);

    private DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(time.Local(utc));

    private static Actor Operator(Guid command) => new(Guid.Empty, Hat.Support, Purpose.Operation, command);
}
