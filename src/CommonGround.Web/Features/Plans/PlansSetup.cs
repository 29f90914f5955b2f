using CommonGround.Web.Features.Plans.HandOverCopy;
using CommonGround.Web.Features.Plans.ReadCopy;
using CommonGround.Web.Features.Plans.RecallCopy;
using CommonGround.Web.Features.Plans.TakeStance;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Asked;

namespace CommonGround.Web.Features.Plans;

public static class PlansSetup
{
    public static IServiceCollection AddPlans(this IServiceCollection services) => services.AddPlan()
        .AddScoped<TakeStanceHandler>().AddScoped<OpenCopyHandler>().AddScoped<HandOverHandler>().AddScoped<RecallCopyHandler>()
        .AddScoped<IAsk, AsksOfPlans>();
}
