using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Infrastructure.SignIn;

public static class SignInSetup
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CommonGround");
        services.AddSingleton<KeySeal>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "cg-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "to";
            // How long it holds is the session's to say, at each request. Closing the browser throws the cookie away.
            cookie.ExpireTimeSpan = TimeSpan.FromDays(60);
            cookie.SlidingExpiration = false;
            cookie.Events.OnRedirectToLogin = KeptForm.InsteadOfSignIn;
        });
        return services;
    }
}
