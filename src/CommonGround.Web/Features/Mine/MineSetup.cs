using CommonGround.Web.Features.Mine.AnswerRemark;
using CommonGround.Web.Features.Mine.RemoveOwn;
using CommonGround.Web.Features.Mine.SayWrong;
using CommonGround.Web.Features.Mine.TakeAll;
using CommonGround.Web.Infrastructure.Asked;

namespace CommonGround.Web.Features.Mine;

/// <summary>What a citizen takes along, has set right and removes.</summary>
internal static class MineSetup
{
    public static void AddMine(this IServiceCollection services) => services
        .AddScoped<OwnInformationReader>().AddScoped<RemoveOwnHandler>().AddScoped<Written>().AddScoped<SayWrongHandler>().AddScoped<AnswerRemarkHandler>()
        .AddScoped<IAsk, RemarksToAnswer>();
}
