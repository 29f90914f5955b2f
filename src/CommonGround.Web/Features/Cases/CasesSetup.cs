using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Programmes;

namespace CommonGround.Web.Features.Cases;

public static class CasesSetup
{
    public static IServiceCollection AddCasePages(this IServiceCollection services)
    {
        services.AddSingleton<DefinitionStore>();
        services.AddSingleton<ProgrammeLibrary>();
        services.AddSingleton<HelpContacts>();
        services.AddSingleton<CaseCourses>();
        services.AddSingleton<CaseMaps>();
        services.AddSingleton<PurposeCards>();
        services.AddScoped<CaseReader>();
        services.AddScoped<SettleStep.SettleStepHandler>();
        services.AddScoped<ChoosePart.ChoosePartHandler>();
        services.AddScoped<WhoTakesPart.Colleagues>().AddScoped<WhoTakesPart.WhoTakesPartHandler>();
        return services;
    }
}
