using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Programmes;

/// <summary>Programmes made up for tests, with as little in them as works.</summary>
internal static class Imagined
{
    public static readonly DateOnly Start = new(2026, 3, 2);

    public static Wording Says(string text) => new(text, text + " (sv)", text + " (da)");

    public static NextText Next(string title) => new(Says(title), Says("What"), 5, Says("Go"));

    public static PurposeCard Card() => new(
        Says("a"), Says("b"), Says("c"), Says("d"), Says("e"), Says("f"), Says("g"), Says("h"), Says("i"));

    public static Step Step(string key, Condition? waitsFor = null, Deadline? deadline = null, PartyRole holder = PartyRole.Coordinator) => new()
    {
        Key = key,
        Kind = StepKind.Interview,
        Holder = holder,
        Hat = Hat.Support,
        Title = Says(key),
        TitleToCitizen = Says("Your " + key),
        MovesOn = Says("When it is held"),
        Deadline = deadline,
        WaitsFor = waitsFor is null ? null : new Wait(waitsFor, Says("Not yet"), Says("Only after you say yes"), new Dictionary<PartyRole, NextText>()),
        Purpose = new Dictionary<PartyRole, PurposeCard> { [PartyRole.Citizen] = Card() },
        Next = new Dictionary<PartyRole, NextText> { [PartyRole.Citizen] = Next(key), [PartyRole.Coordinator] = Next("Hold " + key) },
    };

    public static Programme Programme(params Step[] steps) => new()
    {
        Key = "imagined",
        Version = "1",
        Hash = "0",
        Country = "se",
        Title = Says("Imagined"),
        Summary = Says("Imagined"),
        Parts = new[] { PartyRole.Citizen, PartyRole.Coordinator, PartyRole.Supervisor }.ToDictionary(
            role => role, role => new Part(role, Hat.Support, Says("the " + StableWord.Of(role)), Says("x"), Says("y"))),
        Stages = [new Stage("all", Says("All"), Says("All"), steps)],
    };

    public static CaseFacts Facts(params (string Step, StepFacts Facts)[] steps) => new()
    {
        CaseStart = Start,
        Today = Start,
        FirstSickDay = Start.AddDays(-10),
        Steps = steps.ToDictionary(s => s.Step, s => s.Facts),
    };

    public static StepFacts Done(int day) => new() { CompletedDay = Start.AddDays(day) };

    public static StepFacts Planned(int day) => new() { PlannedDay = Start.AddDays(day), PlannedTime = new TimeOnly(10, 0) };

    public static Condition After(string step) => new Condition.StepDone(step);

    public static Condition Yes(string fact) => new Condition.Fact(fact, Comparison.Equals, new FactValue.YesNo(true));

    public static Deadline Within(int offset, DeadlineUnit unit, string? afterStep = null) => new(
        afterStep is null ? DeadlineBase.CaseStart : DeadlineBase.Step, afterStep, offset, unit, Says("within"), null);
}
