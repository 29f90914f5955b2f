namespace CommonGround.Web.Features.Episodes;

public static class EpisodesSetup
{
    public static IServiceCollection AddEpisodes(this IServiceCollection services)
    {
        services.AddScoped<Diagnoses>();
        services.AddScoped<IntakeRules>();
        services.AddScoped<OpenCase.OpenCaseHandler>();
        return services;
    }
}
