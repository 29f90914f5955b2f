using CommonGround.Domain.Plans;
using static CommonGround.Domain.Tests.Plans.Planning;

namespace CommonGround.Domain.Tests.Plans;

public sealed class PlanComparisonTests
{
    [Fact]
    public void Added_changed_and_ended_lines_are_told_apart()
    {
        var first = First(Goal(), Task(), Adjustment());
        var content = new PlanContent { Items = [Adjustment() with { From = Day(19), Text = "Own room all day" }, Step()], Ended = new HashSet<Guid> { Id(204) } };
        var second = PlanVersion.Edit(CaseId, first, 1, content, Sara, Everyone, NoneYet, Now).Value;

        var compared = PlanComparison.Of(first.Items, second.Items);

        Assert.Equal([(Id(202), false, false), (Id(203), true, false), (Id(204), false, true)],
            compared.Select(c => ((c.After ?? c.Before)!.LineageId, c.IsAdded, c.IsEnded)));
        Assert.Equal([PlanField.Text, PlanField.From], compared[0].Fields);
    }

    [Fact]
    public void Every_field_that_differs_is_named()
    {
        var other = Step() with
        {
            Text = "x",
            Wish = "x",
            OwnerPartyId = Id(1),
            From = Day(1),
            Due = Day(2),
            DegreeTo = 51,
            HoursTo = 3,
            MayPause = false,
            GoalLineageId = Id(8),
            Audience = PlanAudience.CitizenAndCare,
            Why = "x",
        };

        Assert.Equal(Enum.GetValues<PlanField>(), Step().Differences(other));
    }
}
