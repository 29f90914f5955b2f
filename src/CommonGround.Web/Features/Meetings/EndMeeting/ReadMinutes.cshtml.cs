using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Copies;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Documents;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings.EndMeeting;

/// <summary>The minutes of a meeting that has ended, for those who were invited; and who has copies of them.</summary>
[InCase(Purpose.Meeting)]
public sealed class ReadMinutesModel(MeetingReader reader, MeetingHandler handler, CommonGroundDb db, SharingMatrices matrices, Texts t)
    : MeetingPage(reader, handler, t)
{
    public Document Minutes { get; private set; } = default!;

    /// <summary>Who has a copy; null for those who do not read who has which.</summary>
    public CopiesGiven? Copies { get; private set; }

    /// <summary>To whom the viewer may hand a copy over.</summary>
    public IReadOnlyList<Party> Readers { get; private set; } = [];

    /// <param name="form">pdf or text; the page without it.</param>
    public async Task<IActionResult> OnGet(string? form)
    {
        if (!await Load() || At.Meeting.State != MeetingState.Ended)
            return NotFound();

        Minutes = await Reader.Minutes(await Reader.Board(At));
        var name = $"{T["minutes.file"]}-{T.LocalDay(At.Meeting.EndedAt!.Value):yyyy-MM-dd}";
        switch (form)
        {
            case "pdf":
                return Minutes.Pdf(name + ".pdf", T);
            case "text":
                return Minutes.Text(name + ".txt", T);
        }

        if (HttpContext.CaseView() is { Role: PartyRole.Citizen or PartyRole.Coordinator } view)
            await Given(view);
        return Page();
    }

    private async Task Given(CaseView view)
    {
        var copies = await db.HandedOverCopies.AsNoTracking().Where(c => c.CaseId == view.CaseId && c.Of == CopyOf.Minutes && c.MeetingId == MeetingId)
            .OrderByDescending(c => c.HandedAt).ToListAsync();
        var parties = await db.Parties.AsNoTracking().Include(p => p.Person).Where(p => p.CaseId == view.CaseId).OrderBy(p => p.From).ToListAsync();
        Copies = new CopiesGiven(view.CaseId, copies, parties, view.Role == PartyRole.Citizen, MayRecall: true);
        var matrix = matrices.For(view.Country);
        Readers = [.. parties.Where(p => PlanCopyHandler.IsReader(p, matrix, At.Now))];
    }
}
