using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Cases;

/// <summary>Who may have two parts in one case, and who never has.</summary>
public sealed class PartsTests
{
    private static readonly DateTime Start = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Sara = Guid.CreateVersion7();
    private static readonly Guid Amina = Guid.CreateVersion7();
    private static readonly Guid Jonas = Guid.CreateVersion7();

    private readonly Case _case = Case.Open(Guid.CreateVersion7(), "p", "v", "se", Guid.CreateVersion7(), Sara, Amina, new DateOnly(2026, 11, 2), [], Start);

    [Fact]
    public void WhoeverLeads_MayTreatToo_InAPartOfItsOwn()
    {
        var second = _case.AddCareParty(Amina, PartyRole.TeamMember, treats: true, Start).Value;

        Assert.Equal([PartyRole.Coordinator, PartyRole.TeamMember], _case.ActivePartsOf(Amina, Start).Select(p => p.Role));
        Assert.Equal(new AlreadyAParty(PartyRole.TeamMember), _case.AddCareParty(Amina, PartyRole.TeamMember, true, Start).Error);
        _case.EndParty(second.Id, Start.AddDays(1));
        Assert.Equal(PartyRole.Coordinator, Assert.Single(_case.ActivePartsOf(Amina, Start.AddDays(1))).Role);
    }

    [Fact]
    public void TheCitizen_HelpsNotInTheirOwnCase() =>
        Assert.IsType<OwnCase>(_case.AddCareParty(Sara, PartyRole.TreatingDoctor, true, Start).Error);

    [Theory]
    [InlineData(PartyRole.Supervisor)]
    [InlineData(PartyRole.Companion)]
    public void AWorkplaceOrACompanion_HasNoOtherPart(PartyRole alone)
    {
        Assert.True(Give(Jonas, alone).Succeeded);

        Assert.Equal(new NoOtherPart(alone), _case.AddCareParty(Jonas, PartyRole.TeamMember, true, Start).Error);
        Assert.Equal(new NoOtherPart(alone), Give(Jonas, PartyRole.Caseworker).Error);
        // A new yes to the same part is none.
        Assert.True(Give(Jonas, alone).Succeeded);
    }

    [Fact]
    public void WhoeverManagesThem_GoesOnDoingSo_WhenTheYesIsTakenBack()
    {
        var yes = Give(Jonas, PartyRole.Supervisor).Value;
        _case.WithdrawConsent(yes.Id, ConsentWay.OwnPage, Sara, Start.AddDays(1));

        Assert.Equal(new NoOtherPart(PartyRole.Supervisor), _case.AddCareParty(Jonas, PartyRole.TreatingDoctor, true, Start.AddDays(2)).Error);
        // A companion who is no companion any more is free to help otherwise.
        var lena = Guid.CreateVersion7();
        _case.WithdrawConsent(Give(lena, PartyRole.Companion).Value.Id, ConsentWay.OwnPage, Sara, Start.AddDays(1));
        Assert.True(_case.AddCareParty(lena, PartyRole.TreatingDoctor, true, Start.AddDays(2)).Succeeded);
    }

    [Theory]
    [InlineData(PartyRole.Supervisor)]
    [InlineData(PartyRole.Companion)]
    public void WhoeverCares_BecomesNoWorkplaceAndNoCompanion(PartyRole alone)
    {
        var karin = _case.AddCareParty(Jonas, PartyRole.TreatingDoctor, true, Start).Value;

        Assert.Equal(new NoOtherPart(PartyRole.TreatingDoctor), Give(Jonas, alone).Error);

        // Their part has ended: what they had in it is over, and another can begin.
        _case.EndParty(karin.Id, Start);
        Assert.True(Give(Jonas, alone).Succeeded);
    }

    [Fact]
    public void Meeting_InvitesNobodyTwice()
    {
        var second = _case.AddCareParty(Amina, PartyRole.TeamMember, treats: true, Start).Value;
        var leads = _case.ActiveParty(PartyRole.Coordinator, Start)!;

        Outcome<Meeting> Propose(params Guid[] who) =>
            Meeting.Propose(_case, new MeetingAsked("together", MeetingPlace.OnSite, "", 60, [Start.AddDays(3)], who, leads.Id, []), Start);

        Assert.IsType<InvitedOnce>(Propose(second.Id).Error);
        var meeting = Propose().Value;
        Assert.Equal(leads.Id, meeting.ParticipantOf(Amina, leads.Role)!.PartyId);
        Assert.Null(meeting.ParticipantOf(Amina, second.Role));
    }

    private Outcome<Consent> Give(Guid to, PartyRole role) => _case.GiveConsent(new ConsentGiven(
        to, role, new HashSet<InformationKind> { InformationKind.Contact }, new HashSet<Purpose> { Purpose.Meeting }, Start.AddDays(30), ConsentWay.OwnPage, "words", "sv", Sara), Start);
}
