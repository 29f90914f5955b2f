using CommonGround.Domain.Accounts;

namespace CommonGround.Domain.Tests.Accounts;

public sealed class NamesAndPasswordsTests
{
    private static readonly HashSet<string> Common = ["qwertyuiop", "sommar", "passwordpassword"];

    [Theory]
    [InlineData("Sara@Post.Example ", "sara@post.example")]
    [InlineData("saras konto", "saras konto")]
    public void Choose_OnesOwnAddressOrAName_IsFolded(string written, string name) => Assert.Equal(name, SignInName.Choose(written, "sara@post.example").Value);

    [Fact]
    public void Choose_SomebodyElsesAddress_IsNotTaken_WhetherOrNotItIsAnybodys() =>
        Assert.IsType<NotYourAddress>(SignInName.Choose("karin@region.example", "sara@post.example").Error);

    [Fact]
    public void Choose_AnAddress_WhereNoneIsKnown_IsNotTaken() => Assert.IsType<NotYourAddress>(SignInName.Choose("sara@post.example", null).Error);

    [Fact]
    public void Choose_TooShort() => Assert.IsType<SignInNameTooShort>(SignInName.Choose(" ab ", null).Error);

    [Theory]
    [InlineData("tre ord ihop", true, true)]
    [InlineData("tre ord ihop", false, false)]
    [InlineData("tre ord ihop med fler", false, true)]
    [InlineData("kort", true, false)]
    public void Check_Length_DependsOnWhetherItStandsAlone(string password, bool needsAuthenticator, bool good) =>
        Assert.Equal(good, PasswordRules.Check(password, needsAuthenticator, [], Common).Succeeded);

    [Theory]
    [InlineData("Stressmottagningen1")]
    [InlineData("stressmottagning2026")]
    [InlineData("RegionNorrstrand!2")]
    [InlineData("norrstrand-region")]
    [InlineData("GoteborgsBarnklinik1")]
    public void Check_TheNameOfWhereOneWorks_HoweverItIsWritten_IsNotTaken(string password) =>
        Assert.IsType<PasswordTooCommon>(PasswordRules.Check(
            password, true, new[] { "Stressmottagningen", "Region Norrstrand", "Göteborgs barnklinik" }.SelectMany(PasswordRules.WaysToWrite), Common).Error);

    [Fact]
    public void Check_AFewWordsOfWhichOneIsFromWork_IsTaken() =>
        Assert.True(PasswordRules.Check("regnet vid stranden i mars", true, PasswordRules.WaysToWrite("Region Norrstrand"), Common).Succeeded);

    [Theory]
    [InlineData("QwertyUiop")]
    [InlineData("sommar2026!!")]
    [InlineData("1111111111111")]
    [InlineData("abababababab")]
    [InlineData("SaraLind1234")]
    [InlineData("passwordpassword")]
    public void Check_WhatIsGuessedFirst_IsNotTaken(string password) =>
        Assert.IsType<PasswordTooCommon>(PasswordRules.Check(password, true, ["Sara", "Lind"], Common).Error);

    [Fact]
    public void Check_TooLongToHash_IsNotTaken() => Assert.IsType<PasswordTooShort>(PasswordRules.Check(new string('x', 201), true, [], Common).Error);

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", Browser.Edge, OperatingSystemKind.Windows)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", Browser.Safari, OperatingSystemKind.Ios)]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", Browser.Chrome, OperatingSystemKind.Android)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", Browser.Firefox, OperatingSystemKind.Linux)]
    [InlineData("", Browser.Other, OperatingSystemKind.Other)]
    public void Device_InPlainWords(string says, Browser browser, OperatingSystemKind system) => Assert.Equal(new Device(browser, system), Device.Of(says));
}
