using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Cases;

/// <summary>A yes that is changed, renewed, for a part or for an organisation.</summary>
public sealed class ConsentWholeTests
{
    private static readonly DateTime Start = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Sara = Guid.CreateVersion7();
    private static readonly Guid Amina = Guid.CreateVersion7();
    private static readonly Guid Jonas = Guid.CreateVersion7();
    private static readonly Guid Per = Guid.CreateVersion7();
    private static readonly Guid Maria = Guid.CreateVersion7();
    private static readonly Guid Region = Guid.CreateVersion7();

    private readonly Case _case = Case.Open(Guid.CreateVersion7(), "p", "v", "se", Guid.CreateVersion7(), Sara, Amina, new DateOnly(2026, 11, 2), [], Start);

    [Fact]
    public void GiveConsent_ThatChangesOne_TakesItsPlaceInTheSameMoment_AndSaysWhatItFollows()
    {
        var first = Give(Jonas, [InformationKind.Contact, InformationKind.Work]).Value;

        var changed = Give(Jonas, [InformationKind.Contact], follows: first.Id, at: Start.AddDays(1)).Value;

        Assert.Equal((Start.AddDays(1), (ConsentWay?)null), (first.WithdrawnAt, first.WithdrawnWay));
        Assert.Equal((first.Id, Start.AddDays(1)), (changed.FollowsId, changed.From));
        Assert.Equal(changed, _case.ActiveConsentTo(first.RecipientPartyId, Start.AddDays(1)));
        Assert.Equal([ConsentTurn.Changed, ConsentTurn.Given], Turns(Start.AddDays(2)));
    }

    [Fact]
    public void GiveConsent_ThatChangesWhatIsNotTheNewest_IsChangedMeanwhile_AndChangesNothing()
    {
        var first = Give(Jonas, [InformationKind.Contact, InformationKind.Work]).Value;
        Give(Jonas, [InformationKind.Contact], follows: first.Id, at: Start.AddDays(1));

        Assert.IsType<ChangedMeanwhile>(Give(Jonas, [InformationKind.Contact, InformationKind.Leave], follows: first.Id, at: Start.AddDays(2)).Error);
        Assert.IsType<ChangedMeanwhile>(Give(Jonas, [InformationKind.Contact], follows: Guid.CreateVersion7(), at: Start.AddDays(2)).Error);

        Assert.Equal(2, _case.Consents.Count);
    }

    [Fact]
    public void GiveConsent_AfterTheLastDay_RenewsIt_ForTheSamePart()
    {
        var first = Give(Jonas, [InformationKind.Contact]).Value;
        Assert.Null(_case.ActiveConsentTo(first.RecipientPartyId, Start.AddDays(40)));

        var again = Give(Jonas, [InformationKind.Contact], follows: first.Id, at: Start.AddDays(40)).Value;

        Assert.Equal(first.RecipientPartyId, again.RecipientPartyId);
        Assert.Equal([ConsentTurn.Renewed, ConsentTurn.Ended, ConsentTurn.Given], Turns(Start.AddDays(41)));
        Assert.Null(ConsentEvent.Of(_case.Consents, Start.AddDays(41))[1].By);
    }

    [Fact]
    public void GiveConsent_AfterItWasTakenBack_IsANewPart()
    {
        var first = Give(Jonas, [InformationKind.Contact]).Value;
        _case.WithdrawConsent(first.Id, ConsentWay.ByPhone, Amina, Start.AddDays(1));

        var again = Give(Jonas, [InformationKind.Contact], follows: first.Id, at: Start.AddDays(2)).Value;

        Assert.NotEqual(first.RecipientPartyId, again.RecipientPartyId);
        Assert.Equal([ConsentTurn.Renewed, ConsentTurn.Withdrawn, ConsentTurn.Given], Turns(Start.AddDays(3)));
        Assert.Equal((Amina, ConsentWay.ByPhone), (ConsentEvent.Of(_case.Consents, Start.AddDays(3))[1].By, ConsentEvent.Of(_case.Consents, Start.AddDays(3))[1].Way));
    }

    [Fact]
    public void TakeOver_WhereTheYesIsForWhoeverHasThePart_TheNewOneIsReached_AndTheOtherIsOut()
    {
        var yes = Give(Jonas, [InformationKind.Contact], ConsentReach.Role, workplace: "Solbergaskolan").Value;

        var per = _case.TakeOver(yes.RecipientPartyId, Per, Start.AddDays(1)).Value;

        Assert.Equal((PartyRole.Supervisor, "Solbergaskolan"), (per.Role, per.Workplace));
        Assert.True(_case.MayWriteTo(per.Id, Start.AddDays(1)).Succeeded);
        Assert.IsType<NotAParty>(_case.MayWriteTo(yes.RecipientPartyId, Start.AddDays(1)).Error);

        _case.WithdrawConsent(yes.Id, ConsentWay.OwnPage, Sara, Start.AddDays(2));
        Assert.IsType<NotAParty>(_case.MayWriteTo(per.Id, Start.AddDays(2)).Error);
    }

    [Fact]
    public void TakeOver_WhereTheYesIsForOnePerson_IsConsentMissing()
    {
        var yes = Give(Jonas, [InformationKind.Contact], workplace: "Solbergaskolan").Value;

        Assert.Equal(new ConsentMissing(PartyRole.Supervisor), _case.TakeOver(yes.RecipientPartyId, Per, Start.AddDays(1)).Error);
        Assert.True(_case.MayWriteTo(yes.RecipientPartyId, Start.AddDays(1)).Succeeded);
    }

    [Fact]
    public void GiveConsent_ThatNarrowsFromAPartToOnePerson_EndsThePartOfTheOthers()
    {
        var yes = Give(Jonas, [InformationKind.Contact], ConsentReach.Role, workplace: "Solbergaskolan").Value;
        var per = _case.TakeOver(yes.RecipientPartyId, Per, Start.AddDays(1)).Value;

        Give(Jonas, [InformationKind.Contact], follows: yes.Id, workplace: "Solbergaskolan", at: Start.AddDays(2));

        Assert.False(per.IsActive(Start.AddDays(2)));
    }

    [Theory]
    [InlineData(PartyRole.Supervisor, ConsentReach.Role)]
    [InlineData(PartyRole.Supervisor, ConsentReach.Organisation)]
    [InlineData(PartyRole.Companion, ConsentReach.Organisation)]
    public void GiveConsent_ToAPartOrOrganisationThatIsNotNamed_IsRefused_AndNobodyIsKnown(PartyRole role, ConsentReach reach)
    {
        Assert.IsType<RecipientNotNamed>(Give(Jonas, [InformationKind.Contact], reach, role, organisation: Region).Error);
        Assert.DoesNotContain(_case.Parties, p => p.PersonId == Jonas);
    }

    [Fact]
    public void AYesToAnOrganisation_ReachesWhoActsForIt_NeverTheWorkplaceThatItIsToo()
    {
        var amina = _case.ActiveParty(PartyRole.Coordinator, Start)!;
        amina.ActsFor(Region);
        var doctor = _case.AddCareParty(Maria, PartyRole.TreatingDoctor, true, Start).Value;
        doctor.ActsFor(Region);
        Give(Jonas, [InformationKind.Contact]);
        var jonas = _case.ActiveParty(PartyRole.Supervisor, Start)!;
        jonas.ActsFor(Region);
        var yes = Give(Amina, [InformationKind.Story], ConsentReach.Organisation, PartyRole.Coordinator, organisation: Region).Value;

        Assert.True(yes.Reaches(amina));
        Assert.True(yes.Reaches(doctor));
        Assert.Null(jonas.OrganisationId);
        Assert.False(yes.Reaches(jonas));
        Assert.False(new ConsentRecipient(ConsentReach.Organisation, PartyRole.Coordinator, null, Region).Reaches(PartyRole.Supervisor, null, Region));
    }

    [Fact]
    public void Difference_SaysWhatOpens_WhatCloses_AndWhetherItWidens()
    {
        var before = new ConsentTerms(Set(InformationKind.Contact, InformationKind.Work), Set(Purpose.Meeting), Start.AddDays(30), ConsentReach.Party);

        var both = ConsentDifference.Between(before, before with { Kinds = Set(InformationKind.Contact, InformationKind.Leave), Until = Start.AddDays(10) });
        Assert.Equal([InformationKind.Leave], both.Opens);
        Assert.Equal([InformationKind.Work], both.Closes);
        Assert.True(both is { Shorter: true, Longer: false, Widens: true });
        Assert.False(ConsentDifference.Between(before, before with { Kinds = Set(InformationKind.Contact), Until = Start.AddDays(10) }).Widens);
        Assert.True(ConsentDifference.Between(before, before with { Until = null }).Widens);
        Assert.True(ConsentDifference.Between(before, before with { Reach = ConsentReach.Role }).Widens);
        Assert.True(ConsentDifference.Between(before, before with { Purposes = Set(Purpose.Meeting, Purpose.Planning) }).Widens);
        Assert.True(ConsentDifference.Between(before, before).IsNone);
    }

    [Fact]
    public void Ask_SaysWhy_AndIsAnsweredOnce()
    {
        var amina = _case.ActiveParty(PartyRole.Coordinator, Start)!;
        Outcome<ConsentRequest> Ask(string why) => ConsentRequest.Ask(
            _case.Id, amina, Set(InformationKind.Story), Set(Purpose.Meeting), new DateOnly(2027, 1, 1), why, Amina, Start);
        Assert.IsType<NoReasonGiven>(Ask("  ").Error);
        Assert.IsType<NoReasonGiven>(Ask(new string('x', ConsentRequest.LongestWhy + 1)).Error);

        var asked = Ask("To prepare our meeting").Value;
        Assert.True(asked.SayNo(Start.AddDays(1)).Succeeded);
        Assert.IsType<AlreadyAnswered>(asked.TakeBack(Start.AddDays(2)).Error);
        Assert.Equal(ConsentRequestState.SaidNo, asked.State);
    }

    private Outcome<Consent> Give(
        Guid to, InformationKind[] kinds, ConsentReach reach = ConsentReach.Party, PartyRole role = PartyRole.Supervisor, string? workplace = null,
        Guid? organisation = null, Guid? follows = null, DateTime? at = null) => _case.GiveConsent(
        new ConsentGiven(to, role, kinds.ToHashSet(), Set(Purpose.Meeting), (at ?? Start).AddDays(30), ConsentWay.OwnPage, "words", "sv", Sara,
            Workplace: workplace, Reach: reach, OrganisationId: organisation, FollowsId: follows), at ?? Start);

    private IEnumerable<ConsentTurn> Turns(DateTime now) => ConsentEvent.Of(_case.Consents, now).Select(e => e.Turn);

    private static HashSet<T> Set<T>(params T[] values) => [.. values];
}
