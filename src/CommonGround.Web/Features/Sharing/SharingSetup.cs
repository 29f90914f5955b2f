using CommonGround.Domain.Cases;
using CommonGround.Web.Features.Sharing.AsTheySee;
using CommonGround.Web.Features.Sharing.WithdrawConsent;
using CommonGround.Web.Infrastructure.Reading;

namespace CommonGround.Web.Features.Sharing;

public static class SharingSetup
{
    public static IServiceCollection AddSharing(this IServiceCollection services)
    {
        services.AddScoped<DraftInBrowser>().AddScoped<GiveConsentHandler>().AddScoped<WithdrawConsentHandler>().AddScoped<SeenBy>();
        services.AddSingleton<Readings>();
        services.AddReading<Party>((party, t) => t["reading.party", party.Person?.Name ?? "", t["role." + party.Role]]);
        services.AddReading<StepState>((step, t) =>
            step.DoneAt is { } done ? t["reading.step-done", step.Key, t.Date(t.LocalDay(done))]
            : step.PlannedAt is { } planned ? t["reading.step-planned", step.Key, t.Moment(planned)]
            : t["reading.step", step.Key]);
        return services;
    }
}
