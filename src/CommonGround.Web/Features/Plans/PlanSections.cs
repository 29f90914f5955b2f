using CommonGround.Domain.Plans;

namespace CommonGround.Web.Features.Plans;

/// <summary>The parts of a plan, in the order in which they are read.</summary>
internal static class PlanSections
{
    public static readonly IReadOnlyList<PlanItemType> All =
    [
        PlanItemType.Goal, PlanItemType.Ability, PlanItemType.GradedStep, PlanItemType.Adjustment, PlanItemType.Task, PlanItemType.FollowUp,
        PlanItemType.ToldToColleagues, PlanItemType.Setback,
    ];
}
