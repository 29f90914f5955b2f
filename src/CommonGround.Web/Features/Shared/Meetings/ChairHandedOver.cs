using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Meetings;

/// <summary>The meetings ahead go to whoever leads the case now, with what was put before those who come.</summary>
public static class ChairHandedOver
{
    public static async Task<Outcome<Done>> To(CaseChange change, Guid fromPartyId, Party to)
    {
        foreach (var meeting in await change.Db.Whole<Meeting>().Where(m => m.CaseId == change.Case.Id).ToListAsync())
        {
            if (!meeting.HandOverChair(fromPartyId, to, change.Now))
                continue;

            IOnCommonGround[] rows =
            [
                meeting,
                .. await change.Db.Whole<BoardPoint>().Where(p => p.MeetingId == meeting.Id && p.RemovedAt == null).ToListAsync(),
                .. await change.Db.Whole<Agreement>().Where(a => a.MeetingId == meeting.Id && a.RemovedAt == null).ToListAsync(),
                .. await change.Db.Whole<Difference>().Where(d => d.MeetingId == meeting.Id && d.RemovedAt == null).ToListAsync(),
            ];
            foreach (var row in rows)
            {
                if (change.Case.ReleaseItem(row.Id, row.Kind, [to], change.Matrix, change.Now) is { Succeeded: false } refused)
                    return refused.Error!;
            }
        }

        return new Done();
    }
}
