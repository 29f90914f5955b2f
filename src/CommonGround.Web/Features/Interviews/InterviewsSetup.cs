using CommonGround.Web.Features.Interviews.FillIn;
using CommonGround.Web.Features.Interviews.ReleasePoints;

namespace CommonGround.Web.Features.Interviews;

public static class InterviewsSetup
{
    public static IServiceCollection AddInterviews(this IServiceCollection services) => services
        .AddScoped<InterviewReader>().AddScoped<Readers>().AddScoped<FillInHandler>().AddScoped<ReleasePointsHandler>();
}
