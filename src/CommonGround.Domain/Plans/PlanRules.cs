using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>What every version of a plan fulfils.</summary>
public static class PlanRules
{
    /// <summary>Characters in one text. A plan is read by exhausted people.</summary>
    public const int LongestText = 1000;

    private const int MostHours = 60;

    /// <summary>All that is amiss in these lines, in their order; empty if nothing is.</summary>
    /// <param name="changed">Lines to check: an owner who has left is asked of these only.</param>
    /// <param name="whole">All lines that the version will have.</param>
    public static IReadOnlyList<PlanItemError> Check(
        IReadOnlyList<PlanItemContent> changed, IReadOnlyList<PlanItemContent> whole, IReadOnlyList<PlanParty> parties) =>
        [.. changed.SelectMany(item => OfItem(item, whole, parties))];

    private static IEnumerable<PlanItemError> OfItem(
        PlanItemContent item, IReadOnlyList<PlanItemContent> whole, IReadOnlyList<PlanParty> parties) =>
        [.. Texts(item), .. Owner(item, parties), .. Dates(item), .. Range(item), .. Readers(item), .. Place(item, whole)];

    private static IEnumerable<PlanItemError> Texts(PlanItemContent item)
    {
        if (string.IsNullOrWhiteSpace(item.Text))
            yield return new ItemWithoutText(item.LineageId);
        if (item.Text.Length > LongestText)
            yield return new TextTooLong(item.LineageId, PlanField.Text);
        if (item.Wish?.Length > LongestText)
            yield return new TextTooLong(item.LineageId, PlanField.Wish);
        if (item.Why?.Length > LongestText)
            yield return new TextTooLong(item.LineageId, PlanField.Status);
        if (item.Status == ActionStatus.NotDone && string.IsNullOrWhiteSpace(item.Why))
            yield return new NotDoneWithoutWhy(item.LineageId);
    }

    private static IEnumerable<PlanItemError> Owner(PlanItemContent item, IReadOnlyList<PlanParty> parties)
    {
        if (item.OwnerPartyId is not { } ownerId)
        {
            if (item.IsAction)
                yield return new TaskWithoutOwner(item.LineageId);
        }
        else if (parties.FirstOrDefault(p => p.PartyId == ownerId) is not { } owner)
        {
            yield return new OwnerNotAParty(item.LineageId);
        }
        else if (!owner.IsIn(item.Audience))
        {
            yield return new OwnerMayNotReadIt(item.LineageId);
        }
    }

    private static IEnumerable<PlanItemError> Dates(PlanItemContent item)
    {
        switch (item.Type)
        {
            case PlanItemType.Task or PlanItemType.FollowUp when item.Due is null:
                yield return new TaskWithoutDate(item.LineageId, PlanField.Due);
                break;
            case PlanItemType.Adjustment or PlanItemType.ToldToColleagues when item.From is null:
                yield return new TaskWithoutDate(item.LineageId, PlanField.From);
                break;
            case PlanItemType.Goal when item.Due is null:
                yield return new GoalWithoutReview(item.LineageId);
                break;
            case PlanItemType.GradedStep when item.From is null:
                yield return new StepWithoutDate(item.LineageId, PlanField.From);
                break;
            case PlanItemType.GradedStep when item.Due is null:
                yield return new StepWithoutDate(item.LineageId, PlanField.Due);
                break;
        }

        if (item.Due < item.From)
            yield return new ReviewBeforeStart(item.LineageId);
    }

    private static IEnumerable<PlanItemError> Range(PlanItemContent item)
    {
        if (item.Type == PlanItemType.GradedStep && item is { DegreeFrom: null, DegreeTo: null, HoursFrom: null, HoursTo: null })
            yield return new StepWithoutDegree(item.LineageId);
        if (item.DegreeFrom > item.DegreeTo)
            yield return new RangeUpsideDown(item.LineageId, PlanField.Degree);
        if (item.HoursFrom > item.HoursTo)
            yield return new RangeUpsideDown(item.LineageId, PlanField.Hours);
        if (item.DegreeFrom is < 0 or > 100 || item.DegreeTo is < 0 or > 100)
            yield return new RangeOutOfBounds(item.LineageId, PlanField.Degree);
        if (item.HoursFrom is < 0 or > MostHours || item.HoursTo is < 0 or > MostHours)
            yield return new RangeOutOfBounds(item.LineageId, PlanField.Hours);
    }

    private static IEnumerable<PlanItemError> Readers(PlanItemContent item)
    {
        if (item.Kind == InformationKind.Plan)
            yield break;

        var mayBe = (item.Type, item.Kind) is (PlanItemType.Ability, InformationKind.Function)
            or (PlanItemType.Setback, InformationKind.Health or InformationKind.Story);
        if (!mayBe)
            yield return new KindNotForType(item.LineageId, item.Kind);
        else if (item.Audience != PlanAudience.CitizenAndCare)
            yield return new KindNotForAudience(item.LineageId, item.Kind);
    }

    private static IEnumerable<PlanItemError> Place(PlanItemContent item, IReadOnlyList<PlanItemContent> whole)
    {
        if (whole.Count(i => i.LineageId == item.LineageId) > 1)
            yield return new ItemTwice(item.LineageId);
        if (item.Type == PlanItemType.Ability
            && !whole.Any(i => i.Type == PlanItemType.Goal && i.LineageId == item.GoalLineageId))
            yield return new AbilityWithoutGoal(item.LineageId);
    }
}
