using CommonGround.Domain.Meetings;
using static CommonGround.Domain.Tests.Meetings.MeetingWorld;

namespace CommonGround.Domain.Tests.Meetings;

public sealed class MeetingCourseTests
{
    private readonly MeetingWorld _world = new();

    [Fact]
    public void Start_OnlyTheChair_OnlyWithAnAgreedTime_OpensTheFirstPoint()
    {
        Refused<MeetingNotAgreed>(_world.Propose(Early).Value.Start(_world.Amina.Id, Early));
        Refused<OnlyTheChair>(_world.Agreed().Start(_world.Sara.Id, Early));

        Assert.Equal("why", _world.UnderWay().Present!.Key);
    }

    [Fact]
    public void MoveTo_FinishesThePointBefore_AndMayGoBack()
    {
        var meeting = _world.UnderWay();

        Done(meeting.MoveTo(_world.Amina.Id, "where-we-meet"));
        Assert.Equal([AgendaState.Done, AgendaState.Later, AgendaState.Now], meeting.Agenda.Select(a => a.State));
        Done(meeting.MoveTo(_world.Amina.Id, "citizens-view"));

        Assert.Equal([AgendaState.Done, AgendaState.Now, AgendaState.Done], meeting.Agenda.Select(a => a.State));
        Refused<NoSuchAgendaPoint>(meeting.MoveTo(_world.Amina.Id, "nothing"));
        Refused<OnlyTheChair>(meeting.MoveTo(_world.Sara.Id, "why"));
    }

    [Fact]
    public void Pause_ByTheCitizen_StopsAllWriting_UntilTheySaySo()
    {
        var meeting = _world.UnderWay();
        var agreement = meeting.AddAgreement(_world.Amina.Id, _world.Terms(), Early).Value;

        Refused<NotYoursToPause>(meeting.Pause(_world.Jonas.Id));
        Done(meeting.Pause(_world.Sara.Id));

        Assert.IsType<MeetingPaused>(meeting.AddAgreement(_world.Amina.Id, _world.Terms(), Early).Error);
        Assert.IsType<MeetingPaused>(meeting.AddPoint(_world.Jonas.Id, _world.Jonas.Id, "x", Domain.Sharing.InformationKind.Work, Early).Error);
        Refused<MeetingPaused>(agreement.SayYes(meeting, _world.Jonas.Id, _world.Jonas.Id, 1, Early));
        Refused<MeetingPaused>(meeting.MoveTo(_world.Amina.Id, "why"));
        Refused<NotYoursToPause>(meeting.Resume(_world.Jonas.Id, citizenSaidSo: true));
        Refused<StoppedByCitizen>(meeting.Resume(_world.Amina.Id, citizenSaidSo: false));
        Done(meeting.Resume(_world.Amina.Id, citizenSaidSo: true));
        Assert.Equal(MeetingState.UnderWay, meeting.State);
    }

    [Fact]
    public void Stop_OnlyTheCitizenTakesItUpAgain_OrANewTimeIsFound()
    {
        var meeting = _world.UnderWay();

        Refused<NotYoursToPause>(meeting.Stop(_world.Amina.Id));
        Done(meeting.Stop(_world.Sara.Id));
        Refused<StoppedByCitizen>(meeting.Resume(_world.Amina.Id, citizenSaidSo: true));
        Done(meeting.ProposeOtherTimes(_world.Amina.Id, [Late], Early));

        Assert.Equal((MeetingState.Proposed, false), (meeting.State, meeting.IsStopped));
    }

    [Fact]
    public void Stop_ByTheCitizen_TheyMayGoOn()
    {
        var meeting = _world.UnderWay();
        Done(meeting.Stop(_world.Sara.Id));

        Done(meeting.Resume(_world.Sara.Id, citizenSaidSo: false));

        Assert.Equal(MeetingState.UnderWay, meeting.State);
    }

    [Fact]
    public void Pause_BeforeItHasBegun_IsRefused() => Refused<MeetingNotUnderWay>(_world.Agreed().Pause(_world.Sara.Id));

    [Fact]
    public void MarkPresent_AndLeft_IsKept()
    {
        var meeting = _world.UnderWay();

        Done(meeting.MarkPresent(_world.Amina.Id, _world.Jonas.Id, present: true, Early));
        Assert.True(meeting.Participant(_world.Jonas.Id)!.IsPresent);
        Done(meeting.MarkPresent(_world.Amina.Id, _world.Jonas.Id, present: false, Early.AddMinutes(30)));

        Assert.Equal(Early.AddMinutes(30), meeting.Participant(_world.Jonas.Id)!.LeftAt);
        Refused<OnlyTheChair>(meeting.MarkPresent(_world.Jonas.Id, _world.Sara.Id, present: true, Early));
    }

    [Fact]
    public void End_WithLacks_NamesEachOne_AndGoesOn()
    {
        var meeting = _world.UnderWay();
        var agreement = meeting.AddAgreement(_world.Amina.Id, new AgreementTerms("Hours", AgreementType.GradedStep), Early).Value;
        Done(agreement.SayYes(meeting, _world.Sara.Id, _world.Sara.Id, 1, Early));

        var refused = Assert.IsType<AgreementsNotReady>(meeting.End(_world.Amina.Id, Board(agreement), [], Late).Error);

        Assert.Equal([LackOf.Owner, LackOf.Start, LackOf.Review, LackOf.WorkRange, LackOf.Yes], refused.Lacks.Select(l => l.Of));
        Assert.Equal(_world.Jonas.Id, refused.Lacks[^1].PartyId);
        Assert.Equal(MeetingState.UnderWay, meeting.State);
    }

    [Fact]
    public void End_GivesWhatIsAgreed_WhatDiffers_WhatIsKept_AndWhoCame()
    {
        var meeting = _world.UnderWay();
        var agreement = meeting.AddAgreement(_world.Amina.Id, _world.Terms(), Early).Value;
        Done(agreement.SayYes(meeting, _world.Sara.Id, _world.Sara.Id, 1, Early));
        Done(agreement.SayYes(meeting, _world.Amina.Id, _world.Jonas.Id, 1, Early));
        var gone = meeting.AddAgreement(_world.Amina.Id, _world.Terms("Gone"), Early).Value;
        Done(gone.Remove(meeting, _world.Amina.Id, 1, Early));
        var difference = meeting.AddDifference(_world.Amina.Id, "Who covers 4B", _world.Jonas.Id, new DateOnly(2026, 12, 11), Early).Value;
        var later = meeting.KeepForLater(_world.Amina.Id, "Parking", Domain.Sharing.InformationKind.Work, Early).Value;

        var result = meeting.End(_world.Amina.Id, new BoardRows([later], [agreement, gone], [difference]), [_world.Sara.Id], Late).Value;

        Assert.Equal([agreement], result.Agreed);
        Assert.Equal([difference], result.Differences);
        Assert.Equal([later], result.KeptForLater);
        Assert.Equal((MeetingState.Ended, Late), (meeting.State, meeting.EndedAt));
        Assert.NotNull(meeting.Participant(_world.Sara.Id)!.PresentSince);
        Assert.Null(meeting.Participant(_world.Jonas.Id)!.PresentSince);
        Assert.IsType<MeetingOver>(meeting.End(_world.Amina.Id, Board(), [], Late).Error);
        Assert.IsType<MeetingOver>(meeting.AddPoint(_world.Sara.Id, _world.Sara.Id, "x", Domain.Sharing.InformationKind.Work, Late).Error);
        Refused<MeetingOver>(agreement.TakeBackYes(meeting, _world.Sara.Id, _world.Sara.Id));
    }

    [Fact]
    public void End_OnlyTheChair() => Assert.IsType<OnlyTheChair>(_world.UnderWay().End(_world.Sara.Id, Board(), [], Late).Error);

    private static BoardRows Board(params Agreement[] agreements) => new([], agreements, []);
}
