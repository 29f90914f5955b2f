using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Emergencies;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Live;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Infrastructure.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Demo;

/// <summary>Plays the demo's cases at a turned clock, through the same changes as everybody's: with journal, grants and versions.</summary>
internal sealed class DemoCases(
    DemoFile demo, CommonGroundDb db, SharingMatrices matrices, Disclosures disclosures, LiveUpdates live, ProgrammeLibrary programmes, DemoMeetings meetings, TimeProvider clock,
    OrganisationTime time, Texts texts)
{
    private static readonly InformationKind[] ToSupervisor = [InformationKind.Contact, InformationKind.Work, InformationKind.Leave, InformationKind.Plan];
    private static readonly InformationKind[] ToCaseworker = [InformationKind.Contact, InformationKind.Leave, InformationKind.Plan];
    private static readonly HashSet<Purpose> Together = [Purpose.Coordination, Purpose.Interview, Purpose.Meeting, Purpose.Planning, Purpose.ReadCopy];

    public async Task Play(DemoStory story)
    {
        var caseId = DemoFile.IdOf("case-" + story.Citizen);
        var start = clock.UtcNow().AddDays(-story.Opened);
        await Open(story, caseId, start);
        if (story.Doctor is not null)
            await Make(caseId, story.Coordinator, start, "doctor", c => c.Case.AddCareParty(DemoFile.IdOf(story.Doctor), PartyRole.TreatingDoctor, true, c.Now).Error);
        if (story.CoordinatorAlsoTreats)
            await Make(caseId, story.Coordinator, start, "also-treats", c => c.Case.AddCareParty(DemoFile.IdOf(story.Coordinator), PartyRole.TeamMember, true, c.Now).Error);
        if (story.Stage >= DemoStage.Told)
            await Tell(story, caseId, PartyRole.Citizen, start.AddDays(2));
        if (story.Stage >= DemoStage.Invited)
            await Consents(story, caseId, start.AddDays(3));
        if (story.Stage >= DemoStage.Prepared)
        {
            await Tell(story, caseId, PartyRole.Supervisor, start.AddDays(6));
            await Points(story, caseId, start.AddDays(7));
        }

        if (story.Emergency is { } who)
            await OpenInAnEmergency(caseId, who, story.EmergencyWhy, start.AddDays(7));
        if (story.Stage >= DemoStage.Proposed)
            await meetings.Play(story, caseId, start, Changes);
    }

    private async Task Open(DemoStory story, Guid caseId, DateTime at)
    {
        var programme = programmes.Programmes[0];
        var citizen = DemoFile.IdOf(story.Citizen);
        var episode = await db.Whole<Episode>().Where(e => e.PersonId == citizen).OrderByDescending(e => e.From).FirstAsync();
        var by = new Actor(DemoFile.IdOf(story.Coordinator), Hat.Support, Purpose.Intake, DemoFile.IdOf("open-" + story.Citizen));
        var opened = await Changes(at).InUnit(episode.UnitId, by, async change =>
        {
            var made = await CaseFromEpisode.Open(change, episode.Id, programme, by.PersonId, caseId);
            return made.Succeeded ? $"/cases/{made.Value}" : made.Error!;
        });
        Demand(opened);
    }

    private async Task OpenInAnEmergency(Guid caseId, string who, string why, DateTime at)
    {
        EmergencyHandler At(DateTime moment) => new(Changes(moment), new EmergencyNotice(), texts);
        Actor By(string what) => new(DemoFile.IdOf(who), Hat.Support, Purpose.Emergency, DemoFile.IdOf($"{caseId}-{what}"));
        Demand(await At(at).Open(caseId, EmergencyReason.Danger, why, By("emergency")));
        var opened = await db.Whole<EmergencyAccess>().AsNoTracking().SingleAsync(e => e.CaseId == caseId);
        Demand(await At(at.AddHours(1)).End(caseId, opened.Id, "/", By("emergency-ended")));
    }

    private Task Consents(DemoStory story, Guid caseId, DateTime at) => Make(caseId, story.Citizen, at, "yes", change =>
    {
        Error? Give(string? to, PartyRole role, IEnumerable<InformationKind> kinds, string? workplace = null)
        {
            if (to is null)
                return null;

            return SayYes(change, to, role, kinds.ToHashSet(), workplace);
        }

        return Give(story.Supervisor, PartyRole.Supervisor, ToSupervisor, story.Workplace)
            ?? Give(story.Companion, PartyRole.Companion, [InformationKind.Contact, InformationKind.Plan, InformationKind.Attendance])
            ?? Give(story.Caseworker, PartyRole.Caseworker, ToCaseworker);
    });

    /// <summary>Answers the interview, and lets the coordinator read the story.</summary>
    private Task Tell(DemoStory story, Guid caseId, PartyRole role, DateTime at) =>
        Make(caseId, role == PartyRole.Citizen ? story.Citizen : story.Supervisor!, at, "tell-" + role, change =>
        {
            var step = programmes.Programmes[0].Steps.First(s => s.Kind == StepKind.Interview && s.Participants.Contains(role));
            var form = programmes.Form(step.Form!)!;
            var response = new FormResponse(change.NewId(), caseId, step.Key, form, change.By.PersonId, change.By.PersonId, FilledIn.OwnPage, "sv", change.Now);
            var texts = form.Questions.Where(q => q.Type == FormItemType.Text).Select(q => q.LinkId).ToList();
            var words = role == PartyRole.Citizen ? [story.View, .. story.Works] : story.SupervisorPoints;
            var given = texts.Zip(words).ToDictionary(pair => pair.First, pair => new GivenAnswer([pair.Second]));
            var filled = AnswerSheet.Fill(form, given, "sv", new AnswerWords("Ja", "Nej", "Jag vet inte än"), AnswerStage.Draft);
            var saved = response.Save(filled.Value, texts, 0, change.By.PersonId, change.Now);
            response.Tell(change.Now);
            change.Db.FormResponses.Add(response);
            change.Case.Step(step.Key)!.Complete(change.Now);
            change.Journal("AnswersTold");
            return saved.Error ?? (role != PartyRole.Citizen ? null
                : SayYes(change, story.Coordinator, PartyRole.Coordinator, new HashSet<InformationKind> { InformationKind.Story, InformationKind.Environment }, null));
        });

    /// <summary>In the words that the page would have shown.</summary>
    private Error? SayYes(CaseChange change, string to, PartyRole role, IReadOnlySet<InformationKind> kinds, string? workplace)
    {
        var t = texts.In("sv");
        var until = texts.LocalDay(change.Now).AddMonths(9);
        var person = demo.People.Single(p => p.Key == to);
        var asked = new ConsentAsked($"{person.Given} {person.Family}", workplace, demo.Organisations[0].Name, kinds, Enum.GetValues<ConsentPurpose>(), until);
        var words = ConsentWords.Of(ConsentOffer.For(change.Matrix, role, person.Treats), asked, t).Whole(t);
        var given = change.Case.GiveConsent(
            new ConsentGiven(DemoFile.IdOf(to), role, kinds, Together, time.Utc(until.AddDays(1).ToDateTime(TimeOnly.MinValue)), ConsentWay.OwnPage, words, t.Language,
                change.By.PersonId, Workplace: workplace), change.Now);
        change.Journal("ConsentGiven", new JournalWords(InformationKind.Contact, "consent", words, change.Case.CitizenPersonId));
        return given.Error;
    }

    private async Task Points(DemoStory story, Guid caseId, DateTime at)
    {
        foreach (var (side, role, words) in new[] { (story.Citizen, PartyRole.Citizen, story.Works), (story.Supervisor!, PartyRole.Supervisor, story.SupervisorPoints) })
        {
            await Make(caseId, side, at, "points-" + role, change =>
            {
                var mine = change.Case.ActiveParty(role, change.Now)!;
                foreach (var text in words)
                {
                    var point = new ReleasedPoint(change.NewId(), caseId, mine.Id, change.By.PersonId, null, InformationKind.Work, text, change.Now);
                    var audience = change.Case.Parties.Where(p => p.Id != mine.Id && p.Role is PartyRole.Coordinator or PartyRole.Supervisor or PartyRole.Companion).ToList();
                    if (change.Case.ReleaseItem(point.Id, point.Kind, audience, change.Matrix, change.Now).Error is { } refused)
                        return refused;

                    change.Db.ReleasedPoints.Add(point);
                    change.Journal("PointReleased", new JournalWords(point.Kind, "point", text, change.By.PersonId));
                }

                return null;
            });
        }
    }

    private async Task Make(Guid caseId, string who, DateTime at, string what, Func<CaseChange, Error?> make) => Demand(await Changes(at).InCase(
        caseId, new Actor(DemoFile.IdOf(who), Hat.Support, Purpose.Coordination, DemoFile.IdOf($"{caseId}-{what}")),
        change => Task.FromResult(make(change) is { } error ? error : (Outcome<string>)"/")));

    private CaseChanges Changes(DateTime at) => new(db, matrices, new TurnedClock(at), disclosures, live);

    internal static void Demand(Outcome<string> outcome)
    {
        if (outcome.Error is { } refused)
            throw new InvalidOperationException($"The demo was refused: {refused}");
    }

    private sealed class TurnedClock(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at);
    }
}
