using System.ComponentModel.DataAnnotations;
using CommonGround.Domain.Meetings;

namespace CommonGround.Web.Features.Meetings.ProposeMeeting;

/// <summary>The form.</summary>
public sealed class ProposedMeeting
{
    /// <summary>In the organisation's time.</summary>
    public List<DateTime?> Times { get; set; } = [null, null, null, null];

    [Range(15, 240, ErrorMessage = "meetings.length-range")]
    public int Minutes { get; set; } = Meeting.UsualMinutes;

    public MeetingPlace Place { get; set; } = MeetingPlace.OnSite;

    [StringLength(300)]
    public string? PlaceWords { get; set; }

    public List<string> Who { get; set; } = [];
}
