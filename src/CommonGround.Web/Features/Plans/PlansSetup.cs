using CommonGround.Domain.Plans;
using CommonGround.Web.Features.Plans.FollowPlan;
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
        .AddSingleton<PlanReminders>().AddHostedService(provider => provider.GetRequiredService<PlanReminders>())
        .AddScoped<TakeStanceHandler>().AddScoped<OpenCopyHandler>().AddScoped<HandOverHandler>().AddScoped<RecallCopyHandler>()
        .AddScoped<FollowReader>().AddScoped<IAskInDatabase, AsksOfPlans>().AddScoped<IAskInDatabase, AsksOfHeldBack>().AddScoped<IAskInDatabase, AsksOfFollowing>()
        .AddReading<PlanItem>((item, t) => item is { Type: PlanItemType.GradedStep, From: { } from }
            ? t["reading.plan-step", item.Text.TrimEnd('.', ' '), t.ShortDate(from), PlanWords.Worked(item, t)] : item.Text)
        .AddReading<LineAsk>((asked, t) => asked.Words ?? t["asked.line." + asked.What])
        .AddReading<StanceAsked>((_, t) => t["asked.stance"])
        .AddReading<Stance>((stance, t) => t["reading.stance", PlanWords.Said(stance, t) is { Length: > 0 } said
            ? $"{t["stance." + stance.Position]}. {said}" : t["stance." + stance.Position]]);
}
