using CommonGround.Domain.Cases;
using CommonGround.Web.Features.Emergency.FindInEmergency;
using CommonGround.Web.Features.Shared.Emergencies;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Infrastructure.Reading;

namespace CommonGround.Web.Features.Emergency;

/// <summary>What emergency access needs.</summary>
internal static class EmergencySetup
{
    public static void AddEmergency(this IServiceCollection services)
    {
        services.AddScoped<EmergencyHandler>().AddScoped<EmergencyNotice>().AddScoped<FindInEmergencyHandler>();
        services.AddScoped<IAskInDatabase, EmergencyToldCitizen>();
        services.AddReading<EmergencyAccess>((opened, t) => t["emergency.reading", t.Moment(opened.From), t["emergency.told-reason." + opened.Reason], opened.Words]);
    }
}
