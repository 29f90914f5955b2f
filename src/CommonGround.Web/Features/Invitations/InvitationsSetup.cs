using CommonGround.Web.Features.Invitations.Invite;
using CommonGround.Web.Features.Invitations.Redeem;
using CommonGround.Web.Features.Invitations.WriteContact;

namespace CommonGround.Web.Features.Invitations;

public static class InvitationsSetup
{
    public static IServiceCollection AddInvitations(this IServiceCollection services) =>
        services.AddScoped<InviteHandler>().AddScoped<InvitedPeople>().AddScoped<WriteContactHandler>().AddScoped<RedeemHandler>();
}
