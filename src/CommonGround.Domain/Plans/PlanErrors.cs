using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>Something about one line of the plan.</summary>
/// <param name="LineageId">Which line.</param>
/// <param name="Field">Where in it.</param>
public abstract record PlanItemError(Guid LineageId, PlanField Field) : Error;

/// <summary>A line that says nothing.</summary>
public sealed record ItemWithoutText(Guid LineageId) : PlanItemError(LineageId, PlanField.Text);

/// <summary>Longer than <see cref="PlanRules.LongestText"/>.</summary>
public sealed record TextTooLong(Guid LineageId, PlanField At) : PlanItemError(LineageId, At);

/// <summary>No task without one owner (need N63).</summary>
public sealed record TaskWithoutOwner(Guid LineageId) : PlanItemError(LineageId, PlanField.Owner);

/// <summary>No task without a date (need N63).</summary>
public sealed record TaskWithoutDate(Guid LineageId, PlanField At) : PlanItemError(LineageId, At);

/// <summary>The owner takes no part in the case, or no longer.</summary>
public sealed record OwnerNotAParty(Guid LineageId) : PlanItemError(LineageId, PlanField.Owner);

/// <summary>Someone is to do what their copy would not tell them.</summary>
public sealed record OwnerMayNotReadIt(Guid LineageId) : PlanItemError(LineageId, PlanField.Audience);

/// <summary>A goal is reviewed on a day (need N46).</summary>
public sealed record GoalWithoutReview(Guid LineageId) : PlanItemError(LineageId, PlanField.Due);

/// <summary>A graded step begins on a day and is reviewed on a day.</summary>
public sealed record StepWithoutDate(Guid LineageId, PlanField At) : PlanItemError(LineageId, At);

/// <summary>A graded step says a degree or hours.</summary>
public sealed record StepWithoutDegree(Guid LineageId) : PlanItemError(LineageId, PlanField.Degree);

/// <summary>From is above to.</summary>
public sealed record RangeUpsideDown(Guid LineageId, PlanField At) : PlanItemError(LineageId, At);

/// <summary>A degree is 0–100 percent; hours are 0–60 a week.</summary>
public sealed record RangeOutOfBounds(Guid LineageId, PlanField At) : PlanItemError(LineageId, At);

/// <summary>It would be looked at before it begins.</summary>
public sealed record ReviewBeforeStart(Guid LineageId) : PlanItemError(LineageId, PlanField.Due);

/// <summary>What was not done says what stood in the way (need N57).</summary>
public sealed record NotDoneWithoutWhy(Guid LineageId) : PlanItemError(LineageId, PlanField.Status);

/// <summary>A line of this type cannot be of this kind.</summary>
public sealed record KindNotForType(Guid LineageId, InformationKind Kind) : PlanItemError(LineageId, PlanField.Audience);

/// <summary>What is about health, function or the person's story stays with the citizen and the care (guardrail 1).</summary>
public sealed record KindNotForAudience(Guid LineageId, InformationKind Kind) : PlanItemError(LineageId, PlanField.Audience);

/// <summary>An ability stands beside a goal of the same plan.</summary>
public sealed record AbilityWithoutGoal(Guid LineageId) : PlanItemError(LineageId, PlanField.Goal);

/// <summary>The same line twice, or a line that both changes and ends.</summary>
public sealed record ItemTwice(Guid LineageId) : PlanItemError(LineageId, PlanField.Text);

/// <summary>Someone made a new version since this form was opened.</summary>
public sealed record PlanChangedMeanwhile(int Now) : Error;

/// <summary>A version that differs from the one before in nothing.</summary>
public sealed record NothingChanged : Error;

/// <summary>There is no plan yet to say something about.</summary>
public sealed record NoPlanYet : Error;

/// <summary>Whoever decides, or must note, does not agree in advance; whoever supports does not note for an authority (need N50).</summary>
public sealed record StanceNotForThisHat(Hat Hat, StancePosition Position) : Error;

/// <summary>A reservation says what would make it work (need N50).</summary>
public sealed record ReservationWithoutWayForward : Error;

/// <summary>Disagreeing, asking and naming a rule take words.</summary>
public sealed record StanceWithoutWords(StancePosition Position) : Error;

/// <summary>Words of a stance longer than <see cref="PlanRules.LongestText"/>.</summary>
public sealed record StanceTooLong : Error;

/// <summary>Nobody has said that it is in place or done.</summary>
public sealed record NothingToConfirm : Error;

/// <summary>What is not quite as it was said says what is missing.</summary>
public sealed record NotQuiteWithoutWords(Guid LineageId) : PlanItemError(LineageId, PlanField.Status);

/// <summary>Someone else said how it goes since the page was opened.</summary>
public sealed record LineFollowedMeanwhile(Guid LineageId) : PlanItemError(LineageId, PlanField.Status);
