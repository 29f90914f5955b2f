using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Meetings.Live;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Asked;

namespace CommonGround.Web.Features.Meetings;

/// <summary>What meetings need.</summary>
internal static class MeetingsSetup
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<MeetingReader>();
        services.AddScoped<MeetingHandler>();
        services.AddScoped<EndMeeting.EndMeetingHandler>();
        services.AddScoped<HandOverMinutes.HandOverMinutesHandler>();
        services.AddScoped<IAsk, MeetingQuestions>();
    }

    public static void MapMeetings(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/cases/{caseId:guid}/meetings/{meetingId:guid}/live", MeetingLive.Follow)
            .WithMetadata(new InCaseAttribute(Purpose.Meeting))
            .WithDisplayName("Meetings/Live");
}
