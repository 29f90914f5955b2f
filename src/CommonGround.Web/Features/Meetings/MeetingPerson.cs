using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Meetings;

/// <summary>Someone of a meeting as the viewer may know them: by name, or only by what they are in the case.</summary>
/// <param name="IsKnown">The viewer may know the name.</param>
public sealed record MeetingPerson(Guid PartyId, PartyRole Role, string Name, string Short, bool IsKnown = true);
