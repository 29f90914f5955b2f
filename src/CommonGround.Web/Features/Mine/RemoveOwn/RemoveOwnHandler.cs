using CommonGround.Domain;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Journal;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Retention;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Mine.RemoveOwn;

/// <summary>There is nothing that is only the citizen's.</summary>
public sealed record NothingOnlyYours : Error;

/// <summary>
/// Removes what the citizen has written and told nobody: answers that were begun. What they have told is the record of whoever they told,
/// and is kept by its rule.
/// </summary>
public sealed class RemoveOwnHandler(CommonGroundDb db, CaseChanges changes, RetentionSchedules schedules)
{
    /// <summary>How many answers there are to remove.</summary>
    public Task<int> Count(Guid caseId, Guid citizenId, CancellationToken cancel) => Untold(caseId, citizenId).CountAsync(cancel);

    public Task<Outcome<string>> Remove(Guid caseId, Actor by, string next) => changes.InCase(caseId, by, async change =>
    {
        var rows = await Untold(caseId, by.PersonId).ExecuteDeleteAsync();
        rows += await db.Whole<FormResponse>().Where(r => r.CaseId == caseId && r.AuthorPersonId == by.PersonId && r.IsDraft && !r.Answers.Any()).ExecuteDeleteAsync();
        if (rows == 0)
            return new NothingOnlyYours();

        change.Journal(new Erasure(schedules.For(change.Case.Country).Of(Domain.Sharing.InformationKind.Diary).Rule, rows, []));
        return next;
    });

    private IQueryable<StoredAnswer> Untold(Guid caseId, Guid citizenId) =>
        db.Whole<StoredAnswer>().Where(a => a.CaseId == caseId && a.AuthorPersonId == citizenId && a.IsDraft);
}
