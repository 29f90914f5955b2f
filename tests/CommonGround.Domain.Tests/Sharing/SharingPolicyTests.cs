using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Sharing;

public sealed class SharingPolicyTests
{
    private readonly SharingWorld _world = new();

    public static TheoryData<InformationKind> NeverForWorkplace => [.. SharingMatrix.NeverForWorkplace];

    [Theory, MemberData(nameof(NeverForWorkplace))]
    public void Supervisor_WithEveryConsentAndRelease_NeverLearnsIt(InformationKind kind)
    {
        var item = Guid.CreateVersion7();
        _world.Consent(_world.Jonas, null, null, Enum.GetValues<InformationKind>());
        _world.Releases.Add(new ReleaseFacts(item, kind, _world.Jonas.PartyId, SharingWorld.Start, null));

        foreach (var way in Enum.GetValues<SharingWay>())
        {
            Assert.Equal(SharingReason.NeverShown, _world.Ask(_world.Jonas, kind, way: way).Reason);
            Assert.False(_world.Ask(_world.Jonas, kind, way: way, item: item).Permitted);
            Assert.False(_world.Ask(_world.Jonas, kind, way: way, author: _world.Jonas.PersonId).Permitted);
        }
    }

    [Fact]
    public void Citizen_SeesAllOfTheirOwn() =>
        Assert.All(Enum.GetValues<InformationKind>(), kind => Assert.Equal(SharingReason.Own, _world.Ask(_world.SaraCitizen, kind).Reason));

    [Fact]
    public void Stranger_IsNotAParty()
    {
        var stranger = new PartyFacts(Guid.CreateVersion7(), Guid.CreateVersion7(), PartyRole.Coordinator, true, SharingWorld.Start, null);

        Assert.Equal(SharingReason.NotAParty, _world.Ask(stranger, InformationKind.Plan).Reason);
    }

    [Fact]
    public void DeniedInTwoParts_IsToldTheReasonOfTheFirst()
    {
        var also = _world.Jonas with { PartyId = Guid.CreateVersion7(), PersonId = _world.Lena.PersonId };
        var asked = new SharingQuestion(_world.Lena.PersonId, InformationKind.Health, Purpose.Planning, SharingWorld.Start.AddDays(1));

        Assert.Equal(SharingReason.NotConsented, SharingPolicy.Decide(_world.Facts with { Parties = [_world.Lena, also] }, SharingWorld.Matrix, asked).Reason);
        Assert.Equal(SharingReason.NeverShown, SharingPolicy.Decide(_world.Facts with { Parties = [also, _world.Lena] }, SharingWorld.Matrix, asked).Reason);
    }

    [Theory]
    [InlineData(PartyRole.Supervisor, PartyRole.TreatingDoctor, false)]
    [InlineData(PartyRole.Supervisor, PartyRole.Caseworker, false)]
    [InlineData(PartyRole.Supervisor, PartyRole.Coordinator, true)]
    [InlineData(PartyRole.Supervisor, PartyRole.Citizen, true)]
    [InlineData(PartyRole.Companion, PartyRole.TreatingDoctor, true)]
    public void MaySeeParty_HidesWhoTreatsFromAWorkplace(PartyRole viewer, PartyRole shown, bool may) =>
        Assert.Equal(may, SharingPolicy.MaySeeParty(viewer, shown));

    [Fact]
    public void FormerParty_SeesNothing_NotEvenOwnWords()
    {
        var left = _world.Karin with { Until = SharingWorld.Start.AddDays(3) };
        var facts = _world.Facts with { Parties = [left] };

        var question = new SharingQuestion(left.PersonId, InformationKind.Plan, Purpose.Planning, SharingWorld.Start.AddDays(3), AuthorPersonId: left.PersonId);
        Assert.False(SharingPolicy.Decide(facts, SharingWorld.Matrix, question).Permitted);
        Assert.True(SharingPolicy.Decide(facts, SharingWorld.Matrix, question with { At = question.At.AddTicks(-1) }).Permitted);
    }

    [Fact]
    public void Health_IsForThoseWhoTreat_OrByConsent()
    {
        Assert.True(_world.Ask(_world.Karin, InformationKind.Health).Permitted);
        Assert.Equal(SharingReason.NotTreating, _world.Ask(_world.Amina, InformationKind.Health).Reason);

        _world.Consent(_world.Amina, null, null, InformationKind.Health);
        Assert.Equal(SharingReason.Consent, _world.Ask(_world.Amina, InformationKind.Health).Reason);
    }

    [Fact]
    public void Consent_CountsOnlyWhileItLasts_ForItsKindsAndPurposes()
    {
        _world.Consent(_world.Lena, SharingWorld.Start.AddDays(10), SharingWorld.Start.AddDays(5), InformationKind.Plan);

        Assert.True(_world.Ask(_world.Lena, InformationKind.Plan, days: 4).Permitted);
        Assert.False(_world.Ask(_world.Lena, InformationKind.Plan, days: 5).Permitted);
        Assert.False(_world.Ask(_world.Lena, InformationKind.Work, days: 4).Permitted);
        Assert.False(_world.Ask(_world.Lena, InformationKind.Plan, Purpose.Intake, days: 4).Permitted);
    }

    [Fact]
    public void Consent_PastItsEnd_IsNone()
    {
        _world.Consent(_world.Lena, SharingWorld.Start.AddDays(10), null, InformationKind.Plan);

        Assert.True(_world.Ask(_world.Lena, InformationKind.Plan, days: 9).Permitted);
        Assert.False(_world.Ask(_world.Lena, InformationKind.Plan, days: 10).Permitted);
    }

    [Fact]
    public void HandOver_OpensNothingHere_ButACopyMayBeGiven()
    {
        _world.Consent(_world.Maria, null, null, InformationKind.Plan);

        Assert.Equal(SharingReason.OnlyAsCopy, _world.Ask(_world.Maria, InformationKind.Plan).Reason);
        Assert.True(_world.Ask(_world.Maria, InformationKind.Plan, way: SharingWay.HandOver).Permitted);
        Assert.False(_world.Ask(_world.Maria, InformationKind.Work, way: SharingWay.HandOver).Permitted);
    }

    [Fact]
    public void Release_ReachesItsPartyOnly_AndLivesWithTheConsent()
    {
        var item = Guid.CreateVersion7();
        _world.Releases.Add(new ReleaseFacts(item, InformationKind.Plan, _world.Jonas.PartyId, SharingWorld.Start, null));
        Assert.False(_world.Ask(_world.Jonas, InformationKind.Plan, item: item).Permitted);

        _world.Consent(_world.Jonas, null, SharingWorld.Start.AddDays(5), InformationKind.Contact);
        Assert.Equal(SharingReason.Released, _world.Ask(_world.Jonas, InformationKind.Plan, item: item).Reason);
        Assert.False(_world.Ask(_world.Jonas, InformationKind.Plan).Permitted);
        Assert.False(_world.Ask(_world.Jonas, InformationKind.Plan, item: Guid.CreateVersion7()).Permitted);
        Assert.False(_world.Ask(_world.Jonas, InformationKind.Work, item: item).Permitted);
        Assert.False(_world.Ask(_world.Lena, InformationKind.Plan, item: item).Permitted);
        Assert.False(_world.Ask(_world.Jonas, InformationKind.Plan, days: 5, item: item).Permitted);
    }

    [Fact]
    public void ReleaseToCare_NeedsNoConsent()
    {
        var item = Guid.CreateVersion7();
        _world.Releases.Add(new ReleaseFacts(item, InformationKind.Story, _world.Amina.PartyId, SharingWorld.Start, SharingWorld.Start.AddDays(5)));

        Assert.True(_world.Ask(_world.Amina, InformationKind.Story, item: item).Permitted);
        Assert.False(_world.Ask(_world.Amina, InformationKind.Story, item: item, days: 5).Permitted);
    }

    [Fact]
    public void Workplace_IsGivenContactPersonByPerson_NeverWhoTreats()
    {
        _world.Consent(_world.Jonas, null, null, InformationKind.Contact);

        Assert.True(_world.Ask(_world.Jonas, InformationKind.Contact, item: _world.SaraCitizen.PartyId).Permitted);
        Assert.True(_world.Ask(_world.Jonas, InformationKind.Contact, item: _world.Amina.PartyId).Permitted);
        Assert.False(_world.Ask(_world.Jonas, InformationKind.Contact, item: _world.Karin.PartyId).Permitted);
        Assert.False(_world.Ask(_world.Jonas, InformationKind.Contact, item: _world.Maria.PartyId).Permitted);
        Assert.False(_world.Ask(_world.Jonas, InformationKind.Contact).Permitted);
    }

    [Theory]
    [InlineData(PartyRole.Caseworker, Hat.Decides)]
    [InlineData(PartyRole.Coordinator, Hat.Support)]
    [InlineData(PartyRole.TreatingDoctor, Hat.Support)]
    [InlineData(PartyRole.Citizen, null)]
    [InlineData(PartyRole.Supervisor, null)]
    [InlineData(PartyRole.Companion, null)]
    public void AHat_IsShown_OfThoseForWhomItCanBePromised(PartyRole role, Hat? hat) => Assert.Equal(hat, SharingWorld.Matrix.ShownHatOf(role));

    [Fact]
    public void Intake_IsNoPurposeInACase() =>
        Assert.Equal(SharingReason.OtherPurpose, _world.Ask(_world.Amina, InformationKind.Plan, Purpose.Intake).Reason);

    [Fact]
    public void Feedback_IsGivenAsSumsOnly()
    {
        _world.Consent(_world.Amina, null, null, InformationKind.Feedback);

        Assert.Equal(SharingReason.OnlyAsSums, _world.Ask(_world.Amina, InformationKind.Feedback).Reason);
    }

    [Fact]
    public void OwnWords_AreReadBack() =>
        Assert.Equal(SharingReason.OwnWords, _world.Ask(_world.Maria, InformationKind.Work, author: _world.Maria.PersonId).Reason);

    [Theory]
    [InlineData(PartyRole.Coordinator, InformationKind.Leave, true)]
    [InlineData(PartyRole.Coordinator, InformationKind.Story, false)]
    [InlineData(PartyRole.Caseworker, InformationKind.Leave, false)]
    [InlineData(PartyRole.Supervisor, InformationKind.Leave, false)]
    public void ByLaw_ARoleHolds_WhatNoYesIsNeededFor(PartyRole role, InformationKind kind, bool holds) =>
        Assert.Equal(holds, SharingWorld.Matrix.HoldsByLaw(role, kind));
}
