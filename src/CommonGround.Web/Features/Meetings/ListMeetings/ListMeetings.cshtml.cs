using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings.ListMeetings;

/// <summary>The meetings of a case that the viewer may know of.</summary>
[InCase(Purpose.Meeting)]
public sealed class ListMeetingsModel(CommonGroundDb db, Texts t) : PageModel
{
    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    public CaseView View { get; private set; } = default!;

    /// <summary>Whose case it is, for whoever may know.</summary>
    public string Citizen { get; private set; } = "";

    public Guid Me { get; private set; }

    public bool MayPropose => View.Role == PartyRole.Coordinator;

    public async Task OnGet()
    {
        View = HttpContext.CaseView();
        Me = HttpContext.Access().PersonId;
        Meetings = await db.Meetings.AsNoTracking().Where(m => m.CaseId == View.CaseId).OrderByDescending(m => m.CreatedAt).ToListAsync();
        Citizen = (await db.Parties.AsNoTracking().Include(p => p.Person).FirstOrDefaultAsync(p => p.CaseId == View.CaseId && p.Role == PartyRole.Citizen))?.Person?.Name ?? "";
    }

    /// <summary>The agreed time, or the first of those that are asked about.</summary>
    public string When(Meeting meeting) =>
        meeting.PlannedAt is { } agreed ? t.Moment(agreed)
        : meeting.Times.Count == 0 ? "" : t["meetings.asked-times", t.Moment(meeting.Times.Min(time => time.Start))];
}
