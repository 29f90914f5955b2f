using CommonGround.Domain.Plans;
using static CommonGround.Domain.Tests.Plans.Planning;

namespace CommonGround.Domain.Tests.Plans;

public sealed class PlanMergeTests
{
    [Fact]
    public void What_only_one_changed_is_taken()
    {
        var merged = PlanMerge.Of([Goal(), Step()], [Goal(text: "mine"), Step()], [Goal(), Step(to: 75)]);

        Assert.Equal([ChangedBy.Me, ChangedBy.Them], merged.Select(m => m.By));
        Assert.Equal([Goal(text: "mine"), Step(to: 75)], merged.Select(m => m.Proposed));
    }

    [Fact]
    public void What_both_changed_is_shown_in_both_texts()
    {
        var merged = Assert.Single(PlanMerge.Of([Goal()], [Goal(text: "mine")], [Goal(text: "theirs")]));

        Assert.True(merged.IsConflict);
        Assert.Equal(("mine", "theirs", "mine"), (merged.Mine!.Text, merged.Theirs!.Text, merged.Proposed!.Text));
    }

    [Fact]
    public void What_one_took_away_and_the_other_changed_is_put_back_to_be_decided()
    {
        var tookAway = Assert.Single(PlanMerge.Of([Goal()], [], [Goal(text: "theirs")]));
        var changed = Assert.Single(PlanMerge.Of([Goal()], [Goal(text: "mine")], []));

        Assert.Equal((true, "theirs"), (tookAway.IsConflict, tookAway.Proposed!.Text));
        Assert.Equal((true, "mine"), (changed.IsConflict, changed.Proposed!.Text));
    }

    [Fact]
    public void What_both_took_away_or_one_alone_is_gone()
    {
        Assert.DoesNotContain(PlanMerge.Of([Goal(), Step(), Task()], [Step()], [Task()]), m => m.Proposed?.LineageId == Id(201));
        Assert.DoesNotContain(PlanMerge.Of([Goal(), Step()], [Goal()], [Goal()]), m => m.Proposed?.Type == PlanItemType.GradedStep);
    }
}
