using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>Which steps of a programme a plan brings to an end.</summary>
public static class PlanSteps
{
    /// <summary>
    /// The step in which the plan is agreed: a decision that nobody takes alone, in the hat of support, with the citizen. Found by what
    /// it is, never by its name. Null where the programme has none.
    /// </summary>
    public static Step? Agreed(Programme programme) => programme.Steps.FirstOrDefault(s =>
        s.Kind == StepKind.Decision && s.Hat == Hat.Support && s.Involves(PartyRole.Citizen));
}
