using CommonGround.Domain.Cases;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;

namespace CommonGround.Web.Features.Shared.Course;

/// <summary>Works out where a case stands in its programme, from what the viewer may see of it.</summary>
public sealed class CaseCourses(ProgrammeLibrary programmes, OrganisationTime time, TimeProvider clock)
{
    public DateOnly Today => DateOnly.FromDateTime(time.Local(clock.UtcNow()));

    /// <param name="steps">The steps that the viewer's grants opened.</param>
    /// <param name="parties">The parties that they opened: a supervisor is here only while the citizen's yes stands.</param>
    public CourseOfCase Of(Case of, IEnumerable<StepState> steps, IEnumerable<Party> parties)
    {
        var now = clock.UtcNow();
        var contact = parties.Any(p => p.Role == PartyRole.Supervisor && p.IsActive(now));
        return CourseOfCase.Of(ProgrammeOf(of), new CaseFacts
        {
            CaseStart = DateOnly.FromDateTime(time.Local(of.OpenedAt)),
            Today = Today,
            FirstSickDay = of.FirstSickDay,
            Steps = steps.ToDictionary(s => s.Key, Facts),
            Facts = new Dictionary<string, FactValue>
            {
                [KnownFacts.WorkplaceContactAgreed] = new FactValue.YesNo(contact),
                [KnownFacts.SupervisorTakesPart] = new FactValue.YesNo(contact),
                [KnownFacts.HasEmployer] = new FactValue.YesNo(true),
                [KnownFacts.SeparateMeetings] = new FactValue.YesNo(false),
                [KnownFacts.PlanAgreed] = new FactValue.YesNo(IsPlanAgreed(of, steps)),
                [KnownFacts.SickLeaveDay] = new FactValue.Number(Today.DayNumber - of.FirstSickDay.DayNumber + 1),
            },
        });
    }

    public Programme ProgrammeOf(Case of) => programmes.ProgrammeByHash(of.ProgrammeVersion)
        ?? throw new InvalidOperationException("The case's programme is not in the library.");

    /// <summary>The step that ends with an agreement, by its kind.</summary>
    private bool IsPlanAgreed(Case of, IEnumerable<StepState> steps) => ProgrammeOf(of).Steps.Any(s =>
        s.Kind == StepKind.Decision && steps.Any(state => state.Key == s.Key && state.DoneAt is not null));

    private StepFacts Facts(StepState step)
    {
        var planned = step.PlannedAt is { } at ? time.Local(at) : (DateTime?)null;
        return new StepFacts
        {
            PlannedDay = planned is { } p ? DateOnly.FromDateTime(p) : null,
            PlannedTime = planned is { } t ? TimeOnly.FromDateTime(t) : null,
            SkippedDay = step.LeftOutAt is { } left ? DateOnly.FromDateTime(time.Local(left)) : null,
            CompletedDay = step.DoneAt is { } done ? DateOnly.FromDateTime(time.Local(done)) : null,
        };
    }
}
