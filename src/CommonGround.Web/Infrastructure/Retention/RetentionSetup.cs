namespace CommonGround.Web.Infrastructure.Retention;

public static class RetentionSetup
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSingleton<RetentionSchedules>().AddSingleton<ErasedBytes>();
        services.AddScoped<CaseErasure>().AddScoped<IntakeErasure>().AddScoped<DueCases>();
        services.AddSingleton<RetentionJob>().AddHostedService(provider => provider.GetRequiredService<RetentionJob>());
        return services;
    }
}
