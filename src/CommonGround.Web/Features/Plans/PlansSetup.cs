using CommonGround.Domain.Plans;
using CommonGround.Web.Features.Plans.HandOverCopy;
using CommonGround.Web.Features.Plans.ReadCopy;
using CommonGround.Web.Features.Plans.RecallCopy;
using CommonGround.Web.Features.Plans.TakeStance;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Infrastructure.Reading;

namespace CommonGround.Web.Features.Plans;

public static class PlansSetup
{
    public static IServiceCollection AddPlans(this IServiceCollection services) => services.AddPlan()
        .AddScoped<TakeStanceHandler>().AddScoped<OpenCopyHandler>().AddScoped<HandOverHandler>().AddScoped<RecallCopyHandler>()
        .AddScoped<IAskInDatabase, AsksOfPlans>()
        .AddReading<PlanItem>((item, t) => item is { Type: PlanItemType.GradedStep, From: { } from }
            ? t["reading.plan-step", item.Text, t.ShortDate(from), PlanWords.Worked(item, t)] : item.Text)
        .AddReading<StanceAsked>((_, t) => t["asked.stance"])
        .AddReading<Stance>((stance, t) => t["reading.stance", $"{t["stance." + stance.Position]} {PlanWords.Said(stance, t)}".Trim()]);
}
