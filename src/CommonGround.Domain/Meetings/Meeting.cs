using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Meetings;

/// <summary>
/// People of a case meet: they find a time, follow an agenda, put points on a board, and leave with agreements that become the plan.
/// Here: who and what. <c>Meeting.Times</c>: finding a time. <c>Meeting.Course</c>: the meeting itself. <c>Meeting.Board</c>: what is written.
/// </summary>
/// <remarks>Times are UTC. That a meeting is, who is invited and what they answer about times is attendance.</remarks>
public sealed partial class Meeting : IOnCommonGround
{
    public const int UsualMinutes = 90;
    public const int MostTimes = 8;
    public const int MostWords = 1000;

    private const int MostTimesAtOnce = 4;

    private Meeting()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>The programme's step that this meeting is.</summary>
    public string StepKey { get; private set; } = "";

    public MeetingPlace Place { get; private set; }

    /// <summary>Room, number or address, in words.</summary>
    public string PlaceWords { get; private set; } = "";

    public MeetingState State { get; private set; }

    /// <summary>The agreed time, UTC.</summary>
    public DateTime? PlannedAt { get; private set; }

    public int Minutes { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public Guid? PausedByPartyId { get; private set; }

    /// <summary>The citizen has stopped for today (need N69).</summary>
    public bool IsStopped { get; private set; }

    public IReadOnlyList<TimeProposal> Times { get; private set; } = [];

    public IReadOnlyList<MeetingParticipant> Participants { get; private set; } = [];

    public IReadOnlyList<AgendaPoint> Agenda { get; private set; } = [];

    public DateTime CreatedAt { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Attendance;

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    Guid? IOnCommonGround.AuthorPersonId => null;

    public bool IsOver => State is MeetingState.Ended or MeetingState.Cancelled;

    /// <summary>Those whose yes an agreement needs.</summary>
    public IEnumerable<MeetingParticipant> Sides => Participants.Where(p => p.HasYes);

    public AgendaPoint? Present => Agenda.FirstOrDefault(a => a.State == AgendaState.Now);

    public MeetingParticipant? Participant(Guid partyId) => Participants.FirstOrDefault(p => p.PartyId == partyId);

    /// <summary>Nobody is invited twice, whatever parts they have.</summary>
    public MeetingParticipant? ParticipantOf(Guid personId) => Participants.FirstOrDefault(p => p.PersonId == personId);

    /// <summary>Who acts, if they act in the role in which they are invited.</summary>
    public MeetingParticipant? ParticipantOf(Guid personId, PartyRole? role) =>
        ParticipantOf(personId) is { } participant && (role is null || participant.Role == role) ? participant : null;

    public bool Chairs(Guid partyId) => Participant(partyId)?.Role == PartyRole.Coordinator;

    /// <summary>Proposes a meeting. Whoever needs the citizen's permission to be here must have it, for meetings.</summary>
    /// <returns>
    /// The meeting, or <see cref="NotAParty"/>, <see cref="OnlyTheChair"/>, <see cref="ConsentMissing"/>, <see cref="InvitedOnce"/>,
    /// <see cref="LengthOutOfRange"/>, <see cref="WordsTooLong"/>, or what is amiss with the times.
    /// </returns>
    public static Outcome<Meeting> Propose(Case of, MeetingAsked asked, DateTime at)
    {
        if (of.Parties.FirstOrDefault(p => p.Id == asked.ByPartyId && p.IsActive(at))?.Role != PartyRole.Coordinator)
            return new OnlyTheChair();
        if (asked.Minutes is < 15 or > 240)
            return new LengthOutOfRange();
        if (asked.PlaceWords.Length > MostWords)
            return new WordsTooLong();
        if (Wrong(asked.Times, at) is { } wrong)
            return wrong;

        var invited = new List<Party> { of.ActiveParty(PartyRole.Citizen, at)! };
        foreach (var partyId in asked.PartyIds.Append(asked.ByPartyId).Except(invited.Select(p => p.Id)).Distinct())
        {
            var party = of.Parties.FirstOrDefault(p => p.Id == partyId && p.IsActive(at));
            if (party is null)
                return new NotAParty();
            if (!MayCome(of, party, at))
                return new ConsentMissing(party.Role);
            if (invited.Exists(p => p.PersonId == party.PersonId))
                return new InvitedOnce();
            invited.Add(party);
        }

        return new Meeting
        {
            Id = Ids.New(at), CaseId = of.Id, StepKey = asked.StepKey, Place = asked.Place, PlaceWords = asked.PlaceWords.Trim(),
            Minutes = asked.Minutes, State = MeetingState.Proposed, CreatedAt = at,
            Participants = [.. invited.Select(p => Invited(p, at))],
            Times = [.. asked.Times.Order().Select(t => new TimeProposal(Ids.New(at), t, asked.ByPartyId, []))],
            Agenda = [.. asked.AgendaKeys.Select(key => new AgendaPoint(key))],
        };
    }

    /// <summary>The citizen brings someone they have given their permission to (need N22).</summary>
    public Outcome<Done> Bring(Case of, Party companion, DateTime at)
    {
        if (IsOver)
            return new MeetingOver();
        if (companion.Role != PartyRole.Companion)
            return new OnlyCompanionsJoinLater();
        if (Participant(companion.Id) is not null)
            return new AlreadyInvited();
        if (!MayCome(of, companion, at))
            return new ConsentMissing(companion.Role);

        Participants = [.. Participants, Invited(companion, at)];
        return new Done();
    }

    /// <summary>Whoever leads the case now chairs what is not over, in the place of the one before.</summary>
    /// <returns>Whether it was theirs to hand over.</returns>
    public bool HandOverChair(Guid fromPartyId, Party to, DateTime at)
    {
        if (IsOver || !Chairs(fromPartyId))
            return false;

        Participants = [.. Participants.Select(p => p.PartyId == fromPartyId ? Invited(to, at) : p).DistinctBy(p => p.PersonId)];
        return true;
    }

    /// <summary>
    /// Those whom what is put on the board is put before: everyone invited but its citizen, who reads their own case anyway.
    /// </summary>
    public IReadOnlyList<Party> Audience(Case of, DateTime at) =>
        [.. of.Parties.Where(p => p.Role != PartyRole.Citizen && p.IsActive(at) && Participant(p.Id) is not null)];

    private static MeetingParticipant Invited(Party party, DateTime at) =>
        new(party.Id, party.PersonId, party.Role, IsNeeded: party.Role != PartyRole.Companion, at);

    /// <summary>Care staff hold the case by law; everyone else comes by the citizen's permission for meetings.</summary>
    private static bool MayCome(Case of, Party party, DateTime at) =>
        party.Role is not (PartyRole.Supervisor or PartyRole.Companion or PartyRole.Caseworker or PartyRole.GeneralPractitioner)
        || of.ActiveConsentTo(party.Id, at)?.Purposes.Contains(Purpose.Meeting) == true;
}
