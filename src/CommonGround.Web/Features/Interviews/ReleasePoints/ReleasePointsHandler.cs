using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Meetings;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Interviews.ReleasePoints;

/// <summary>One exact text that its author wants to put before the meeting.</summary>
public sealed record PointToRelease(Guid? SourceId, InformationKind Kind, string Text);

/// <summary>Puts points before those who meet, word by word as previewed, and takes them back.</summary>
public sealed class ReleasePointsHandler(CaseChanges changes)
{
    /// <summary>To whom a side's points go: the other side, and whoever leads the meeting.</summary>
    private static readonly PartyRole[] Audience = [PartyRole.Coordinator, PartyRole.Supervisor, PartyRole.Companion];

    public Task<Outcome<string>> Release(Guid caseId, Guid partyId, IReadOnlyList<PointToRelease> points, Actor by, string go) => changes.InCase(caseId, by, async change =>
    {
        if (points.Count == 0)
            return new NoPointChosen();

        var already = await change.Db.Whole<ReleasedPoint>().Where(p => p.CaseId == caseId && p.SidePartyId == partyId && p.RecalledAt == null)
            .Select(p => p.Text).ToListAsync();
        var audience = change.Case.Parties.Where(p => p.Id != partyId && p.IsActive(change.Now) && Audience.Contains(p.Role)).ToList();
        var put = new List<ReleasedPoint>();
        foreach (var point in points.Where(p => !already.Contains(p.Text)))
        {
            // What a workplace may never hold is refused even where no supervisor is here yet.
            if (SharingMatrix.NeverForWorkplace.Contains(point.Kind))
                return new NeverForThem(PartyRole.Supervisor, point.Kind);

            var released = new ReleasedPoint(change.NewId(), caseId, partyId, change.By.PersonId, point.SourceId, point.Kind, point.Text, change.Now);
            var outcome = change.Case.ReleaseItem(released.Id, released.Kind, audience, change.Matrix, change.Now);
            if (outcome.Error is { } refused)
                return refused;

            change.Db.ReleasedPoints.Add(released);
            put.Add(released);
            change.Journal("PointReleased", new JournalWords(released.Kind, "point", released.Text, change.By.PersonId));
        }

        var brought = await change.BringToMeetings(put);
        return brought.Match<Outcome<string>>(_ => go, error => error);
    });

    public Task<Outcome<string>> Recall(Guid caseId, Guid partyId, Guid pointId, Actor by, string go) => changes.InCase(caseId, by, async change =>
    {
        if (await change.Db.Whole<ReleasedPoint>().FirstOrDefaultAsync(p => p.Id == pointId && p.CaseId == caseId && p.SidePartyId == partyId) is not { } point)
            return new NotFound();

        await change.TakeBackPoint(point);
        change.Journal("PointRecalled", new JournalWords(point.Kind, "point", point.Text, change.By.PersonId));
        return go;
    });
}

/// <summary>Nothing was chosen to put before the meeting.</summary>
public sealed record NoPointChosen : Error;
