using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Meetings.PrepareMeeting;

/// <summary>One point for the board.</summary>
public sealed class PointInput
{
    public string? Text { get; set; }

    public InformationKind Kind { get; set; } = InformationKind.Work;

    /// <summary>Whose point it is; one's own unless one chairs.</summary>
    public Guid? Side { get; set; }
}
