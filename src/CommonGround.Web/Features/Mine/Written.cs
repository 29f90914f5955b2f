using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.Mine.TakeAll;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Mine;

/// <summary>What others have written about the citizen in a case and the citizen reads: each can be said not to be right.</summary>
public sealed class Written(CommonGroundDb db, Readings readings, Texts texts)
{
    // How far something has come, who takes part, and the words of a change that stand where they were written.
    private static readonly Type[] NotWritten =
        [typeof(Remark), typeof(LookQuestion), typeof(JournalText), typeof(Party), typeof(StepState), typeof(StanceAsked), typeof(Domain.Plans.HandedOverCopy), typeof(PlanVersion)];

    /// <summary>Newest first, each text once.</summary>
    public async Task<IReadOnlyList<WrittenItem>> Of(Guid caseId, Guid citizenId) =>
    [
        .. (await new OwnRows(db).Of(citizenId, [caseId])).Select(r => r.Row)
            .Where(row => row.CaseId == caseId && row.AuthorPersonId != citizenId && !NotWritten.Contains(row.GetType()))
            .Select(row => new WrittenItem(row, readings.Of(row, texts))).Where(item => item.Words.Trim().Length > 0)
            // Names and numbers last: what is said of one comes first.
            .OrderBy(item => item.Row.Kind == InformationKind.Contact).ThenBy(item => item.Row.Kind)
            // A sick note stands together, as it was written.
            .ThenByDescending(item => (item.Row as ReceivedField)?.CertificateId ?? item.Row.Id).ThenBy(item => (item.Row as ReceivedField)?.Ordinal)
            .DistinctBy(item => (item.Row.Kind, item.Words)),
    ];

    public Task<List<Remark>> Remarks(Guid caseId, Guid citizenId, CancellationToken cancel) => db.Remarks.AsNoTracking()
        .Where(r => r.CaseId == caseId && r.AuthorPersonId == citizenId).OrderByDescending(r => r.SaidAt).ToListAsync(cancel);
}

/// <summary>A row as its citizen reads it.</summary>
public sealed record WrittenItem(IOnCommonGround Row, string Words);
