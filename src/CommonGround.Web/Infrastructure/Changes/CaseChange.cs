using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Changes;

/// <summary>A change in one case.</summary>
public sealed class CaseChange(CommonGroundDb db, Actor by, DateTime now, Case @case, JournalHead head, SharingMatrix matrix)
    : Change(db, by, now)
{
    public Case Case { get; } = @case;

    /// <summary>Who may see what in the case's country.</summary>
    public SharingMatrix Matrix { get; } = matrix;

    /// <summary>The case's version that this change is made on.</summary>
    public long Version { get; } = head.Position;

    /// <summary>Writes a link of the case's journal.</summary>
    /// <param name="event">What happened, in the past tense: <c>ConsentGiven</c>. The journal page words it.</param>
    public void Journal(string @event, params IEnumerable<JournalWords> words) => JournalTo(head, Case.Id, null, @event, words);

    /// <summary>Writes into the case's journal what was erased, and why: what is missing from now on is excused by this entry alone.</summary>
    public void Journal(Erasure erased) => JournalTo(head, Case.Id, null, Erasure.Event, [], erased);
}

/// <summary>A change in a unit's intake: sick notes that arrive, cases that are opened from them.</summary>
public sealed class UnitChange(CommonGroundDb db, Actor by, DateTime now, Unit unit, JournalHead head) : Change(db, by, now)
{
    public Unit Unit { get; } = unit;

    /// <summary>
    /// Whether whoever makes this change may read on in a page of the intake: of someone who has a case, only those who take part in it now.
    /// </summary>
    /// <param name="caseId">The case that what they wrote is in; null where it is in none.</param>
    public async Task<bool> MayReadOn(Guid? caseId) =>
        caseId is null || await Db.Whole<Party>().AnyAsync(p => p.CaseId == caseId && p.PersonId == By.PersonId && p.From <= Now && (p.Until == null || p.Until > Now));

    public void Journal(string @event, params IEnumerable<JournalWords> words) => JournalTo(head, null, Unit.Id, @event, words);

    /// <summary>Writes into the intake's journal what was erased, and why.</summary>
    public void Journal(Erasure erased) => JournalTo(head, null, Unit.Id, Erasure.Event, [], erased);

    /// <summary>What is said about someone here stands in the journal of a case of theirs too.</summary>
    public void JournalIn(Guid caseId, JournalHead head, string @event) => JournalTo(head, caseId, null, @event, []);

    /// <summary>Stores a new case and begins its journal.</summary>
    public void Open(Case opened, params IEnumerable<JournalWords> words)
    {
        Db.Cases.Add(opened);
        var first = new JournalHead(opened.Id);
        Db.JournalHeads.Add(first);
        JournalTo(first, opened.Id, null, "CaseOpened", words);
    }
}
