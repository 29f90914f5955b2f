namespace CommonGround.Domain.Plans;

/// <summary>Which parts a line of a plan has, by its type. What a type has no part for is not kept: nobody could read or change it.</summary>
public static class PlanFields
{
    public static bool Has(this PlanItemType type, PlanField field) => field switch
    {
        PlanField.Wish => type == PlanItemType.Goal,
        PlanField.Goal => type == PlanItemType.Ability,
        PlanField.Owner => IsAction(type) || type == PlanItemType.Setback,
        PlanField.From => type is PlanItemType.Adjustment or PlanItemType.GradedStep or PlanItemType.ToldToColleagues,
        PlanField.Due => type is PlanItemType.Goal or PlanItemType.Adjustment or PlanItemType.GradedStep or PlanItemType.Task or PlanItemType.FollowUp,
        PlanField.Degree or PlanField.Hours or PlanField.MayPause => type == PlanItemType.GradedStep,
        PlanField.Status => IsAction(type),
        _ => true,
    };

    /// <summary>Somebody has to do it: it needs one owner and a day.</summary>
    public static bool IsAction(PlanItemType type) =>
        type is PlanItemType.Adjustment or PlanItemType.FollowUp or PlanItemType.Task or PlanItemType.ToldToColleagues;
}
