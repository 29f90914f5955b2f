using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Meetings.PrepareMeeting;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;

namespace CommonGround.Web.Features.Meetings.HoldMeeting;

/// <summary>
/// The meeting itself. Everyone present sees the same board; each has what is theirs to do. What others write comes in by itself,
/// and never into a field that someone is writing in: forms stand outside the parts that are fetched anew.
/// </summary>
[InCase(Purpose.Meeting)]
public sealed class BoardModel(MeetingReader reader, MeetingHandler handler, Texts t) : MeetingPage(reader, handler, t)
{
    /// <summary>The form for a point of the citizen's side, and that for the other side's.</summary>
    public const string CitizensPoint = "point-citizen", OthersPoint = "point-other";

    public BoardOnPage Board { get; private set; } = default!;

    public PointInput Point { get; set; } = new();

    public AgreementInput Terms { get; set; } = new();

    public DifferenceInput Differ { get; set; } = new();

    public LaterInput Later { get; set; } = new();

    /// <summary>Which form came back to be corrected, and so stands open.</summary>
    public string? Open { get; private set; }

    /// <summary>Which form comes fresh with the parts: the one that was just sent. What is half written in the others stays.</summary>
    public string? FreshForm { get; private set; }

    /// <summary>A form that was refused stays, with what was written, also where nothing more can be added now: paused, or over.</summary>
    public bool Offers(string form) => (FreshForm == form && Open is not null && !ModelState.IsValid)
        || (form is CitizensPoint or OthersPoint ? Board.MayWrite : Board.MayChair);

    public IEnumerable<Choice> Owners => At.Meeting.Participants.Where(p => p.Role != PartyRole.Companion)
        .Select(p => new Choice(p.PartyId.ToString(), At.Short(p.PartyId)));

    public IEnumerable<Choice> Kinds => Meeting.BoardKinds.Order().Select(k => new Choice(k.ToString(), T["meetings.kind." + k]));

    /// <param name="parts">Only the parts that change, for a page that is open; named by a form that was sent, with that one fresh.</param>
    public async Task<IActionResult> OnGet(string? parts)
    {
        if (!await Load())
            return NotFound();
        if (parts is null && At.Meeting.State is MeetingState.Proposed or MeetingState.Cancelled)
            return LocalRedirect(At.Path);

        Board = await Reader.Board(At);
        if (parts is null)
            return Page();

        FreshForm = parts;
        return Partial("HoldMeeting/_BoardParts", this);
    }

    public Task<IActionResult> OnPostPoint(PointInput point, string? box)
    {
        (Point, Open, FreshForm) = (point, "point", box == CitizensPoint ? CitizensPoint : OthersPoint);
        return Save("Point.Text", c => c.Put(
            c.Meeting.AddPoint(c.By, point.Side ?? c.By, point.Text ?? "", Read("Point.Kind", point.Kind), c.Now), "PointPutOnBoard", "board-point", p => p.Text));
    }

    public Task<IActionResult> OnPostRemovePoint(Guid pointId) => Save("", c => c.TakeOff(pointId));

    public Task<IActionResult> OnPostAgreement(AgreementInput terms)
    {
        (Terms, Open, FreshForm) = (terms, "agreement", "agreement");
        return Save("Terms.Text", c => c.Put(
            terms.Read(out var read) is { } wrong ? wrong : c.Meeting.AddAgreement(c.By, read!, c.Now), "AgreementAdded", "agreement", a => a.Text));
    }

    public Task<IActionResult> OnPostDifference(DifferenceInput differ)
    {
        (Differ, Open, FreshForm) = (differ, "difference", "difference");
        return Save("Differ.Text", c => c.Put(
            c.Meeting.AddDifference(c.By, differ.Text ?? "", differ.Owner, differ.AnswerBy, c.Now), "DifferenceNoted", "difference", d => d.Text));
    }

    public Task<IActionResult> OnPostRemoveDifference(Guid differenceId) => Save("", async c =>
        await c.Difference(differenceId) is { } difference
            ? c.Note(difference.Remove(c.Meeting, c.By, c.Now), "DifferenceTakenOff") : new NotFound());

    public Task<IActionResult> OnPostLater(LaterInput later)
    {
        (Later, Open, FreshForm) = (later, "later", "later");
        return Save("Later.Text", c => c.Put(
            c.Meeting.KeepForLater(c.By, later.Text ?? "", Read("Later.Kind", later.Kind), c.Now), "KeptForLater", "board-point", p => p.Text));
    }

    public Task<IActionResult> OnPostYes(Guid agreementId, int version, Guid forParty) => Save("", async c =>
        await c.Agreement(agreementId) is { } agreement
            ? c.Note(agreement.SayYes(c.Meeting, c.By, forParty, version, c.Now), "YesSaid") : new NotFound());

    public Task<IActionResult> OnPostTakeBack(Guid agreementId, Guid forParty) => Save("", async c =>
        await c.Agreement(agreementId) is { } agreement
            ? c.Note(agreement.TakeBackYes(c.Meeting, c.By, forParty), "YesTakenBack") : new NotFound());

    public Task<IActionResult> OnPostMove(string key) => Save("", c => c.Note(c.Meeting.MoveTo(c.By, key), "AgendaMoved"));

    public Task<IActionResult> OnPostHere(Guid partyId, bool present)
    {
        FreshForm = "here";
        return Save("", c => c.Note(c.Meeting.MarkPresent(c.By, partyId, present, c.Now), present ? "CameToMeeting" : "LeftMeeting"));
    }

    public Task<IActionResult> OnPostResume(bool said) => Save("", c => c.Note(c.Meeting.Resume(c.By, said), "MeetingResumed"));

    protected override async Task<IActionResult> Again()
    {
        Board = await Reader.Board(At);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("HoldMeeting/_BoardParts", this) : Page();
    }

    /// <summary>A kind that could not be read is none: it must not become the one that stands first.</summary>
    private InformationKind Read(string field, InformationKind kind) => ModelState[field]?.Errors.Count > 0 ? default : kind;

    private Task<IActionResult> Save(string field, Func<MeetingChange, Outcome<Done>> make) => Save(field, c => Task.FromResult(make(c)));

    /// <summary>A script asks for the changed parts, and for the form that was sent, fresh; without one, the whole page comes again.</summary>
    private async Task<IActionResult> Save(string field, Func<MeetingChange, Task<Outcome<Done>>> make) =>
        await Answer(await Change(Path + "/board" + (Request.Headers.ContainsKey("HX-Request") ? $"?parts={FreshForm ?? "done"}" : ""), make), field);
}
