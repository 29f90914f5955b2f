using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>What one line of the plan says. A value: two lines are the same if they say the same.</summary>
public sealed record PlanItemContent
{
    /// <summary>The same line through all versions. For a new line: a new id.</summary>
    public required Guid LineageId { get; init; }

    public required PlanItemType Type { get; init; }

    public required string Text { get; init; }

    /// <summary>
    /// As a rule <see cref="InformationKind.Plan"/>. An ability may be <see cref="InformationKind.Function"/>, a setback line
    /// <see cref="InformationKind.Health"/> or <see cref="InformationKind.Story"/>: then it stays with the citizen and the care.
    /// </summary>
    public InformationKind Kind { get; init; } = InformationKind.Plan;

    public PlanAudience Audience { get; init; } = PlanAudience.CitizenAndCare;

    /// <summary>Goals: what the person wishes, in their words.</summary>
    public string? Wish { get; init; }

    /// <summary>Abilities: the goal that they stand beside.</summary>
    public Guid? GoalLineageId { get; init; }

    /// <summary>The one party who sees to it.</summary>
    public Guid? OwnerPartyId { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The day it is to be done (task, follow-up), or looked at again (goal, adjustment, graded step).</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Percent of full working time that is worked, 0–100.</summary>
    public int? DegreeFrom { get; init; }

    public int? DegreeTo { get; init; }

    /// <summary>Hours worked a week.</summary>
    public decimal? HoursFrom { get; init; }

    public decimal? HoursTo { get; init; }

    /// <summary>It may pause or step back, and that is part of the plan.</summary>
    public bool MayPause { get; init; }

    public ActionStatus Status { get; init; } = ActionStatus.Planned;

    /// <summary>What stood in the way, where something was not done.</summary>
    public string? Why { get; init; }

    /// <summary>Somebody has to do it: it needs one owner and a day.</summary>
    public bool IsAction => PlanFields.IsAction(Type);

    /// <summary>The same, as it is stored: what its type has parts for, without blanks around, and a single number as a range of one.</summary>
    public PlanItemContent Tidied() => this with
    {
        Text = Text.Trim(),
        Wish = Type.Has(PlanField.Wish) ? Said(Wish) : null,
        GoalLineageId = Type.Has(PlanField.Goal) ? GoalLineageId : null,
        OwnerPartyId = Type.Has(PlanField.Owner) ? OwnerPartyId : null,
        From = Type.Has(PlanField.From) ? From : null,
        Due = Type.Has(PlanField.Due) ? Due : null,
        DegreeFrom = Type.Has(PlanField.Degree) ? DegreeFrom ?? DegreeTo : null,
        DegreeTo = Type.Has(PlanField.Degree) ? DegreeTo ?? DegreeFrom : null,
        HoursFrom = Type.Has(PlanField.Hours) ? HoursFrom ?? HoursTo : null,
        HoursTo = Type.Has(PlanField.Hours) ? HoursTo ?? HoursFrom : null,
        MayPause = Type.Has(PlanField.MayPause) && MayPause,
        Status = Type.Has(PlanField.Status) ? Status : ActionStatus.Planned,
        Why = Type.Has(PlanField.Status) ? Said(Why) : null,
    };

    /// <summary>In which fields another text of the same line differs.</summary>
    public IReadOnlyList<PlanField> Differences(PlanItemContent other)
    {
        List<PlanField> fields = [];
        Note(PlanField.Text, Text != other.Text || Type != other.Type);
        Note(PlanField.Wish, Wish != other.Wish);
        Note(PlanField.Owner, OwnerPartyId != other.OwnerPartyId);
        Note(PlanField.From, From != other.From);
        Note(PlanField.Due, Due != other.Due);
        Note(PlanField.Degree, (DegreeFrom, DegreeTo) != (other.DegreeFrom, other.DegreeTo));
        Note(PlanField.Hours, (HoursFrom, HoursTo) != (other.HoursFrom, other.HoursTo));
        Note(PlanField.MayPause, MayPause != other.MayPause);
        Note(PlanField.Goal, GoalLineageId != other.GoalLineageId);
        Note(PlanField.Audience, (Audience, Kind) != (other.Audience, other.Kind));
        Note(PlanField.Status, (Status, Why) != (other.Status, other.Why));
        return fields;

        void Note(PlanField field, bool differs)
        {
            if (differs)
                fields.Add(field);
        }
    }

    private static string? Said(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>A part of a line that can differ between versions.</summary>
public enum PlanField
{
    Text,
    Wish,
    Owner,
    From,
    Due,
    Degree,
    Hours,
    MayPause,
    Goal,

    /// <summary>Who may read it: audience and kind.</summary>
    Audience,

    /// <summary>How far it has come, and why it was not done.</summary>
    Status,
}
