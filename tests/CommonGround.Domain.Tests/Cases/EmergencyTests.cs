using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.Tests.Sharing.Reference;

namespace CommonGround.Domain.Tests.Cases;

/// <summary>Who may open a case in an emergency, for how long, and when it is unusual.</summary>
public sealed class EmergencyTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Hanna = new("0190a000-0000-7000-8000-0000000000a1");
    private static readonly Guid Citizen = new("0190a000-0000-7000-8000-0000000000a2");
    private static readonly SharingMatrix Sweden = ReferenceMatrix.Sweden.AsMatrix();

    private static readonly EmergencyRule Rule = new(new DateOnly(2026, 1, 1), new HashSet<PartyRole> { PartyRole.TreatingDoctor, PartyRole.Caseworker },
        new HashSet<InformationKind> { InformationKind.Health }, 4, "rule", UsualByPerson: 3, UsualByUnit: 10, WithinHours: 24);

    [Fact]
    public void OpenInEmergency_WithAReason_OpensTheKindsUntilTheHoursAreOver()
    {
        var of = Opened();

        var opened = of.OpenInEmergency(Asking(), Rule, Sweden, Now).Value;

        Assert.Equal(Now.AddHours(4), opened.Until);
        Assert.True(Reads(of, InformationKind.Health, Now));
        Assert.True(Reads(of, InformationKind.Health, Now.AddHours(4).AddTicks(-1)));
        Assert.False(Reads(of, InformationKind.Health, Now.AddHours(4)));
        Assert.False(Reads(of, InformationKind.Leave, Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void OpenInEmergency_WithoutWords_IsRefused(string? words) =>
        Assert.IsType<EmergencyReasonMissing>(Opened().OpenInEmergency(Asking() with { Words = words }, Rule, Sweden, Now).Error);

    [Fact]
    public void OpenInEmergency_WithoutASetting_IsRefused() =>
        Assert.IsType<EmergencyNotForThem>(Opened().OpenInEmergency(Asking(), null, Sweden, Now).Error);

    [Theory]
    [InlineData(PartyRole.Coordinator)] // The setting does not name it.
    [InlineData(PartyRole.Caseworker)]  // It names the authority, and is not heard.
    public void OpenInEmergency_ByAnotherRole_IsRefused(PartyRole role) =>
        Assert.IsType<EmergencyNotForThem>(Opened().OpenInEmergency(Asking() with { Role = role }, Rule, Sweden, Now).Error);

    [Fact]
    public void OpenInEmergency_ByTheCitizensManager_IsRefused_ThoughTheyWorkInTheUnit()
    {
        var of = Opened();
        Assert.True(of.GiveConsent(new ConsentGiven(Hanna, PartyRole.Supervisor, new HashSet<InformationKind> { InformationKind.Work },
            new HashSet<Purpose> { Purpose.Meeting }, null, ConsentWay.OwnPage, "words", "sv", Citizen, Workplace: "the clinic"), Now).Succeeded);

        Assert.IsType<EmergencyNotForThem>(of.OpenInEmergency(Asking(), Rule, Sweden, Now).Error);
    }

    [Fact]
    public void OpenInEmergency_WhileItIsOpen_IsRefused_AndAgainAfterItsEnd_IsNot()
    {
        var of = Opened();
        var first = of.OpenInEmergency(Asking(), Rule, Sweden, Now).Value;
        Assert.IsType<EmergencyAlreadyOpen>(of.OpenInEmergency(Asking(), Rule, Sweden, Now.AddHours(1)).Error);

        Assert.True(of.EndEmergency(first.Id, Hanna, Now.AddHours(1)).Succeeded);

        Assert.False(Reads(of, InformationKind.Health, Now.AddHours(1)));
        Assert.IsType<EmergencyAlreadyOver>(of.EndEmergency(first.Id, Hanna, Now.AddHours(2)).Error);
        Assert.True(of.OpenInEmergency(Asking(), Rule, Sweden, Now.AddHours(2)).Succeeded);
    }

    [Theory]
    [InlineData(2, 9, EmergencyVolume.Usual)]
    [InlineData(3, 3, EmergencyVolume.UnusualByPerson)]
    [InlineData(2, 10, EmergencyVolume.UnusualByUnit)]
    public void OpenInEmergency_PastTheNumber_IsUnusual(int byPerson, int byUnit, EmergencyVolume expected) =>
        Assert.Equal(expected, Opened().OpenInEmergency(Asking() with { SoFarByPerson = byPerson, SoFarByUnit = byUnit }, Rule, Sweden, Now).Value.Volume);

    [Fact]
    public void EmergencyOn_ADay_IsTheNewestThatHasBegun()
    {
        var later = Rule with { From = new DateOnly(2027, 1, 1), Hours = 2 };
        var matrix = Sweden with { Emergencies = [later, Rule] };

        Assert.Null(matrix.EmergencyOn(new DateOnly(2025, 12, 31)));
        Assert.Equal(4, matrix.EmergencyOn(new DateOnly(2026, 12, 31))!.Hours);
        Assert.Equal(2, matrix.EmergencyOn(new DateOnly(2027, 1, 1))!.Hours);
    }

    private static bool Reads(Case of, InformationKind kind, DateTime at) =>
        SharingPolicy.Decide(of.Sharing(), Sweden, new SharingQuestion(Hanna, kind, Purpose.Emergency, at)).Permitted;

    private static EmergencyOpening Asking() => new(Hanna, PartyRole.TreatingDoctor, Guid.Empty, EmergencyReason.Danger, "She does not answer", 0, 0);

    private static Case Opened() => Case.Open(
        new Guid("0190a000-0000-7000-8000-0000000000a3"), "p", "h", "se", new Guid("0190a000-0000-7000-8000-0000000000a4"), Citizen,
        new Guid("0190a000-0000-7000-8000-0000000000a5"), new DateOnly(2026, 11, 2), [], Now.AddDays(-1));
}
