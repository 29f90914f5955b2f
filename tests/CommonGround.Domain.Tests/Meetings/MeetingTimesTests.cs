using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using static CommonGround.Domain.Tests.Meetings.MeetingWorld;

namespace CommonGround.Domain.Tests.Meetings;

public sealed class MeetingTimesTests
{
    private readonly MeetingWorld _world = new();

    [Fact]
    public void Propose_WithoutTheCitizensYesToTheWorkplaceForMeetings_IsRefused() =>
        Assert.Equal(new ConsentMissing(PartyRole.Supervisor), new MeetingWorld(workplaceAgreed: false).Propose(Early).Error);

    [Fact]
    public void Propose_BySomeoneWhoDoesNotCoordinate_IsRefused() =>
        Assert.IsType<OnlyTheChair>(Meeting.Propose(_world.Case, _world.Asked(Early) with { ByPartyId = _world.Doctor.Id }, Start).Error);

    [Theory]
    [InlineData(14)]
    [InlineData(241)]
    public void Propose_ALengthNobodyCanSit_IsRefused(int minutes) =>
        Assert.IsType<LengthOutOfRange>(Meeting.Propose(_world.Case, _world.Asked(Early) with { Minutes = minutes }, Start).Error);

    [Fact]
    public void Propose_TimesThatCannotBe_IsRefused()
    {
        Assert.IsType<TimesMissing>(_world.Propose().Error);
        Assert.IsType<TooManyTimes>(_world.Propose([.. Enumerable.Range(1, 5).Select(d => Start.AddDays(d))]).Error);
        Assert.IsType<TimeHasPassed>(_world.Propose(Start).Error);
        Assert.IsType<SameTimeTwice>(_world.Propose(Early, Early).Error);
    }

    [Fact]
    public void Propose_AlwaysInvitesTheCitizen_AndTakesTheAgendaInOrder()
    {
        var meeting = _world.Propose(Early).Value;

        Assert.Contains(meeting.Participants, p => p.PartyId == _world.Sara.Id && p.IsNeeded);
        Assert.Equal(["why", "citizens-view", "where-we-meet"], meeting.Agenda.Select(a => a.Key));
        Assert.Equal(MeetingState.Proposed, meeting.State);
    }

    [Fact]
    public void AnswerTime_WhenOneTimeSuitsAllWhoAreNeeded_IsAgreed()
    {
        var meeting = _world.Propose(Early, Late).Value;

        Done(meeting.AnswerTime(meeting.Times[1].Id, _world.Sara.Id, _world.Sara.Id, TimeReply.Yes, null, null, Start));
        Assert.Equal(MeetingState.Proposed, meeting.State);
        Done(meeting.AnswerTime(meeting.Times[1].Id, _world.Jonas.Id, _world.Jonas.Id, TimeReply.Yes, null, null, Start));

        Assert.Equal((MeetingState.Agreed, Late), (meeting.State, meeting.PlannedAt));
    }

    [Fact]
    public void AnswerTime_WithASuggestion_AsksTheOthersAboutIt_AlsoTheCoordinator()
    {
        var meeting = _world.Propose(Early).Value;
        var other = Early.AddHours(3);

        Done(meeting.AnswerTime(meeting.Times[0].Id, _world.Jonas.Id, _world.Jonas.Id, TimeReply.AnotherTime, "School starts", other, Start));
        var suggested = meeting.Times.Single(t => t.Start == other);
        Done(meeting.AnswerTime(suggested.Id, _world.Sara.Id, _world.Sara.Id, TimeReply.Yes, null, null, Start));
        Assert.Equal(MeetingState.Proposed, meeting.State);
        Done(meeting.AnswerTime(suggested.Id, _world.Amina.Id, _world.Amina.Id, TimeReply.Yes, null, null, Start));

        Assert.Equal((MeetingState.Agreed, other), (meeting.State, meeting.PlannedAt));
    }

    [Fact]
    public void AnswerTime_ForSomeoneElse_OnlyTheCoordinatorMay_AndItIsMarked()
    {
        var meeting = _world.Propose(Early).Value;

        Refused<NotYoursToAnswer>(meeting.AnswerTime(meeting.Times[0].Id, _world.Jonas.Id, _world.Sara.Id, TimeReply.Yes, null, null, Start));
        Done(meeting.AnswerTime(meeting.Times[0].Id, _world.Amina.Id, _world.Sara.Id, TimeReply.Yes, null, null, Start));

        Assert.Equal(_world.Amina.PersonId, meeting.Times[0].AnswerOf(_world.Sara.Id)!.EnteredByPersonId);
    }

    [Fact]
    public void AnswerTime_WhereNothingIsAsked_IsRefused()
    {
        var agreed = _world.Agreed();

        Refused<TimesNotOpen>(agreed.AnswerTime(agreed.Times[0].Id, _world.Sara.Id, _world.Sara.Id, TimeReply.No, null, null, Start));
        var meeting = _world.Propose(Early).Value;
        Refused<NoSuchTime>(meeting.AnswerTime(Guid.CreateVersion7(), _world.Sara.Id, _world.Sara.Id, TimeReply.No, null, null, Start));
        Refused<NotInMeeting>(meeting.AnswerTime(meeting.Times[0].Id, _world.Doctor.Id, _world.Doctor.Id, TimeReply.No, null, null, Start));
    }

    [Fact]
    public void AnswerTime_MoreSuggestionsThanAnyoneCanRead_IsRefused()
    {
        var meeting = _world.Propose(Early).Value;
        for (var i = 1; i < Meeting.MostTimes; i++)
            Done(meeting.AnswerTime(meeting.Times[0].Id, _world.Sara.Id, _world.Sara.Id, TimeReply.AnotherTime, null, Early.AddHours(i), Start));

        Refused<TooManyTimes>(meeting.AnswerTime(
            meeting.Times[0].Id, _world.Sara.Id, _world.Sara.Id, TimeReply.AnotherTime, null, Early.AddHours(30), Start));
    }

    [Fact]
    public void ProposeOtherTimes_MovesAnAgreedMeeting_AndForgetsTheAnswers()
    {
        var meeting = _world.Agreed();

        Refused<OnlyTheChair>(meeting.ProposeOtherTimes(_world.Jonas.Id, [Late], Start));
        Done(meeting.ProposeOtherTimes(_world.Amina.Id, [Late], Start));

        Assert.Equal((MeetingState.Proposed, (DateTime?)null), (meeting.State, meeting.PlannedAt));
        Assert.All(meeting.Times, t => Assert.Empty(t.Answers));
    }

    [Fact]
    public void Cancel_TheCitizenMay_TheSupervisorMayNot_AndOverIsOver()
    {
        var meeting = _world.Agreed();

        Refused<OnlyTheChair>(meeting.Cancel(_world.Jonas.Id, Start));
        Done(meeting.Cancel(_world.Sara.Id, Start));

        Assert.Equal(MeetingState.Cancelled, meeting.State);
        Refused<MeetingOver>(meeting.Cancel(_world.Sara.Id, Start));
        Refused<MeetingOver>(meeting.Start(_world.Amina.Id, Start));
    }

    [Fact]
    public void Bring_OnlyACompanionWithTheCitizensYes_Once()
    {
        var meeting = _world.Agreed();

        Refused<OnlyCompanionsJoinLater>(meeting.Bring(_world.Case, _world.Doctor, Start));
        Done(meeting.Bring(_world.Case, _world.Lena, Start));
        Refused<AlreadyInvited>(meeting.Bring(_world.Case, _world.Lena, Start));

        Assert.False(meeting.Participant(_world.Lena.Id)!.IsNeeded);
        Assert.Contains(meeting.Audience(_world.Case, Start), p => p.Id == _world.Lena.Id);
        Assert.DoesNotContain(meeting.Audience(_world.Case, Start), p => p.Role == PartyRole.Citizen || p.Id == _world.Doctor.Id);
    }

    [Fact]
    public void Bring_WhenTheYesWasTakenBack_IsRefused()
    {
        var meeting = _world.Agreed();
        _world.Case.WithdrawConsent(_world.Case.ActiveConsentTo(_world.Lena.Id, Start)!.Id, ConsentWay.OwnPage, _world.Case.CitizenPersonId, Start.AddHours(1));

        Assert.IsType<ConsentMissing>(meeting.Bring(_world.Case, _world.Lena, Start.AddHours(2)).Error);
    }
}
