using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Cases;

public sealed class ConsentTests
{
    private static readonly DateTime Start = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Sara = Guid.CreateVersion7();
    private static readonly Guid Amina = Guid.CreateVersion7();
    private static readonly Guid Jonas = Guid.CreateVersion7();

    private readonly Case _case = Case.Open(Guid.CreateVersion7(), "p", "v", "se", Guid.CreateVersion7(), Sara, Amina, new DateOnly(2026, 11, 2), [], Start);

    [Fact]
    public void BeforeConsent_NoOneAtWorkIsKnownOrCanBeReached()
    {
        Assert.DoesNotContain(_case.Parties, p => p.Role == PartyRole.Supervisor);
        Assert.Equal(new ConsentMissing(PartyRole.Supervisor), _case.MayContact(PartyRole.Supervisor, Start).Error);
        Assert.IsType<ConsentMissing>(_case.AddCareParty(Jonas, PartyRole.Supervisor, false, Start).Error);
    }

    [Fact]
    public void MayWriteTo_WhileTheYesStands_AndNotAfter()
    {
        var consent = Give(Jonas, PartyRole.Supervisor, InformationKind.Contact).Value;
        Assert.True(_case.MayWriteTo(consent.RecipientPartyId, Start).Succeeded);

        _case.WithdrawConsent(consent.Id, ConsentWay.OwnPage, _case.CitizenPersonId, Start.AddDays(1));

        Assert.IsType<NotAParty>(_case.MayWriteTo(consent.RecipientPartyId, Start.AddDays(1)).Error);
        Assert.Equal(new ConsentMissing(PartyRole.Supervisor), _case.MayContact(PartyRole.Supervisor, Start.AddDays(1)).Error);
    }

    [Fact]
    public void MayWriteTo_AfterTheLastDay_IsConsentMissing()
    {
        var consent = Give(Jonas, PartyRole.Supervisor, InformationKind.Contact).Value;

        Assert.Equal(new ConsentMissing(PartyRole.Supervisor), _case.MayWriteTo(consent.RecipientPartyId, Start.AddDays(31)).Error);
    }

    [Fact]
    public void GiveConsent_FromADayToCome_ReachesNobodyBefore_AndLetsThemInThen()
    {
        var consent = GiveFrom(Start.AddDays(10)).Value;

        Assert.Equal((Start, Start.AddDays(10)), (consent.GivenAt, consent.From));
        Assert.Empty(_case.ActivePartsOf(Jonas, Start.AddDays(9)));
        Assert.Equal(new ConsentMissing(PartyRole.Supervisor), _case.MayContact(PartyRole.Supervisor, Start.AddDays(9)).Error);
        Assert.True(_case.MayContact(PartyRole.Supervisor, Start.AddDays(10)).Succeeded);
    }

    [Fact]
    public void GiveConsent_AnewFromNow_TakesThePlaceOfTheOneToCome_AndBringsThePartForward()
    {
        var toCome = GiveFrom(Start.AddDays(10)).Value;

        var now = GiveFrom(null).Value;

        Assert.Equal((toCome.Id, toCome.RecipientPartyId), (now.FollowsId, now.RecipientPartyId));
        Assert.True(toCome.IsOver(Start));
        Assert.True(_case.MayContact(PartyRole.Supervisor, Start).Succeeded);
    }

    [Fact]
    public void GiveConsent_FromADayToCome_WhereOneStands_LeavesWhatStands()
    {
        var stands = GiveFrom(null).Value;

        Assert.IsType<ChangedMeanwhile>(GiveFrom(Start.AddDays(10)).Error);
        Assert.True(stands.IsActive(Start));
    }

    [Fact]
    public void GiveConsent_FromAfterItsLastDay_IsRefused() =>
        Assert.IsType<ConsentEndsBeforeItBegins>(GiveFrom(Start.AddDays(31)).Error);

    [Fact]
    public void WithdrawConsent_BeforeItBegins_EndsThePartThatWasToCome()
    {
        var consent = GiveFrom(Start.AddDays(10)).Value;

        Assert.True(_case.WithdrawConsent(consent.Id, ConsentWay.OwnPage, Sara, Start.AddDays(1)).Succeeded);

        Assert.Empty(_case.ActivePartsOf(Jonas, Start.AddDays(11)));
        Assert.IsType<ConsentAlreadyEnded>(_case.WithdrawConsent(consent.Id, ConsentWay.OwnPage, Sara, Start.AddDays(2)).Error);
    }

    [Fact]
    public void MayWriteTo_TheCitizen_Always() =>
        Assert.True(_case.MayWriteTo(_case.ActiveParty(PartyRole.Citizen, Start)!.Id, Start).Succeeded);

    [Fact]
    public void WithdrawConsent_SaidByPhone_KeepsHowAndWhoEnteredIt()
    {
        var consent = Give(Jonas, PartyRole.Supervisor, InformationKind.Contact).Value;

        var ended = _case.WithdrawConsent(consent.Id, ConsentWay.ByPhone, Amina, Start.AddDays(1)).Value;

        Assert.Equal((ConsentWay.ByPhone, Amina, Start.AddDays(1)), (ended.WithdrawnWay, ended.WithdrawnByPersonId, ended.WithdrawnAt));
    }

    [Fact]
    public void WithdrawConsent_OfWhoIsHereByLaw_LeavesTheirPart()
    {
        var consent = Give(Amina, PartyRole.Coordinator, InformationKind.Story).Value;

        Assert.True(_case.WithdrawConsent(consent.Id, ConsentWay.OwnPage, _case.CitizenPersonId, Start.AddDays(1)).Succeeded);
        Assert.NotNull(_case.ActiveParty(PartyRole.Coordinator, Start.AddDays(2)));
        Assert.IsType<ConsentAlreadyEnded>(_case.WithdrawConsent(consent.Id, ConsentWay.OwnPage, _case.CitizenPersonId, Start.AddDays(2)).Error);
    }

    [Fact]
    public void GiveConsent_Again_ReplacesTheOld_AndKeepsThePart()
    {
        var first = Give(Jonas, PartyRole.Supervisor, InformationKind.Contact).Value;
        var second = Give(Jonas, PartyRole.Supervisor, InformationKind.Contact, InformationKind.Work).Value;

        Assert.Equal(first.RecipientPartyId, second.RecipientPartyId);
        Assert.Equal(second, _case.ActiveConsentTo(first.RecipientPartyId, Start));
        Assert.Single(_case.Parties, p => p.Role == PartyRole.Supervisor);
    }

    [Fact]
    public void GiveConsent_WithoutPurposeOrKinds_OrToOneself_IsRefused()
    {
        Assert.IsType<ConsentWithoutKinds>(Give(Jonas, PartyRole.Supervisor).Error);
        Assert.IsType<ConsentWithoutPurpose>(_case.GiveConsent(Given(Jonas, PartyRole.Supervisor, [InformationKind.Contact]) with { Purposes = new HashSet<Purpose>() }, Start).Error);
        Assert.IsType<RecipientIsTheCitizen>(Give(Sara, PartyRole.Companion, InformationKind.Contact).Error);
    }

    [Fact]
    public void GiveConsent_EnteredLater_KeepsWhenItWasSaid_AndWhereTheyWork()
    {
        var consent = _case.GiveConsent(Given(Jonas, PartyRole.Supervisor, [InformationKind.Contact]) with { SaidAt = Start.AddHours(-3), Workplace = "Skolan" }, Start).Value;

        Assert.Equal(Start.AddHours(-3), consent.SaidAt);
        Assert.Equal(Start, consent.From);
        Assert.Equal("Skolan", _case.ActiveParty(PartyRole.Supervisor, Start)!.Workplace);
    }

    private Outcome<Consent> GiveFrom(DateTime? from) =>
        _case.GiveConsent(Given(Jonas, PartyRole.Supervisor, [InformationKind.Contact]) with { From = from }, Start);

    private Outcome<Consent> Give(Guid to, PartyRole role, params InformationKind[] kinds) => _case.GiveConsent(Given(to, role, kinds), Start);

    private static ConsentGiven Given(Guid to, PartyRole role, InformationKind[] kinds) => new(
        to, role, kinds.ToHashSet(), new HashSet<Purpose> { Purpose.Meeting }, Start.AddDays(30), ConsentWay.OwnPage, "words", "sv", Sara);
}
