using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Plans.Planning;

namespace CommonGround.Domain.Tests.Plans;

public sealed class StanceTests
{
    [Theory]
    [InlineData(StancePosition.Agrees)]
    [InlineData(StancePosition.Reservation)]
    [InlineData(StancePosition.Disagrees)]
    public void Who_decides_does_not_agree_in_advance(StancePosition position) =>
        Assert.Equal(new StanceNotForThisHat(Hat.Decides, position), Take(Maria, Said(position)).Error);

    [Theory]
    [InlineData(StancePosition.Noted)]
    [InlineData(StancePosition.RuleAffected)]
    [InlineData(StancePosition.Question)]
    public void Who_supports_does_not_note_for_an_authority(StancePosition position) =>
        Assert.Equal(new StanceNotForThisHat(Hat.Support, position), Take(Sara, Said(position)).Error);

    [Fact]
    public void Who_must_note_does_not_agree_either() =>
        Assert.IsType<StanceNotForThisHat>(Take(Amina with { Hat = Hat.HelpsAndMustNote }, Said(StancePosition.Agrees)).Error);

    [Fact]
    public void A_reservation_says_what_would_make_it_work() =>
        Assert.IsType<ReservationWithoutWayForward>(Take(Jonas, Said(StancePosition.Reservation) with { WayForward = "  " }).Error);

    [Fact]
    public void Disagreeing_asking_and_naming_a_rule_take_words()
    {
        Assert.IsType<StanceWithoutWords>(Take(Jonas, new StanceTaken(StancePosition.Disagrees)).Error);
        Assert.IsType<StanceWithoutWords>(Take(Maria, new StanceTaken(StancePosition.Question)).Error);
        Assert.IsType<StanceWithoutWords>(Take(Maria, new StanceTaken(StancePosition.RuleAffected, Words: "w")).Error);
    }

    [Fact]
    public void A_yes_and_a_noted_take_no_words()
    {
        Assert.True(Take(Sara, new StanceTaken(StancePosition.Agrees)).Succeeded);
        Assert.True(Take(Maria, new StanceTaken(StancePosition.Noted)).Succeeded);
    }

    [Fact]
    public void Words_are_short_enough_to_be_read() =>
        Assert.IsType<StanceTooLong>(Take(Sara, new StanceTaken(StancePosition.Disagrees, Words: new string('a', PlanRules.LongestText + 1))).Error);

    [Fact]
    public void A_stance_on_a_line_is_of_its_kind()
    {
        var plan = First(Goal(), Setback());

        var stance = plan.TakeStance(Karin, new StanceTaken(StancePosition.Disagrees, Id(205), "call me instead"), Now).Value;

        Assert.Equal(InformationKind.Health, stance.Kind);
    }

    private static StanceTaken Said(StancePosition position) => new(position, Words: "words", WayForward: "way", Rule: "rule");

    private static Outcome<Stance> Take(PlanParty by, StanceTaken taken) => First(Goal()).TakeStance(by, taken, Now);
}
