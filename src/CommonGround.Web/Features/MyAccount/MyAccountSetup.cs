namespace CommonGround.Web.Features.MyAccount;

public static class MyAccountSetup
{
    public static IServiceCollection AddAccountPages(this IServiceCollection services) => services.AddScoped<OwnAccount>();
}
