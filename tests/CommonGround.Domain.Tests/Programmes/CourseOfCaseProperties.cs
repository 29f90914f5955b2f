using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using FsCheck;
using FsCheck.Fluent;
using static CommonGround.Domain.Tests.Programmes.Imagined;

namespace CommonGround.Domain.Tests.Programmes;

/// <summary>What holds for every case in every programme, tried on random ones.</summary>
public sealed class CourseOfCaseProperties
{
    private static readonly Gen<(Programme Programme, CaseFacts Facts)> Cases =
        from size in Gen.Choose(1, 7)
        from seeds in Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1), size)
        from today in Gen.Choose(0, 60)
        from consent in Gen.Choose(0, 2)
        select Make(seeds, today, consent);

    private static (Programme, CaseFacts) Make(int[] seeds, int today, int consent)
    {
        var steps = seeds.Select((seed, i) =>
        {
            var random = new Random(seed);
            Condition? waits = i > 0 && random.Next(4) > 0 ? After($"s{random.Next(i)}") : null;
            if (random.Next(3) == 0)
                waits = new Condition.All([.. waits is null ? [] : new[] { waits }, Imagined.Yes(KnownFacts.WorkplaceContactAgreed)]);
            Deadline? deadline = random.Next(2) == 0 ? null
                : Within(random.Next(20), (DeadlineUnit)random.Next(1, 4), i > 0 && random.Next(2) == 0 ? $"s{random.Next(i)}" : null);
            return Step($"s{i}", waits, deadline) with
            {
                NeededIf = random.Next(5) == 0 ? Imagined.Yes(KnownFacts.HasEmployer) : null,
                Participants = random.Next(2) == 0 ? [PartyRole.Citizen] : [],
            };
        }).ToArray();
        var facts = seeds.Select((seed, i) => (i, random: new Random(seed ^ 77))).Where(s => s.random.Next(2) == 0).Select(s => ($"s{s.i}",
            new StepFacts
            {
                PlannedDay = s.random.Next(2) == 0 ? Start.AddDays(s.random.Next(60)) : null,
                CompletedDay = s.random.Next(2) == 0 ? Start.AddDays(s.random.Next(60)) : null,
                SkippedDay = s.random.Next(6) == 0 ? Start.AddDays(s.random.Next(60)) : null,
            })).ToArray();
        var known = new Dictionary<string, FactValue>();
        if (consent > 0)
            known[KnownFacts.WorkplaceContactAgreed] = new FactValue.YesNo(consent == 2);
        return (Programme(steps), Facts(facts) with { Today = Start.AddDays(today), Facts = known });
    }

    private static void ForEveryCase(Func<CourseOfCase, CaseFacts, bool> holds) => Prop
        .ForAll(Cases.ToArbitrary(), made => holds(CourseOfCase.Of(made.Programme, made.Facts), made.Facts))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void EveryStepStandsOnTheMapOnce() => ForEveryCase((course, _) =>
        course.Steps.Select(s => s.Step.Key).SequenceEqual(course.Programme.Steps.Select(s => s.Key)));

    [Fact]
    public void AtMostOneStepIsNext() => ForEveryCase((course, _) => course.Steps.Count(s => s.Place == StepPlace.Next) <= 1);

    [Fact]
    public void WhileStepsAreLeftTheCaseStandsSomewhere() => ForEveryCase((course, _) =>
        course.Steps.All(s => s.IsBehind) == course.Current is null);

    [Fact]
    public void OverdueStepsAreOpenAndShowADayThatHasPassed() => ForEveryCase((course, facts) =>
        course.Steps.Where(s => s.Overdue).All(s => !s.IsBehind && s.Date!.Day < facts.Today && s.DaysOverdue(facts.Today) > 0));

    [Fact]
    public void NoStepThatNeedsAYesIsNowWithoutOne() => ForEveryCase((course, facts) =>
        facts.Facts.GetValueOrDefault(KnownFacts.WorkplaceContactAgreed) == new FactValue.YesNo(true)
        || course.Steps.Where(s => s.Place == StepPlace.Now).All(s =>
            !(s.Step.WaitsFor?.Condition.Parts.OfType<Condition.Fact>().Any() ?? false)));

    [Fact]
    public void CompletingAStepNeverTakesAnotherOutOfDone() => ForEveryCase((course, facts) =>
        course.Current is not { } current || Complete(course, facts, current.Step.Key)
            .All(s => s.After.Place == StepPlace.Done || s.Before.Place != StepPlace.Done));

    [Fact]
    public void ATimeThatPassesMakesNoStepLessLate() => ForEveryCase((course, facts) =>
        CourseOfCase.Of(course.Programme, facts with { Today = facts.Today.AddDays(1) }).Steps.Zip(course.Steps)
            .All(pair => pair.First.Overdue || !pair.Second.Overdue));

    [Fact]
    public void TheNextStepIsNowOrWaiting() => ForEveryCase((course, _) =>
        new[] { PartyRole.Citizen, PartyRole.Coordinator }.All(role =>
            course.NextStepFor(role)?.Step.Place is null or StepPlace.Now or StepPlace.Waiting));

    private static IEnumerable<(StepOnMap Before, StepOnMap After)> Complete(CourseOfCase course, CaseFacts facts, string key)
    {
        var steps = new Dictionary<string, StepFacts>(facts.Steps) { [key] = new StepFacts { CompletedDay = facts.Today } };
        return course.Steps.Zip(CourseOfCase.Of(course.Programme, facts with { Steps = steps }).Steps);
    }
}
