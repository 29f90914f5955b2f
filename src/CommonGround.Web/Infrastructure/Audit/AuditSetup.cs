namespace CommonGround.Web.Infrastructure.Audit;

public static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AnchorSettings>();
        services.AddSingleton<Anchoring>();
        services.AddSingleton<ScheduledAnchoring>();
        services.AddHostedService(provider => provider.GetRequiredService<ScheduledAnchoring>());
        return services;
    }
}
