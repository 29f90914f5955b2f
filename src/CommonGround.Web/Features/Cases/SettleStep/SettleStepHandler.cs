using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Infrastructure.Changes;

namespace CommonGround.Web.Features.Cases.SettleStep;

/// <summary>
/// Settles when and how a step is held, that it was, or that the case does without it. Those who take part see it on their own pages, and get a
/// message that says nothing.
/// </summary>
public sealed class SettleStepHandler(CaseChanges changes, CaseCourses courses)
{
    /// <param name="at">UTC.</param>
    public Task<Outcome<string>> Book(Guid caseId, Step step, string title, DateTime at, MeetingPlace place, Actor by, string next) =>
        Settle(caseId, step, title, by, next, "StepBooked", (state, now) => state.Book(at, place, now), begins: true);

    /// <param name="at">When the talk was, UTC.</param>
    public Task<Outcome<string>> Hold(Guid caseId, Step step, string title, DateTime at, Actor by, string next) =>
        // Those who talked know it: nobody is told.
        Settle(caseId, step, title, by, next, "TalkHeld", (state, now) => state.Hold(at, now), tells: false, begins: true);

    public Task<Outcome<string>> LeaveOut(Guid caseId, Step step, string title, LeftOutBecause because, Actor by, string next) =>
        Settle(caseId, step, title, by, next, "StepLeftOut", (state, now) => state.LeaveOut(because, now));

    public Task<Outcome<string>> TakeUpAgain(Guid caseId, Step step, string title, Actor by, string next) =>
        Settle(caseId, step, title, by, next, "StepTakenUpAgain", (state, _) => state.TakeUpAgain());

    private Task<Outcome<string>> Settle(
        Guid caseId, Step step, string title, Actor by, string next, string what, Func<StepState, DateTime, Outcome<Done>> make, bool tells = true,
        bool begins = false) =>
        changes.InCase(caseId, by, async change =>
        {
            if (change.Case.Step(step.Key) is not { } state)
                return new NotFound();
            // A part of the workplace's is one to reckon with while the citizen's yes reaches it (need N56).
            if (begins && courses.Of(change.Case, change.Case.Steps, change.Case.Parties.Where(p => change.Case.MayWriteTo(p.Id, change.Now).Succeeded)).WaitsForYes(step.Key))
                return new ConsentMissing(PartyRole.Supervisor);

            var made = make(state, change.Now);
            if (!made.Succeeded)
                return made.Error!;

            var takePart = change.Case.Parties.Where(p => p.IsActive(change.Now) && p.PersonId != by.PersonId && step.Involves(p.Role)).ToList();
            var released = change.Case.ReleaseItem(state.Id, state.Kind, [.. takePart.Where(p => p.Role == PartyRole.Supervisor)], change.Matrix, change.Now);
            if (!released.Succeeded)
                return released.Error!;

            change.Journal(what, new JournalWords(InformationKind.Attendance, "step", title, by.PersonId));
            if (tells)
                await Notices.Tell(change, takePart.Select(p => (p.Id, p.PersonId)), person => Home(change.Case, person));
            return next;
        });

    private static string Home(Case of, Guid personId) => of.CitizenPersonId == personId ? $"/my/{of.Id}"
        : of.Parties.Any(p => p.PersonId == personId && p.Role == PartyRole.Supervisor) ? $"/work/{of.Id}" : $"/cases/{of.Id}";
}
