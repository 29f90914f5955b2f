using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Meetings.HoldMeeting;

/// <summary>Words an agreement anew, takes it off the board, or keeps it for later. Two writers at once are shown both texts.</summary>
[InCase(Purpose.Meeting, PartyRole.Coordinator)]
public sealed class EditAgreementModel(MeetingReader reader, MeetingHandler handler, Texts t) : MeetingPage(reader, handler, t)
{
    [BindProperty(SupportsGet = true)]
    public Guid AgreementId { get; set; }

    public AgreementInput Terms { get; set; } = new();

    public Agreement Agreement { get; private set; } = default!;

    /// <summary>Both texts, when someone else was first.</summary>
    public ConflictView? Conflict { get; private set; }

    /// <summary>It was taken off the board while it was worded anew: the words stand here, to be put there as new ones.</summary>
    public bool IsGone { get; private set; }

    public IEnumerable<Choice> Owners => At.Meeting.Participants.Where(p => p.Role != PartyRole.Companion)
        .Select(p => new Choice(p.PartyId.ToString(), At.Short(p.PartyId)));

    public async Task<IActionResult> OnGet()
    {
        if (!await Load() || await Find() is not { } found)
            return NotFound();

        Terms = AgreementInput.Of(found);
        return Page();
    }

    public async Task<IActionResult> OnPost(AgreementInput terms)
    {
        Terms = terms;
        var outcome = await Change(Path + "/board", async c =>
            await c.Agreement(AgreementId) is not { } agreement ? new NotFound()
            : terms.Read(out var read) is { } wrong ? wrong
            : c.Note(agreement.Change(c.Meeting, c.By, read!, terms.Version, c.Now), "AgreementChanged",
                new Infrastructure.Changes.JournalWords(agreement.Kind, "agreement", read!.Text.Trim(), c.Me.PersonId)));
        if (!outcome.Succeeded && await Load() && await Find() is null)
            return ShowMine();

        return outcome.Error is ChangedMeanwhile ? await ShowBoth() : await Answer(outcome, FieldOf(outcome.Error), "board.changed");
    }

    public async Task<IActionResult> OnPostRemove(int version) =>
        await Answer(await Change(Path + "/board", async c => await c.Agreement(AgreementId) is { } agreement
            ? c.Note(agreement.Remove(c.Meeting, c.By, version, c.Now), "AgreementTakenOff") : new NotFound()));

    public async Task<IActionResult> OnPostLater(int version) =>
        await Answer(await Change(Path + "/board", async c =>
        {
            if (await c.Agreement(AgreementId) is not { } agreement)
                return new NotFound();
            if (agreement.Remove(c.Meeting, c.By, version, c.Now) is { Succeeded: false } refused)
                return refused;

            return c.Put(c.Meeting.KeepForLater(c.By, agreement.Text, agreement.Kind, c.Now), "KeptForLater", "board-point", p => p.Text);
        }));

    protected override async Task<IActionResult> Again() => await Find() is null ? NotFound() : Page();

    private static string FieldOf(Error? error) => error switch
    {
        ReviewedBeforeItStarts => "Terms.Review",
        WorkRangeOutOfBounds => "Terms.WorkFrom",
        OwnerNotInMeeting => "Terms.Owner",
        _ => "Terms.Text",
    };

    private async Task<Agreement?> Find() =>
        Agreement = (await Reader.Board(At)).Agreements.FirstOrDefault(a => a.Id == AgreementId)!;

    private PageResult ShowMine()
    {
        IsGone = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult> ShowBoth()
    {
        if (!await Load() || await Find() is not { } now)
            return NotFound();

        var theirs = At.Meeting.Participants.FirstOrDefault(p => p.PersonId == now.AuthorPersonId);
        Conflict = new ConflictView(
            [new ConflictingText("Terms.Text", T["board.agreement-text"], Terms.Text ?? "", now.Text)],
            theirs is null ? "" : At.Short(theirs.PartyId), now.ChangedAt, $"{Path}/board",
            new Dictionary<string, string>
            {
                ["Terms.Version"] = $"{now.Version}", ["Terms.Type"] = $"{Terms.Type}", ["Terms.Owner"] = $"{Terms.Owner}",
                ["Terms.From"] = $"{Terms.From:yyyy-MM-dd}", ["Terms.Review"] = $"{Terms.Review:yyyy-MM-dd}",
                ["Terms.WorkFrom"] = Terms.WorkFrom ?? "", ["Terms.WorkTo"] = Terms.WorkTo ?? "", ["Terms.Unit"] = $"{Terms.Unit}",
            },
            T["meetings.readers-all", At.Readers]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
