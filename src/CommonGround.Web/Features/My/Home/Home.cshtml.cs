using CommonGround.Domain.Meetings;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.My.Home;

/// <summary>The citizen's first page: the one next step, where I am, help.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class HomeModel(CaseReader cases, CaseMaps maps, IEnumerable<IAsk> asks, CommonGroundDb db, OrganisationTime time, Texts texts) : PageModel
{
    public CaseInView Seen { get; private set; } = default!;

    public MapView Map { get; private set; } = default!;

    public NextCard? Next { get; private set; }

    public IReadOnlyList<AskedOf> Asked { get; private set; } = [];

    public string Greeting { get; private set; } = "";

    public string Base => $"/my/{Seen.View.CaseId}";

    public async Task OnGet()
    {
        Seen = await cases.Read();
        Map = maps.Map(Seen.Course, PartyRole.Citizen, Seen.Parties, step => $"{Base}/why/{step.Key}");
        var access = HttpContext.Access();
        var next = Seen.Course.NextStepFor(PartyRole.Citizen);
        Next = NextOf(next, next is not null && await IsPrepared(next.Step, access.PersonId));
        if (Next is not null && next is { Step: { Place: StepPlace.Now, Step.Kind: StepKind.Meeting } meeting } && meeting.Date?.Meaning != DateMeaning.Planned)
            Next = await BeforeItsTime(Next, meeting.Step, access.Now);
        // What is the next thing is not asked beside it as well.
        Asked = [.. (await asks.All(access.PersonId, Seen.View.CaseId, access.Now)).Where(a => a.IsNow || a.Href != Next?.Href)];
        var hour = time.Local(access.Now).Hour;
        Greeting = texts[hour < 10 ? "home.morning" : hour < 18 ? "home.day" : "home.evening", Seen.Of(PartyRole.Citizen)?.Person?.GivenName];
    }

    /// <summary>They have told what they wanted to: the talk itself is what is left.</summary>
    private async Task<bool> IsPrepared(StepOnMap step, Guid me) => step is { Place: StepPlace.Now, Step.Kind: StepKind.Interview } && step.Step.Involves(PartyRole.Citizen)
        && await db.FormResponses.AnyAsync(r => r.CaseId == Seen.View.CaseId && r.StepKey == step.Step.Key && r.AuthorPersonId == me && r.ToldAt != null);

    /// <summary>A meeting without a time: who does what until there is one. A deadline is no day on which anybody meets.</summary>
    private async Task<NextCard> BeforeItsTime(NextCard card, Step step, DateTime now)
    {
        var meeting = await db.Meetings.AsNoTracking().Where(m => m.CaseId == Seen.View.CaseId && m.StepKey == step.Key && m.State == MeetingState.Proposed)
            .OrderByDescending(m => m.CreatedAt).FirstOrDefaultAsync();
        var me = Seen.View.PartyId;
        var (says, does, href) = meeting is null ? ("home.meeting.no-times", "home.meeting.points", $"{Base}/interview/points")
            : meeting.Times.Any(t => t.Start > now && t.ByPartyId != me && t.AnswerOf(me) is null)
                ? ("home.meeting.answer", "home.meeting.answer-do", $"/cases/{Seen.View.CaseId}/meetings/{meeting.Id}")
                : ("home.meeting.answered", "home.meeting.points", $"{Base}/interview/points");
        return card with { What = texts[says, texts.Name(card.Who)], Action = texts[does], Href = href, Minutes = null, When = null };
    }

    private NextCard? NextOf(NextStep? next, bool prepared)
    {
        if (next is null)
            return null;

        var (step, text) = next;
        var programme = Seen.Course.Programme;
        var names = CaseMaps.Names(Seen.Parties);
        var holder = Seen.Of(step.Step.Holder)?.Person;
        return new NextCard(
            maps.Say(programme, text.Title, names), maps.Say(programme, text.What, names), prepared ? null : text.Minutes,
            prepared ? texts["home.prepared-look"] : text.Action is null ? null : maps.Say(programme, text.Action, names), Where(step.Step, step.Place), prepared,
            $"{Base}/why/{step.Step.Key}", When(step), step.Step.Hat, holder?.GivenName, step.Step.Holder, holder?.Phone);
    }

    private string? When(StepOnMap step) => step.Date switch
    {
        { Meaning: DateMeaning.Planned, Time: { } at } planned => $"{texts.Day(planned.Day)}, {texts.Time(at)}{Place(step)}",
        { Meaning: DateMeaning.Planned } planned => texts.Day(planned.Day),
        { Meaning: DateMeaning.Deadline } last when step.Overdue => texts["home.was-for", texts.Day(last.Day)],
        { Meaning: DateMeaning.Deadline } last => texts["home.at-latest", texts.Day(last.Day)],
        _ => null,
    };

    private string? Place(StepOnMap step) =>
        Seen.Case.Step(step.Step.Key)?.PlannedPlace is { } place ? $", {texts["settle.place." + place].ToLower(texts.Culture)}" : null;

    /// <summary>Where the one thing is done. By what sort of step it is, never by its name.</summary>
    private string Where(Step step, StepPlace place) => place == StepPlace.Waiting ? Base + (Seen.Course.WorkplaceMayHear ? "/sharing" : $"/sharing/give?role={PartyRole.Supervisor}") : step.Kind switch
    {
        StepKind.Interview when step.Involves(PartyRole.Citizen) => $"{Base}/interview",
        StepKind.Meeting => $"/cases/{Seen.View.CaseId}/meetings",
        StepKind.Decision or StepKind.FollowUp or StepKind.Review or StepKind.Activity => $"/cases/{Seen.View.CaseId}/plan",
        _ => $"{Base}/why/{step.Key}",
    };

    /// <summary>The one next thing, ready to read.</summary>
    public sealed record NextCard(
        string Title, string What, int? Minutes, string? Action, string Href, bool IsPrepared, string Why, string? When,
        Hat Hat, string? Who, PartyRole HolderRole, string? Phone);
}
