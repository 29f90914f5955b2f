using CommonGround.Domain.Invitations;

namespace CommonGround.Domain.Tests.Invitations;

public sealed class InvitationTests
{
    private static readonly DateTime Start = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly byte[] Right = [1, 2, 3];
    private static readonly byte[] Wrong = [1, 2, 4];

    [Fact]
    public void Redeem_RightCode_WorksOnce()
    {
        var invitation = New();

        Assert.True(invitation.Redeem(Right, Start.AddDays(1)).Succeeded);
        Assert.Equal(Start.AddDays(1), invitation.RedeemedAt);
        Assert.IsType<InvitationNotUsable>(invitation.Redeem(Right, Start.AddDays(2)).Error);
    }

    [Fact]
    public void Redeem_WrongCode_IsRefused_AndStaysOpen()
    {
        var invitation = New();

        Assert.IsType<InvitationNotUsable>(invitation.Redeem(Wrong, Start).Error);
        Assert.True(invitation.IsOpen(Start));
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public void Redeem_UntilTheFourteenthDay(int days, bool works)
    {
        Assert.Equal(works, New().IsOpen(Start.AddDays(days)));
        Assert.Equal(works, New().Redeem(Right, Start.AddDays(days)).Succeeded);
    }

    [Fact]
    public void Replace_TheOldOne_IsUseless_ButANewOneMayBeAskedForFromIt()
    {
        var invitation = New();
        invitation.Replace(Start.AddDays(1));

        Assert.False(invitation.IsOpen(Start.AddDays(1)));
        Assert.IsType<InvitationNotUsable>(invitation.Redeem(Right, Start.AddDays(1)).Error);
        Assert.True(invitation.MayBeRenewed(Start.AddDays(1), Start.AddDays(2)).Succeeded);
    }

    [Fact]
    public void MayBeRenewed_AfterWithdrawal_Never()
    {
        var invitation = New();
        invitation.Withdraw(Start.AddDays(1));

        Assert.IsType<InvitationNotUsable>(invitation.Redeem(Right, Start.AddDays(2)).Error);
        Assert.IsType<InvitationNotUsable>(invitation.MayBeRenewed(Start, Start.AddDays(2)).Error);
    }

    [Fact]
    public void MayBeRenewed_TooSoonAfterTheNewest_IsRefused()
    {
        var invitation = New();

        Assert.IsType<InvitationNotUsable>(invitation.MayBeRenewed(Start, Start + Invitation.RestBetween - TimeSpan.FromSeconds(1)).Error);
        Assert.True(invitation.MayBeRenewed(Start, Start + Invitation.RestBetween).Succeeded);
    }

    private static Invitation New() => Invitation.To(
        Ids.New(Start), new Invited(Ids.New(Start), Ids.New(Start), Ids.New(Start), InvitationWay.Mail, null), new InvitationSecret([9], Right), Start);
}
