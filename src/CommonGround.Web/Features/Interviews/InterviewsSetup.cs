using CommonGround.Domain.Forms;
using CommonGround.Web.Features.Interviews.FillIn;
using CommonGround.Web.Features.Interviews.ReleasePoints;
using CommonGround.Web.Infrastructure.Reading;

namespace CommonGround.Web.Features.Interviews;

public static class InterviewsSetup
{
    public static IServiceCollection AddInterviews(this IServiceCollection services) => services
        .AddScoped<InterviewReader>().AddScoped<Readers>().AddScoped<FillInHandler>().AddScoped<ReleasePointsHandler>()
        .AddReading<FormResponse>((response, t) => response.ToldAt is { } told ? t["reading.told", t.Date(t.LocalDay(told))] : t["reading.begun"]);
}
