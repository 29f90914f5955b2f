using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Sharing;

public sealed class ConsentOfferTests
{
    [Fact]
    public void For_Supervisor_NeverOffersWhatAWorkplaceNeverHolds_WhateverTheFileSays()
    {
        var offer = ConsentOffer.For(SharingWorld.Matrix, PartyRole.Supervisor, treats: false);

        Assert.Empty(offer.ByConsent.Select(o => o.Kind).Intersect(SharingMatrix.NeverForWorkplace));
        Assert.Subset(offer.Never.ToHashSet(), SharingMatrix.NeverForWorkplace.ToHashSet());
        Assert.True(offer.NeedsContact);
        Assert.Contains((InformationKind.Plan, SharingWay.HandOver), offer.ByConsent);
        Assert.Contains((InformationKind.Work, SharingWay.ReadHere), offer.ByConsent);
        Assert.Equal([InformationKind.Environment, InformationKind.Attendance], offer.PutToThem);
    }

    [Fact]
    public void Check_AKindThatIsNotOffered_IsNeverForThem()
    {
        var offer = ConsentOffer.For(SharingWorld.Matrix, PartyRole.Supervisor, treats: false);

        Assert.Equal(new NeverForThem(PartyRole.Supervisor, InformationKind.Health), offer.Check([InformationKind.Work, InformationKind.Health]).Error);
        Assert.True(offer.Check([InformationKind.Contact, InformationKind.Work]).Succeeded);
    }

    [Fact]
    public void For_Coordinator_OffersOnlyWhatTheLawDoesNotGive()
    {
        var offer = ConsentOffer.For(SharingWorld.Matrix, PartyRole.Coordinator, treats: false);

        Assert.Contains(InformationKind.Story, offer.ByConsent.Select(o => o.Kind));
        Assert.Contains(InformationKind.Health, offer.ByConsent.Select(o => o.Kind));
        Assert.DoesNotContain(InformationKind.Plan, offer.ByConsent.Select(o => o.Kind));
        Assert.Contains((InformationKind.Plan, "rule"), offer.ByLaw);
        Assert.Equal([InformationKind.Feedback], offer.OnlySums);
        Assert.False(offer.NeedsContact);
    }

    [Theory]
    [InlineData(PartyRole.Supervisor, SharingBasis.Consent, true)]
    [InlineData(PartyRole.Supervisor, SharingBasis.PutToThem, false)]
    [InlineData(PartyRole.Coordinator, SharingBasis.Consent, false)]
    public void NeedsContact_OnlyWhereAStrangerCanBeGivenIt(PartyRole role, SharingBasis contact, bool needs)
    {
        var matrix = new SharingMatrix("se", new Dictionary<PartyRole, Hat>(),
            new Dictionary<(PartyRole, InformationKind), SharingCell> { [(role, InformationKind.Contact)] = new(contact) });

        Assert.Equal(needs, ConsentOffer.For(matrix, role, treats: false).NeedsContact);
    }

    [Fact]
    public void For_WhoTreats_HealthIsByLaw_NotOffered()
    {
        var offer = ConsentOffer.For(SharingWorld.Matrix, PartyRole.TreatingDoctor, treats: true);

        Assert.DoesNotContain(InformationKind.Health, offer.ByConsent.Select(o => o.Kind));
        Assert.Contains((InformationKind.Health, "rule"), offer.ByLaw);
    }

    /// <summary>What is offered, the policy gives; what is not, it does not: for every role and kind.</summary>
    [Fact]
    public void EveryOffer_IsWhatThePolicyGivesAfterAYes()
    {
        var world = new SharingWorld();
        foreach (var party in world.Facts.Parties.Where(p => p.Role != PartyRole.Citizen))
        {
            var offer = ConsentOffer.For(SharingWorld.Matrix, party.Role, party.Treats);
            foreach (var kind in Enum.GetValues<InformationKind>().Except([InformationKind.Contact]))
            {
                world.Consents.Clear();
                var before = world.Ask(party, kind).Permitted || world.Ask(party, kind, way: SharingWay.HandOver).Permitted;
                world.Consent(party, null, null, kind);
                var after = world.Ask(party, kind).Permitted || world.Ask(party, kind, way: SharingWay.HandOver).Permitted;

                Assert.Equal(offer.Offers(kind), !before && after);
            }
        }
    }
}
