using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Marks;

namespace CommonGround.Web.Tests.HouseUi;

public sealed class ViewTests
{
    [Theory]
    [InlineData("Jonas Ek", "JE")]
    [InlineData("Dr Karin Berg", "KB")]
    [InlineData("Dr. Karin Berg", "KB")]
    [InlineData("Anna Maria af Klint", "AK")]
    [InlineData("Åsa", "Å")]
    [InlineData("Bo Ek", "BE")]
    [InlineData("", "")]
    public void Initials_AreOfFirstAndLastName(string name, string expected) => Assert.Equal(expected, FaceTagHelper.Initials(name));

    [Fact]
    public void Numbered_InTheMiddle_ShowsEndsAndNeighbours()
    {
        var pager = PagerView.Numbered(8, 16, page => $"?page={page}");

        Assert.Equal([1, 0, 7, 8, 9, 0, 16], pager.Numbers!.Select(link => link.Number));
        Assert.Equal(("?page=7", "?page=9"), (pager.Previous, pager.Next));
    }

    [Fact]
    public void Numbered_AtTheEnds_HasNoWayBeyond()
    {
        Assert.Null(PagerView.Numbered(1, 3, page => $"{page}").Previous);
        Assert.Null(PagerView.Numbered(3, 3, page => $"{page}").Next);
    }

    [Fact]
    public void Steps_AsARange_StandFromTheSureToTheHoped()
    {
        var steps = new StepsView("x", [new("12 Jan", 0, 0), new("26 Jan", 25, 50), new("9 Feb", 100, 140)]);

        Assert.Equal((0, 144, 144, 144), steps.Place(0));
        Assert.Equal((84, 114, 84, 144), steps.Place(1));
        Assert.Equal((168, 24, 24, 144), steps.Place(2));
        Assert.Equal("25–50", steps.Read(steps.Steps[1]));
    }

    [Theory]
    [InlineData("mine", "theirs", "theirs\n\nmine")]
    [InlineData("mine", " ", "mine")]
    [InlineData("", "theirs", "theirs")]
    public void Both_LosesNothing(string mine, string theirs, string both) =>
        Assert.Equal(both, new ConflictingText("n", "l", mine, theirs).Both);
}
