namespace CommonGround.Domain.Programmes;

/// <summary>What has come of one step in a case. Days and times are local in the case's country.</summary>
public sealed record StepFacts
{
    public DateOnly? PlannedDay { get; init; }

    public TimeOnly? PlannedTime { get; init; }

    public DateOnly? CompletedDay { get; init; }

    /// <summary>The day on which it was settled that the step is not needed in this case.</summary>
    public DateOnly? SkippedDay { get; init; }
}

/// <summary>All that the course of a case is worked out from. A fact that is not in the list is not known.</summary>
public sealed record CaseFacts
{
    public required DateOnly CaseStart { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>First day of the sick-leave episode, which is day 1; none if the case has no episode yet.</summary>
    public DateOnly? FirstSickDay { get; init; }

    public IReadOnlyDictionary<string, StepFacts> Steps { get; init; } = new Dictionary<string, StepFacts>();

    /// <summary>By the names in <see cref="KnownFacts"/>.</summary>
    public IReadOnlyDictionary<string, FactValue> Facts { get; init; } = new Dictionary<string, FactValue>();
}
