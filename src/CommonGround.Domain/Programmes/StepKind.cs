namespace CommonGround.Domain.Programmes;

/// <summary>What sort of thing a step is. The numbers are stored: never renumber.</summary>
public enum StepKind
{
    Start = 1,
    Interview = 2,
    Assessment = 3,
    Meeting = 4,
    Decision = 5,
    Activity = 6,
    Review = 7,
    FollowUp = 8,
}
