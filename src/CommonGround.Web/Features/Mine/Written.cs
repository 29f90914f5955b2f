using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.Mine.TakeAll;
using CommonGround.Web.Features.Shared.Seen;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Mine;

/// <summary>What others have written about the citizen in a case and the citizen reads: each can be said not to be right.</summary>
public sealed class Written(CommonGroundDb db, Readings readings, Texts texts)
{
    // How far something has come, who takes part, the words of a change that stand where they were written, and what is counted from the days
    // that a sick note says.
    private static readonly Type[] NotWritten =
    [
        typeof(Remark), typeof(LookQuestion), typeof(JournalText), typeof(Party), typeof(StepState), typeof(StanceAsked),
        typeof(Domain.Plans.HandedOverCopy), typeof(PlanVersion), typeof(Episode), typeof(EpisodeSpan),
    ];

    /// <summary>All that can be said not to be right, also what a newer version has taken the place of: a page of it may still be open.</summary>
    public async Task<IReadOnlyList<WrittenItem>> All(Guid caseId, Guid citizenId) =>
    [
        .. (await new OwnRows(db).Of(citizenId, [caseId])).Select(r => r.Row)
            .Where(row => row.CaseId == caseId && row.AuthorPersonId != citizenId && !NotWritten.Contains(row.GetType())
                && row is not LeavePeriod { CertificateId: not null })
            .Select(row => new WrittenItem(row, readings.Of(row, texts))).Where(item => item.Words.Trim().Length > 0)
            // Names and numbers last: what is said of one comes first.
            .InReadingOrder(item => item.Row).OrderBy(item => Origins.TellsOfIssuer(item.Row)).ThenBy(item => item.Row.Kind == InformationKind.Contact)
            .ThenBy(item => item.Row.Kind),
    ];

    /// <summary>Each text once, and of the plan its newest version.</summary>
    public async Task<IReadOnlyList<WrittenItem>> Of(Guid caseId, Guid citizenId)
    {
        var all = await All(caseId, citizenId);
        // Ids sort by when they came.
        var newest = all.Select(item => item.Row).OfType<PlanItem>().MaxBy(line => line.PlanVersionId)?.PlanVersionId;
        var standing = all.Where(item => item.Row is not PlanItem line || line.PlanVersionId == newest).ToList();
        var once = standing.ConvertAll(item => item.Row).WithoutWhatIsInPlan().ToHashSet();
        return [.. standing.Where(item => once.Contains(item.Row)).EachOnce(item => item.Row, item => item.Words)];
    }

    public Task<List<Remark>> Remarks(Guid caseId, Guid citizenId, CancellationToken cancel) => db.Remarks.AsNoTracking()
        .Where(r => r.CaseId == caseId && r.AuthorPersonId == citizenId).OrderByDescending(r => r.SaidAt).ToListAsync(cancel);
}

/// <summary>A row as its citizen reads it.</summary>
public sealed record WrittenItem(IOnCommonGround Row, string Words);
