namespace CommonGround.Domain.Programmes;

/// <summary>What a fact holds: which values and operators make sense with it.</summary>
public enum FactType
{
    YesNo = 1,
    Number = 2,
    Word = 3,
    Words = 4,
}

/// <summary>A fact that conditions may name.</summary>
/// <param name="Words">For a word or words: what it can be. Empty otherwise.</param>
public sealed record KnownFact(string Name, FactType Type, IReadOnlyList<string> Words);

/// <summary>
/// The facts of a case that a programme's conditions may name. A closed list: a condition can draw nothing else from a
/// case, and a misspelt fact is a mistake at load and never a step that waits for ever.
/// </summary>
public static class KnownFacts
{
    /// <summary>The citizen has said yes to contact with the workplace, and has not taken it back (need N56).</summary>
    public const string WorkplaceContactAgreed = "workplace-contact-agreed";

    /// <summary>There is an employer to return to (need N29).</summary>
    public const string HasEmployer = "has-employer";

    /// <summary>A supervisor is known and has accepted the invitation.</summary>
    public const string SupervisorTakesPart = "supervisor-takes-part";

    /// <summary>A joint meeting with the supervisor is not wished (need N70).</summary>
    public const string SeparateMeetings = "separate-meetings";

    /// <summary>A version of the plan that all parties of the plan stand behind.</summary>
    public const string PlanAgreed = "plan-agreed";

    public const string WorkStatus = "work-status";

    /// <summary>Percent of contracted hours worked now, 0–100.</summary>
    public const string WorkDegree = "work-degree";

    /// <summary>Days since the first sick day of the episode, that day being day 1.</summary>
    public const string SickLeaveDay = "sick-leave-day";

    /// <summary>How long the sick leave is expected to last in all, in days.</summary>
    public const string ExpectedDays = "expected-days";

    /// <summary>Days worked in full without new sick leave; sustained return is counted from here (domain: ≥ 4 weeks).</summary>
    public const string DaysInFullReturn = "days-in-full-return";

    /// <summary>What the person sees as causes, by domain (need N28).</summary>
    public const string Causes = "causes";

    public static IReadOnlyList<KnownFact> All { get; } =
    [
        new(WorkplaceContactAgreed, FactType.YesNo, []),
        new(HasEmployer, FactType.YesNo, []),
        new(SupervisorTakesPart, FactType.YesNo, []),
        new(SeparateMeetings, FactType.YesNo, []),
        new(PlanAgreed, FactType.YesNo, []),
        new(WorkStatus, FactType.Word, ["full-sick-leave", "partial-return", "full-return", "off-list-without-work"]),
        new(WorkDegree, FactType.Number, []),
        new(SickLeaveDay, FactType.Number, []),
        new(ExpectedDays, FactType.Number, []),
        new(DaysInFullReturn, FactType.Number, []),
        new(Causes, FactType.Words, ["work", "home", "health", "economy"]),
    ];

    public static KnownFact? Find(string name) => All.FirstOrDefault(fact => fact.Name == name);
}
