using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Meetings;

/// <summary>Someone of a meeting as the viewer may know them: by name, or only by what they are in the case.</summary>
public sealed record MeetingPerson(Guid PartyId, PartyRole Role, string Name, string Short);
