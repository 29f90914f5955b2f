using CommonGround.Web.Infrastructure;
using CommonGround.Domain;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Interviews.FillIn;

/// <summary>
/// An interview on the page, one part of the form at a time: the same for the person asked, alone beforehand, and for whoever leads the
/// talk and writes in the room. What is written is kept at each press and, with a script, as it is written.
/// </summary>
public abstract class InterviewPage(InterviewReader interviews, FillInHandler handler, Readers readers, Texts texts) : PageModel
{
    /// <summary>Who leads the talk, to be told in which hat.</summary>
    public IEnumerable<(string Name, PartyRole Role, bool IsMe)> BeforeTheTalk => Place.Case.Parties
        .Where(p => p.Role == Place.Step.Holder && p.IsActive(HttpContext.Access().Now))
        .Select(p => (texts.Name(p.Person?.GivenName), p.Role, p.Id == HttpContext.CaseView().PartyId));

    /// <summary>0 the beginning, 1… the parts, one past the last the look back.</summary>
    [BindProperty(SupportsGet = true, Name = "part")]
    public int Part { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>The questions that stood on the page, apart by blanks.</summary>
    [BindProperty]
    public string? Asked { get; set; }

    [BindProperty]
    public FilledIn Way { get; set; } = FilledIn.OwnPage;

    public InterviewPlace Place { get; private set; } = default!;

    public Form Form { get; private set; } = default!;

    public FormResponse? Answered { get; private set; }

    public IReadOnlyList<QuestionView> Questions { get; private set; } = [];

    public ConflictView? Conflict { get; private set; }

    /// <summary>Why the page was not kept as it was written; null where it was.</summary>
    public string? NotKept { get; private set; }

    public bool IsLeader => HttpContext.CaseView().Role is not (PartyRole.Citizen or PartyRole.Supervisor);

    /// <summary>Who leads writes the citizen's story down only with their yes to reading it.</summary>
    public bool MayWrite => !IsLeader || !Place.RespondentIsCitizen || HttpContext.CaseView().Sees(InformationKind.Story);

    /// <summary>In the part on the page, questions that are for the person alone: whoever leads may not read their answers.</summary>
    public bool HasMoreForThemAlone { get; private set; }

    public int LastPart => Form.Items.Count + 1;

    /// <summary>For who leads: the talk itself is still to be held.</summary>
    public bool TalkIsAhead => IsLeader && Place.Case.Step(Place.Step.Key) is { IsAhead: true };

    /// <summary>They choose words of their own for the meeting: the citizen, and whoever the citizen's yes lets come to it.</summary>
    public bool HasPoints => !IsLeader && HttpContext.CaseView().Allows(Purpose.Meeting);

    /// <summary>Who wrote an answer down for its author, and when; null where it is the author's own writing, or there is none.</summary>
    public string? Entered(string linkId) => Answered?.Answers.FirstOrDefault(a => a.LinkId == linkId) is { IsWrittenDown: true } answer
        ? Place.Entered(answer, texts) : null;

    /// <summary>As its reader calls it: whoever leads has a talk with somebody.</summary>
    public string Title => IsLeader ? texts["interview.led.title", texts.Name(Place.Respondent.Person?.Name)] : Form.Title.In(texts.Language);

    /// <summary>Who reads answers of a kind once they are handed in.</summary>
    public Func<InformationKind, string> Says { get; private set; } = default!;

    public string Of(int part) => $"{Place.Base}?part={part}";

    public Task<IActionResult> OnGet(string? step = null) => Show(step, null, new Dictionary<string, string>());

    /// <param name="then">next, rest, or draft (the page keeps itself).</param>
    public async Task<IActionResult> OnPost(string? step = null, string then = "next")
    {
        if (await Find(step) is { } missing)
            return missing;
        if (!MayWrite || Part < 1 || Part >= LastPart)
            return NotFound();

        // What stood on the page: what it kept on the way may have brought up a question that nobody has seen yet.
        var asked = Form.Items[Part - 1].WithInner.Where(i => i.CanBeAnswered && MayAsk(i)).Select(i => i.LinkId)
            .Intersect(Asked?.Split(' ') ?? [.. AskedIn(Part).Select(i => i.LinkId)]).ToList();
        var given = GivenAnswers.Read(Request.Form, Form.Questions.Where(q => asked.Contains(q.LinkId)));
        var go = then == "rest" ? Place.Home : Of(Part + 1);
        var command = then == "draft" ? Guid.CreateVersion7(HttpContext.Access().Now) : CommandId;
        var saved = await handler.Save(Place, Form, MayWriteOf, given, asked, Version, IsLeader ? Way : FilledIn.OwnPage, HttpContext.Access().Acting(command), go);
        if (then == "draft")
            return await AsItIsKept(step, asked, given, saved.Error);
        if (saved.Error is AnswersNotTaken wrong)
            return await Show(step, given, wrong.Mistakes.ToDictionary(m => m.LinkId, m => texts["interview.mistake." + m.Name, m.Detail]));
        if (saved.Error is AnswersChangedMeanwhile)
            return await IsKept(step, asked, given) ? LocalRedirect(go) : await ShowConflict(step, given);
        if (saved.Error is { } refused)
        {
            ModelState.AddModelError("", texts["error." + refused.Name]);
            return await Show(step, given, []);
        }

        if (then == "next" && await NewQuestionIn(step, asked))
            return LocalRedirect(Of(Part)).Done(HttpContext, "interview.new-question");
        return LocalRedirect(go);
    }

    public async Task<IActionResult> OnPostTell(string? step = null)
    {
        if (await Find(step) is { } missing)
            return missing;

        var told = await handler.Tell(Place, Form, MayWriteOf, Version, HttpContext.Access().Acting(CommandId), HasPoints ? $"{Place.Base}/points" : Place.Home);
        if (told.Succeeded)
            return LocalRedirect(told.Value).Done(HttpContext, "interview.handed-in");

        Part = LastPart;
        foreach (var mistake in (told.Error as AnswersNotTaken)?.Mistakes ?? [])
            ModelState.AddModelError("", texts["interview.unanswered", Form.Find(mistake.LinkId)!.Text.In(texts.Language)]);
        if (told.Error is not AnswersNotTaken)
            ModelState.AddModelError("", texts["error." + told.Error!.Name]);
        return await Show(step, null, new Dictionary<string, string>());
    }

    private async Task<IActionResult?> Find(string? step)
    {
        if (await interviews.Find(step) is not { } place)
            return NotFound();

        Place = place;
        Answered = await interviews.Response(place);
        Form = interviews.FormOf(place, Answered);
        Part = Math.Clamp(Part, 0, LastPart);
        return null;
    }

    private async Task<IActionResult> Show(string? step, Dictionary<string, GivenAnswer>? given, Dictionary<string, string> errors)
    {
        if (await Find(step) is { } missing)
            return missing;

        Says = await readers.For(Place, HttpContext.CaseView().Role);
        if (Part >= 1 && Part < LastPart)
        {
            HasMoreForThemAlone = ItemsIn(Part).Any(i => !MayAsk(i));
            Questions = [.. ItemsIn(Part).Where(MayAsk).Select(item => new QuestionView(
                item, given is not null ? given.GetValueOrDefault(item.LinkId) : Answered?.Answers.FirstOrDefault(a => a.LinkId == item.LinkId)?.Given(),
                item.Kind is { } kind ? Says(kind) : "", errors.GetValueOrDefault(item.LinkId), Entered(item.LinkId)))];
            foreach (var (linkId, message) in errors)
                ModelState.AddModelError("a." + linkId, message);
        }

        return Page();
    }

    /// <summary>
    /// What the page is told that keeps itself: the new version, or that it was not kept. Then the old version stays, and sending the form
    /// leads to what stands in the way, with all that is written here.
    /// </summary>
    private async Task<PartialViewResult> AsItIsKept(string? step, List<string> asked, Dictionary<string, GivenAnswer> given, Error? error)
    {
        if (error is null)
            Answered = await interviews.Response(Place);
        else if (error is not AnswersChangedMeanwhile || !await IsKept(step, asked, given))
            NotKept = texts[error is AnswersChangedMeanwhile ? "interview.not-kept.changed" : "interview.not-kept"];
        return Partial("/Features/Interviews/FillIn/_Kept.cshtml", this);
    }

    /// <summary>Mine and theirs side by side; mine can be sent again on the newer version.</summary>
    private async Task<IActionResult> ShowConflict(string? step, Dictionary<string, GivenAnswer> mine)
    {
        await Show(step, mine, []);
        var differing = Questions.Where(q => q.Item.Type is FormItemType.Text or FormItemType.String)
            .Select(q => new ConflictingText($"a.{q.Item.LinkId}", q.Item.Text.In(texts.Language), q.Value,
                QuestionView.Text(Answered?.Answers.FirstOrDefault(a => a.LinkId == q.Item.LinkId)?.Given())))
            .Where(t => t.Mine != t.Theirs).ToList();
        var carry = Request.Form.Where(f => !differing.Exists(d => d.Name == f.Key) && f.Key is not ("Version" or "CommandId" or "__RequestVerificationToken"))
            .ToDictionary(f => f.Key, f => f.Value.ToString());
        carry["Version"] = $"{Answered?.Version ?? 0}";
        carry["CommandId"] = $"{Guid.CreateVersion7(HttpContext.Access().Now)}";
        var by = texts.Name(Place.NameOf(Answered?.SavedByPersonId ?? Answered?.EnteredByPersonId));
        Conflict = new ConflictView(differing, by, Answered?.SavedAt ?? HttpContext.Access().Now, Of(Part), carry, Says(InformationKind.Story));
        HttpContext.Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>The page keeps itself while one writes: what it kept just before the press is no change by somebody else.</summary>
    private async Task<bool> IsKept(string? step, List<string> asked, Dictionary<string, GivenAnswer> given)
    {
        await Find(step);
        return asked.TrueForAll(linkId => (given.GetValueOrDefault(linkId), Answered?.Answers.FirstOrDefault(a => a.LinkId == linkId)?.Given()) switch
        {
            (null, null) => true,
            ({ } mine, { } kept) => mine.NotKnownYet == kept.NotKnownYet && mine.OwnWords == kept.OwnWords && mine.Values.SequenceEqual(kept.Values),
            _ => false,
        });
    }

    /// <summary>An answer can bring up a further question in the same part: then the part is shown once more.</summary>
    private async Task<bool> NewQuestionIn(string? step, List<string> asked)
    {
        await Find(step);
        return AskedIn(Part).Any(i => !asked.Contains(i.LinkId));
    }

    private IEnumerable<FormItem> ItemsIn(int part)
    {
        var shown = AnswerSheet.Shown(Form, Answered?.Answers.ToDictionary(a => a.LinkId, a => a.Given()) ?? []);
        return Form.Items[part - 1].WithInner.Skip(1).Where(i => shown.Contains(i.LinkId));
    }

    private IEnumerable<FormItem> AskedIn(int part) => ItemsIn(part).Where(i => i.CanBeAnswered && MayAsk(i));

    private bool MayAsk(FormItem item) => item.Kind is not { } kind || MayWriteOf(kind);

    /// <summary>Who leads writes down only what they may read: else they would write over what they do not see.</summary>
    private bool MayWriteOf(InformationKind kind) => !IsLeader || HttpContext.CaseView().Sees(kind);
}
