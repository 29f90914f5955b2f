using CommonGround.Web.Features.SickNotes.TieToPerson;
using CommonGround.Web.Features.SickNotes.TypeLeave;

namespace CommonGround.Web.Features.SickNotes;

public static class SickNotesSetup
{
    public static IServiceCollection AddSickNotes(this IServiceCollection services)
    {
        services.AddScoped<TieToPersonHandler>();
        services.AddScoped<TypeLeaveHandler>();
        return services;
    }
}
