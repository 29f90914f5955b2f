using CommonGround.Web.Features.Shared.Meetings;

namespace CommonGround.Web.Features.Shared.Plans;

public static class PlanSetup
{
    /// <summary>What every area needs to read and change plans.</summary>
    public static IServiceCollection AddPlan(this IServiceCollection services) =>
        services.AddScoped<PlanReading>().AddScoped<CopyReading>().AddScoped<CopyReceipts>().AddScoped<PlanHandler>().AddScoped<PlanFollower>().AddScoped<PlanCopyHandler>().AddScoped<CopiesToCome>()
            .AddScoped<MinutesCopyHandler>();
}
