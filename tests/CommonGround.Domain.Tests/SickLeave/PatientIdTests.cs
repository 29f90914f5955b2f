using CommonGround.Domain.SickLeave;

namespace CommonGround.Domain.Tests.SickLeave;

public sealed class PatientIdTests
{
    private static readonly DateOnly Reference = new(2026, 3, 2);

    [Theory]
    [InlineData("191212121212", "191212121212")]
    [InlineData("19121212-1212", "191212121212")]
    [InlineData(" 19121212-1212 ", "191212121212")]
    [InlineData("121212-1212", "201212121212")]
    [InlineData("1212121212", "201212121212")]
    [InlineData("121212+1212", "191212121212")]
    [InlineData("770523-2382", "197705232382")]
    [InlineData("260302-1234", "202603021234")]
    public void Parse_AnyWayOfWriting_GivesTwelveDigits(string text, string number) =>
        Assert.Equal(number, PatientId.Parse(PatientId.PersonalRoot, text, Reference)?.Number);

    [Theory]
    [InlineData("")]
    [InlineData("19121212121")]
    [InlineData("1912121212123")]
    [InlineData("19121312-1212")]
    [InlineData("19120230-1212")]
    [InlineData("00000000-0000")]
    [InlineData("1912121212AB")]
    [InlineData("١٩١٢١٢١٢١٢١٢")]
    public void Parse_NoNumber_GivesNothing(string text) => Assert.Null(PatientId.Parse(PatientId.PersonalRoot, text, Reference));

    [Fact]
    public void Parse_CoordinationNumber_IsKnownByItsDay()
    {
        PatientId? id = PatientId.Parse("19701063-2391", Reference);

        Assert.Equal(("197010632391", PatientId.CoordinationRoot, true), (id!.Number, id.Root, id.IsCoordination));
    }

    [Fact]
    public void Parse_TenDigitsWithoutReference_GivesNothing() => Assert.Null(PatientId.Parse(PatientId.PersonalRoot, "121212-1212", null));

    [Theory]
    [InlineData("191212121212", true)]
    [InlineData("197705232382", true)]
    [InlineData("189001019802", true)]
    [InlineData("191212121213", false)]
    public void HasRightCheckDigit_SaysWhetherTheLastDigitFits(string number, bool right) =>
        Assert.Equal(right, new PatientId(PatientId.PersonalRoot, number).HasRightCheckDigit);
}
