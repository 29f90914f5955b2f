using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Meetings.PrepareMeeting;

/// <summary>Before the meeting: what it is for, when, who comes, the agenda, and what each side has put there.</summary>
[InCase(Purpose.Meeting)]
public sealed class PrepareMeetingModel(MeetingReader reader, MeetingHandler handler, CommonGroundDb db, OrganisationTime time, Texts t)
    : MeetingPage(reader, handler, t)
{
    public BoardOnPage Board { get; private set; } = default!;

    public PurposeCardView? Card { get; private set; }

    /// <summary>People whom the citizen may bring and has not yet.</summary>
    public IReadOnlyList<MeetingPerson> MayBring { get; private set; } = [];

    public PointInput Point { get; set; } = new();

    /// <summary>What is about to be put on the board, as the others will read it.</summary>
    public PointInput? Preview { get; private set; }

    public async Task<IActionResult> OnGet() => await Load() ? await Again() : NotFound();

    public async Task<IActionResult> OnPostAnswer(Guid proposalId, TimeReply reply, string? words, DateTime? suggestion, Guid? forParty) =>
        await Answer(await Change(Path, c => MeetingTimesHandler.Answer(
            c, proposalId, reply, words, suggestion is { } at ? time.Utc(at) : null, forParty)), done: "meetings.answered");

    public async Task<IActionResult> OnPostOtherTimes(List<DateTime?> times) =>
        await Answer(await Change(Path, c => MeetingTimesHandler.ProposeOthers(c, [.. times.OfType<DateTime>().Select(time.Utc)])), done: "meetings.proposed");

    public async Task<IActionResult> OnPostBring(Guid partyId) =>
        await Answer(await Change(Path, async c =>
        {
            if (c.Me.Role != PartyRole.Citizen && c.Me.Role != PartyRole.Coordinator)
                return (Outcome<Done>)new OnlyTheChair();
            if (c.Change.Case.Parties.FirstOrDefault(p => p.Id == partyId && p.IsActive(c.Now)) is not { } companion)
                return new NotAParty();

            return c.Note(await MeetingHandler.Bring(c, companion), "CompanionBrought");
        }), done: "meetings.brought");

    /// <summary>Shows how the others will read it; nothing is kept yet.</summary>
    public async Task<IActionResult> OnPostPreview(PointInput point)
    {
        if (!await Load())
            return NotFound();

        Point = point;
        if (string.IsNullOrWhiteSpace(point.Text))
        {
            ModelState.AddModelError("Point.Text", T["refused.WordsMissing"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        else
        {
            Preview = point;
        }

        return await Again();
    }

    public async Task<IActionResult> OnPostPoint(PointInput point)
    {
        Point = point;
        return await Answer(
            await Change(Path + "#points", c => c.Put(
                c.Meeting.AddPoint(c.By, point.Side ?? c.By, point.Text ?? "", point.Kind, c.Now), "PointPutOnBoard", "board-point", p => p.Text)),
            "Point.Text", "meetings.point-added");
    }

    public async Task<IActionResult> OnPostRemovePoint(Guid pointId) =>
        await Answer(await Change(Path + "#points", c => c.TakeOff(pointId)), done: "meetings.point-removed");

    public async Task<IActionResult> OnPostStart() =>
        await Answer(await Change(Path + "/board", c => c.Note(c.Meeting.Start(c.By, c.Now), "MeetingStarted")));

    public async Task<IActionResult> OnPostCancel() =>
        await Answer(await Change(Path, MeetingTimesHandler.Cancel), done: "meetings.cancelled");

    protected override async Task<IActionResult> Again()
    {
        Board = await Reader.Board(At);
        Card = Reader.Card(At, out var say) is not { } card ? null : new PurposeCardView(
            T["meetings.what-for"], say(card.Why), say(card.WhoAsked), say(card.Decides), say(card.DoesNotDecide), say(card.WillBeAsked),
            say(card.WrittenDown), null, say(card.HowToPrepare), say(card.WhoMayCome), say(card.IfYouCannotCome),
            Open: At.Meeting.State is MeetingState.Proposed or MeetingState.Agreed && !At.IChair);
        if (At.IAmCitizen && !At.Meeting.IsOver)
        {
            var invited = At.Meeting.Participants.Select(p => p.PartyId).ToList();
            var companions = await db.Parties.AsNoTracking().Include(p => p.Person)
                .Where(p => p.CaseId == At.Meeting.CaseId && p.Role == PartyRole.Companion && !invited.Contains(p.Id)
                    && p.From <= At.Now && (p.Until == null || p.Until > At.Now))
                .ToListAsync();
            MayBring = [.. companions.Select(p => new MeetingPerson(p.Id, p.Role, p.Person!.Name, p.Person.GivenName))];
        }

        return Page();
    }
}
