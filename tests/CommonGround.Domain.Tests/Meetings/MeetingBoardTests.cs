using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Meetings.MeetingWorld;

namespace CommonGround.Domain.Tests.Meetings;

public sealed class MeetingBoardTests
{
    private readonly MeetingWorld _world = new();

    [Theory]
    [InlineData(InformationKind.Health)]
    [InlineData(InformationKind.Function)]
    [InlineData(InformationKind.Story)]
    [InlineData(InformationKind.Diary)]
    [InlineData(InformationKind.Assessment)]
    [InlineData(InformationKind.Leave)]
    public void AddPoint_OfAKindThatAWorkplaceMayNotRead_IsRefused(InformationKind kind) =>
        Assert.Equal(new KindNotForBoard(kind), _world.Agreed().AddPoint(_world.Sara.Id, _world.Sara.Id, "words", kind, Start).Error);

    [Fact]
    public void AddPoint_EachOnTheirOwnSide_TheCoordinatorAsTheySaidIt()
    {
        var meeting = _world.Propose(Early).Value;

        Assert.IsType<NotYourSide>(Add(meeting, _world.Jonas, _world.Sara).Error);
        Assert.IsType<NotYourSide>(Add(meeting, _world.Amina, _world.Amina).Error);
        Assert.IsType<NotInMeeting>(Add(meeting, _world.Doctor, _world.Doctor).Error);
        var written = Add(meeting, _world.Amina, _world.Jonas).Value;

        Assert.Equal((_world.Jonas.Id, (Guid?)_world.Amina.PersonId), (written.SidePartyId!.Value, written.AuthorPersonId));
    }

    [Fact]
    public void AddPoint_WithoutWordsOrWithTooMany_IsRefused()
    {
        var meeting = _world.Agreed();

        Assert.IsType<WordsMissing>(meeting.AddPoint(_world.Sara.Id, _world.Sara.Id, " ", InformationKind.Work, Start).Error);
        Assert.IsType<WordsTooLong>(meeting.AddPoint(
            _world.Sara.Id, _world.Sara.Id, new string('x', Meeting.MostWords + 1), InformationKind.Work, Start).Error);
    }

    [Fact]
    public void RemovePoint_OnlyItsSide()
    {
        var meeting = _world.UnderWay();
        var point = Add(meeting, _world.Sara, _world.Sara).Value;

        Refused<NotYourSide>(point.Remove(meeting, _world.Jonas.Id, Early));
        Refused<NotYourSide>(point.Remove(meeting, _world.Amina.Id, Early));
        Done(point.Remove(meeting, _world.Sara.Id, Early));

        Assert.Equal(Early, point.RemovedAt);
    }

    [Fact]
    public void AddAgreement_OnlyTheChair_AndOnlyWhileTheMeetingIsUnderWay()
    {
        Assert.IsType<MeetingNotUnderWay>(_world.Agreed().AddAgreement(_world.Amina.Id, _world.Terms(), Start).Error);
        Assert.IsType<OnlyTheChair>(_world.UnderWay().AddAgreement(_world.Jonas.Id, _world.Terms(), Early).Error);
    }

    [Fact]
    public void AddAgreement_ThatCannotBe_IsRefused()
    {
        var meeting = _world.UnderWay();
        Error? Add(AgreementTerms terms) => meeting.AddAgreement(_world.Amina.Id, terms, Early).Error;

        Assert.IsType<OwnerNotInMeeting>(Add(_world.Terms() with { OwnerPartyId = _world.Doctor.Id }));
        Assert.IsType<ReviewedBeforeItStarts>(Add(_world.Terms() with { Review = new DateOnly(2027, 1, 11) }));
        Assert.IsType<WorkRangeOutOfBounds>(Add(_world.Terms() with { Work = new WorkRange(50, 25, WorkUnit.Percent) }));
        Assert.IsType<WorkRangeOutOfBounds>(Add(_world.Terms() with { Work = new WorkRange(0, 101, WorkUnit.Percent) }));
        Assert.IsType<WorkRangeOutOfBounds>(Add(_world.Terms() with { Work = new WorkRange(0, 61, WorkUnit.HoursPerWeek) }));
        Assert.IsType<WorkRangeOutOfBounds>(Add(_world.Terms() with { Work = new WorkRange(12.5m, 50, WorkUnit.Percent) }));
        Assert.Null(Add(_world.Terms() with { Work = new WorkRange(12.5m, 20, WorkUnit.HoursPerWeek) }));
        Assert.Null(Add(_world.Terms() with { Work = new WorkRange(25, 50, WorkUnit.Percent) }));
    }

    [Fact]
    public void SayYes_EachForThemselves_TheCoordinatorForWhatWasSaidAloud()
    {
        var (meeting, agreement) = Agreement();

        Refused<NotYoursToAgree>(agreement.SayYes(meeting, _world.Jonas.Id, _world.Sara.Id, 1, Early));
        Done(agreement.SayYes(meeting, _world.Jonas.Id, _world.Jonas.Id, 1, Early));
        Done(agreement.SayYes(meeting, _world.Amina.Id, _world.Sara.Id, 1, Early));

        Assert.Equal(YesWay.OnTheBoard, agreement.YesOf(_world.Jonas.Id)!.Way);
        Assert.Equal(YesWay.SaidInTheRoom, agreement.YesOf(_world.Sara.Id)!.Way);
        Assert.Empty(agreement.Lacks(meeting));
    }

    [Fact]
    public void SayYes_TheNeutralAndTheCompanionHaveNone()
    {
        var (meeting, agreement) = Agreement();
        Done(meeting.Bring(_world.Case, _world.Lena, Early));

        Refused<HasNoYes>(agreement.SayYes(meeting, _world.Amina.Id, _world.Amina.Id, 1, Early));
        Refused<HasNoYes>(agreement.SayYes(meeting, _world.Lena.Id, _world.Lena.Id, 1, Early));
    }

    [Fact]
    public void SayYes_ToWordsThatHaveChanged_IsNotTakenForTheNewOnes()
    {
        var (meeting, agreement) = Agreement();
        Done(agreement.Change(meeting, _world.Amina.Id, _world.Terms("Three mornings"), 1, Early));

        Refused<ChangedMeanwhile>(agreement.SayYes(meeting, _world.Sara.Id, _world.Sara.Id, 1, Early));

        Assert.Empty(agreement.Yeses);
    }

    [Fact]
    public void Change_TakesEveryYesAway_ButNotWhenNothingChanged()
    {
        var (meeting, agreement) = Agreement();
        Done(agreement.SayYes(meeting, _world.Sara.Id, _world.Sara.Id, 1, Early));

        Done(agreement.Change(meeting, _world.Amina.Id, _world.Terms(), 1, Early));
        Assert.Single(agreement.Yeses);
        Done(agreement.Change(meeting, _world.Amina.Id, _world.Terms("Three mornings"), 1, Early));

        Assert.Empty(agreement.Yeses);
        Assert.Equal(2, agreement.Version);
    }

    [Fact]
    public void Change_FromAnOlderVersion_LosesNothing()
    {
        var (meeting, agreement) = Agreement();
        Done(agreement.Change(meeting, _world.Amina.Id, _world.Terms("First"), 1, Early));

        Refused<ChangedMeanwhile>(agreement.Change(meeting, _world.Amina.Id, _world.Terms("Second"), 1, Early));

        Assert.Equal("First", agreement.Text);
    }

    [Fact]
    public void TakeBackYes_LeavesTheOther()
    {
        var (meeting, agreement) = Agreement();
        Done(agreement.SayYes(meeting, _world.Sara.Id, _world.Sara.Id, 1, Early));
        Done(agreement.SayYes(meeting, _world.Jonas.Id, _world.Jonas.Id, 1, Early));

        Done(agreement.TakeBackYes(meeting, _world.Sara.Id, _world.Sara.Id));

        Assert.Equal([_world.Jonas.Id], agreement.Yeses.Select(y => y.PartyId));
    }

    [Fact]
    public void AddDifference_WithoutOneWhoAnswersOrADay_IsRefused()
    {
        var meeting = _world.UnderWay();
        var day = new DateOnly(2026, 12, 11);

        Assert.IsType<OwnerMissing>(meeting.AddDifference(_world.Amina.Id, "4B", null, day, Early).Error);
        Assert.IsType<OwnerNotInMeeting>(meeting.AddDifference(_world.Amina.Id, "4B", _world.Doctor.Id, day, Early).Error);
        Assert.IsType<DateMissing>(meeting.AddDifference(_world.Amina.Id, "4B", _world.Jonas.Id, null, Early).Error);
        Assert.IsType<OnlyTheChair>(meeting.AddDifference(_world.Jonas.Id, "4B", _world.Jonas.Id, day, Early).Error);
    }

    private static Outcome<BoardPoint> Add(Meeting meeting, Party by, Party side) =>
        meeting.AddPoint(by.Id, side.Id, "words", InformationKind.Work, Start);

    private (Meeting, Agreement) Agreement()
    {
        var meeting = _world.UnderWay();
        return (meeting, meeting.AddAgreement(_world.Amina.Id, _world.Terms(), Early).Value);
    }
}
