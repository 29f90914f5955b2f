using CommonGround.Web.Features.Privacy.AnswerQuestion;

namespace CommonGround.Web.Features.Privacy;

/// <summary>What privacy officers need.</summary>
internal static class PrivacySetup
{
    public static void AddPrivacy(this IServiceCollection services) => services.AddScoped<AnswerQuestionHandler>();
}
