using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Documents;

public sealed class DocumentTests
{
    private static Document With(params Block[] blocks) => new()
    {
        Language = "sv",
        Title = "Plan",
        Author = "Amina Nord",
        CreatedAt = new DateTimeOffset(2026, 12, 9, 12, 40, 0, TimeSpan.Zero),
        Blocks = blocks,
    };

    [Fact]
    public void For_ReaderWhoMayHaveAllKinds_GivesTheSameDocument()
    {
        var document = With(new Paragraph(InformationKind.Plan, "Mål"));

        var outcome = document.For(new HashSet<InformationKind> { InformationKind.Contact, InformationKind.Plan });

        Assert.Same(document, outcome.Value);
    }

    [Fact]
    public void For_ReaderWithoutHealth_IsRefusedAndToldWhichKinds()
    {
        var document = With(new Paragraph(InformationKind.Plan, "Mål"), new Heading(InformationKind.Health, 1, "Diagnos"));

        var outcome = document.For(new HashSet<InformationKind> { InformationKind.Contact, InformationKind.Plan });

        Assert.Equal([InformationKind.Health], Assert.IsType<DocumentHoldsMoreThanPermitted>(outcome.Error).Beyond);
    }

    [Fact]
    public void Kinds_AlwaysIncludeContact_BecauseOfTheNamesInTheTitle()
    {
        Assert.Equal([InformationKind.Contact], With().Kinds);
        Assert.False(With().For(new HashSet<InformationKind>()).Succeeded);
    }

    [Fact]
    public void CreatedAt_IsCutToMicroseconds()
    {
        var document = With() with { CreatedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(19) };

        Assert.Equal(10, document.CreatedAt.Ticks % TimeSpan.TicksPerMillisecond);
    }

    [Fact]
    public void Block_WithoutAKind_CannotBe() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Paragraph(default, "Vad är detta?"));

    [Theory, InlineData(0), InlineData(4)]
    public void Heading_OutsideItsLevels_CannotBe(int level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Heading(InformationKind.Plan, level, "Mål"));

    [Theory, InlineData(-1, 25), InlineData(50, 25), InlineData(50, 101)]
    public void StepBar_OutsideFullTime_CannotBe(int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepBar("12 jan", from, to));

    [Fact]
    public void Table_WithMoreCellsThanColumns_CannotBe() =>
        Assert.Throws<ArgumentException>(() => new Table(InformationKind.Plan, ["Mål"], [new TableRow("a", "b")]));

    [Fact]
    public void Table_WithoutColumns_CannotBe() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Table(InformationKind.Plan, [], []));

    [Theory, InlineData(0.0), InlineData(-1.0), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void Table_WithWidthThatIsNone_CannotBe(double width) =>
        Assert.Throws<ArgumentException>(() => new Table(InformationKind.Plan, ["Mål"], [], widths: [width]));
}
