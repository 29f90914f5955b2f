using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Reading;

namespace CommonGround.Web.Features.Episodes;

public static class EpisodesSetup
{
    public static IServiceCollection AddEpisodes(this IServiceCollection services)
    {
        services.AddScoped<Diagnoses>();
        services.AddScoped<IntakeRules>();
        services.AddScoped<OpenCase.OpenCaseHandler>();
        services.AddReading<Episode>((episode, t) => t["reading.episode", t.Range(episode.From, episode.To)]);
        services.AddReading<EpisodeSpan>((span, t) => t["reading.leave", t.Range(span.From, span.To), span.Degree]);
        return services;
    }
}
