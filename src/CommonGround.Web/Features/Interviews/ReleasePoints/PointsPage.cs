using CommonGround.Domain.Forms;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Interviews.ReleasePoints;

/// <summary>
/// What I want to say at the meeting: my own answers to choose from, changed as I like, shown as the others will read them before they
/// are put there.
/// </summary>
public abstract class PointsPage(InterviewReader interviews, ReleasePointsHandler handler, CommonGroundDb db, Texts texts) : PageModel
{
    private IReadOnlyList<StoredAnswer> _answers = [];

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public List<PointInput> Points { get; set; } = [];

    /// <summary>Chosen and looked at once more, before it is put there.</summary>
    public bool Preview { get; private set; }

    public InterviewPlace Place { get; private set; } = default!;

    public IReadOnlyList<ReleasedPoint> Released { get; private set; } = [];

    public IReadOnlyList<ReleasedPoint> Theirs { get; private set; } = [];

    /// <summary>Who wrote down the answer that a point is made of, where its author did not.</summary>
    public string? Entered(Guid? answerId) => _answers.FirstOrDefault(a => a.Id == answerId) is { IsWrittenDown: true } answer ? Place.Entered(answer, texts) : null;

    public string Here => $"{Place.Base}/points";

    public async Task<IActionResult> OnGet()
    {
        if (await Find() is { } missing)
            return missing;

        var said = Released.Select(p => p.SourceId).ToHashSet();
        Points =
        [
            .. _answers.Where(a => !a.IsDraft && a.ReleasableAs is not null && !said.Contains(a.Id) && a.Words.Length > 0)
                .Select(a => new PointInput { SourceId = a.Id, Question = a.Question, Text = a.Words }),
            new PointInput(),
        ];
        return Page();
    }

    /// <param name="then">look (shows the preview), change (back from it), or put.</param>
    public async Task<IActionResult> OnPost(string then = "look")
    {
        if (await Find() is { } missing)
            return missing;

        var chosen = Chosen();
        if (then != "change" && chosen.Count == 0)
            ModelState.AddModelError("", texts["error.NoPointChosen"]);
        if (then == "look" && ModelState.IsValid)
            Preview = true;
        if (then != "put" || !ModelState.IsValid)
            return Page();

        var put = await handler.Release(Place.Case.Id, HttpContext.CaseView().PartyId, chosen, HttpContext.Access().Acting(CommandId), Here);
        if (put.Succeeded)
            return LocalRedirect(put.Value).Done(HttpContext, "points.put");

        ModelState.AddModelError("", texts["error." + put.Error!.Name]);
        return Page();
    }

    public async Task<IActionResult> OnPostRecall(Guid point)
    {
        if (await Find() is { } missing)
            return missing;

        var recalled = await handler.Recall(Place.Case.Id, HttpContext.CaseView().PartyId, point, HttpContext.Access().Acting(CommandId), Here);
        return recalled.Succeeded ? LocalRedirect(recalled.Value).Done(HttpContext, "points.recalled") : NotFound();
    }

    /// <summary>The kind comes from the form's definition, never from the page: a post cannot make health out to be work.</summary>
    private List<PointToRelease> Chosen() =>
        [
            .. Points.Where(p => p.Chosen && !string.IsNullOrWhiteSpace(p.Text)).Select(p =>
                _answers.FirstOrDefault(a => a.Id == p.SourceId) is { ReleasableAs: { } kind } answer
                    ? new PointToRelease(answer.Id, kind, p.Text!.Trim())
                    : new PointToRelease(null, InformationKind.Plan, p.Text!.Trim())),
        ];

    private async Task<IActionResult?> Find()
    {
        if (await interviews.Find(null) is not { } place)
            return NotFound();

        Place = place;
        _answers = (await interviews.Response(place))?.Answers ?? [];
        var points = await db.ReleasedPoints.AsNoTracking().Where(p => p.CaseId == place.Case.Id && p.RecalledAt == null).OrderBy(p => p.ReleasedAt).ToListAsync();
        var mine = HttpContext.CaseView().PartyId;
        Released = [.. points.Where(p => p.SidePartyId == mine)];
        Theirs = [.. points.Where(p => p.SidePartyId != mine)];
        return null;
    }

    public sealed class PointInput
    {
        public Guid? SourceId { get; set; }

        public string? Question { get; set; }

        public string? Text { get; set; }

        public bool Chosen { get; set; }
    }
}

/// <summary>The citizen's points.</summary>
[InCase(Purpose.Meeting, PartyRole.Citizen)]
public sealed class CitizenPointsModel(InterviewReader interviews, ReleasePointsHandler handler, CommonGroundDb db, Texts texts)
    : PointsPage(interviews, handler, db, texts);

/// <summary>The supervisor's points.</summary>
[InCase(Purpose.Meeting, PartyRole.Supervisor)]
public sealed class SupervisorPointsModel(InterviewReader interviews, ReleasePointsHandler handler, CommonGroundDb db, Texts texts)
    : PointsPage(interviews, handler, db, texts);
