namespace CommonGround.Web.Infrastructure.SickLeave;

public static class SickLeaveSetup
{
    public static IServiceCollection AddSickLeave(this IServiceCollection services)
    {
        services.AddScoped<SickNoteIntake>();
        services.AddScoped<ReceivingUnits>();
        services.AddScoped<IntakeReader>();
        return services;
    }
}
