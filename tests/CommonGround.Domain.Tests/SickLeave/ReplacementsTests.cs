using CommonGround.Domain.SickLeave;
using static CommonGround.Domain.Tests.SickLeave.EpisodesTests;

namespace CommonGround.Domain.Tests.SickLeave;

public sealed class ReplacementsTests
{
    [Fact]
    public void Superseded_ChainOfThree_LeavesTheLast() =>
        Assert.Equal(
            new HashSet<CertificateId> { Id("a"), Id("b") },
            Replacements.Superseded([Of("a", 0), Of("b", 1, "a"), Of("c", 2, "b")]));

    [Fact]
    public void Superseded_Circle_LeavesTheOneSignedLast() =>
        Assert.Equal(new HashSet<CertificateId> { Id("a") }, Replacements.Superseded([Of("a", 0, "b"), Of("b", 1, "a")]));

    [Fact]
    public void Superseded_ReplacesItself_StillCounts() => Assert.Empty(Replacements.Superseded([Of("a", 0, "a")]));

    [Fact]
    public void Superseded_ReplacesOneThatIsNotHere_ChangesNothing() => Assert.Empty(Replacements.Superseded([Of("a", 0, "x")]));

    [Fact]
    public void Superseded_ReplacesOneSignedLater_ChangesNothing() => Assert.Empty(Replacements.Superseded([Of("a", 0, "b"), Of("b", 1)]));

    [Theory]
    [InlineData("ERSATT", true)]
    [InlineData("FRLANG", false)]
    [InlineData("KOMPLT", false)]
    [InlineData("KOPIA", false)]
    public void From_Certificate_ReplacesOnlyWhatItSaysItReplaces(string kind, bool replaces)
    {
        CertificateXml xml = CertificateXml.Lisjp();
        xml.Relation = (kind, "earlier");

        CertifiedLeave leave = CertifiedLeave.From(xml.Read().Certificate!)!;

        Assert.Equal(replaces, leave.Replaces is not null);
    }

    [Fact]
    public void Changes_TellWhatMoved() =>
        Assert.Equal(
            [
                new PeriodChange(Day(10), Day(14), 100, 50),
                new PeriodChange(Day(15), Day(19), null, 50),
            ],
            PeriodChanges.Between(
                [new CertificatePeriod(Day(0), Day(14), 100)],
                [new CertificatePeriod(Day(0), Day(9), 100), new CertificatePeriod(Day(10), Day(19), 50)]));

    [Fact]
    public void Changes_DaysTakenAway_AreToldToo() =>
        Assert.Equal(
            [new PeriodChange(Day(5), Day(9), 100, null)],
            PeriodChanges.Between([new CertificatePeriod(Day(0), Day(9), 100)], [new CertificatePeriod(Day(0), Day(4), 100)]));

    [Fact]
    public void Changes_OfAReplacement_AreFromWhatCountedToWhatCounts()
    {
        CertifiedLeave first = Leave("a", 0, (0, 9, 100));
        CertifiedLeave second = Leave("b", 1, (0, 9, 50)) with { Replaces = Id("a") };

        Assert.Equal([new PeriodChange(Day(0), Day(9), 100, 50)], PeriodChanges.Between([first], [first, second]));
    }

    private static CertifiedLeave Of(string id, int signed, string? replaces = null) =>
        Leave(id, signed, (0, 9, 100)) with { Replaces = replaces is null ? null : Id(replaces) };
}
