using CommonGround.Domain.Meetings;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Meetings;

/// <summary>A meeting as one of those invited sees it.</summary>
/// <param name="Titles">Of the agenda's points, by key, in the viewer's language.</param>
/// <param name="Here">Parties who are on the board or in the room now.</param>
public sealed record MeetingOnPage(
    Meeting Meeting, MeetingParticipant Me, IReadOnlyDictionary<Guid, MeetingPerson> People, Step? Step,
    IReadOnlyDictionary<string, string> Titles, IReadOnlySet<Guid> Here, string Country, DateTime Now)
{
    public MeetingPerson Citizen => People[Meeting.Participants.First(p => p.Role == PartyRole.Citizen).PartyId];

    public bool IChair => Me.Role == PartyRole.Coordinator;

    public bool IAmCitizen => Me.Role == PartyRole.Citizen;

    public string Path => $"/cases/{Meeting.CaseId}/meetings/{Meeting.Id}";

    public MeetingPerson Person(Guid partyId) => People[partyId];

    public string Short(Guid? partyId) => partyId is { } id && People.TryGetValue(id, out var person) ? person.Short : "";

    /// <summary>
    /// Two sides of the board: the citizen and whom they bring; and all others but the one who chairs.
    /// </summary>
    public bool IsCitizensSide(Guid partyId) => Person(partyId).Role is PartyRole.Citizen or PartyRole.Companion;

    public IEnumerable<MeetingPerson> OtherSide =>
        Meeting.Participants.Where(p => p.Role is not (PartyRole.Citizen or PartyRole.Companion or PartyRole.Coordinator)).Select(p => Person(p.PartyId));

    /// <summary>Everyone invited, to be told who of them decides.</summary>
    public IEnumerable<(string Name, PartyRole Role, bool IsMe)> BeforeTheTalk =>
        Meeting.Participants.Select(p => (Person(p.PartyId).Short, p.Role, p.PartyId == Me.PartyId));

    /// <summary>Whom a text on the board is put before, besides its author.</summary>
    public string Readers => string.Join(", ", Meeting.Participants.Where(p => p.PartyId != Me.PartyId).Select(p => Short(p.PartyId)));

    /// <summary>Whose points the viewer may write: their own, or, chairing, as either side says it.</summary>
    public IEnumerable<MeetingPerson> MaySpeakFor =>
        Meeting.Participants.Where(p => p.Role != PartyRole.Coordinator && (IChair || p.PartyId == Me.PartyId)).Select(p => Person(p.PartyId));
}
