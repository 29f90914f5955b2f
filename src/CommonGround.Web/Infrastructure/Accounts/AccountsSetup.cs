using CommonGround.Domain.Accounts;
using CommonGround.Web.Infrastructure.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Infrastructure.Accounts;

public static class AccountsSetup
{
    // OWASP Password Storage: PBKDF2 with SHA-512, 210 000 rounds.
    private const int Rounds = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<SessionPolicy>();
        services.AddSingleton<CommonPasswords>();
        services.AddSingleton<KnownDevice>();
        services.AddSingleton<Authenticators>();
        services.AddScoped<Sessions>();
        services.AddScoped<SessionGate>();
        services.AddScoped<Doors>();
        services.AddScoped<Passkeys>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<AccountInvitations>();
        services.AddScoped<StaffInvitations>().AddScoped<StaffLeaving>().AddScoped<PrivacyOfficers>();
        services.AddIdentityCore<Account>();
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Rounds);
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyRules>();
        return services;
    }

    /// <summary>A passkey is two factors only if the device asked for a finger, a face or a code; and it holds for one address.</summary>
    private sealed class PasskeyRules(MailSettings settings) : IConfigureOptions<IdentityPasskeyOptions>
    {
        public void Configure(IdentityPasskeyOptions options)
        {
            var address = new Uri(settings.PublicAddress);
            options.ServerDomain = address.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
            // The address that we are known by, never the one that a request says it asks.
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == address.GetLeftPart(UriPartial.Authority));
        }
    }
}
