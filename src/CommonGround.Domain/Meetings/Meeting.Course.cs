using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Meetings;

public sealed partial class Meeting
{
    /// <summary>The coordinator opens the meeting: the first point of the agenda is now.</summary>
    public Outcome<Done> Start(Guid byPartyId, DateTime at)
    {
        if (!Chairs(byPartyId))
            return new OnlyTheChair();
        if (IsOver)
            return new MeetingOver();
        if (State != MeetingState.Agreed)
            return new MeetingNotAgreed();

        State = MeetingState.UnderWay;
        StartedAt ??= at;
        if (Present is null && Agenda.Count > 0)
            Agenda = [.. Agenda.Select((a, i) => i == 0 ? a with { State = AgendaState.Now } : a)];
        return new Done();
    }

    /// <summary>Everything stands still. The citizen may at any time, without a reason; so may the coordinator (need N69).</summary>
    public Outcome<Done> Pause(Guid byPartyId)
    {
        if (!Chairs(byPartyId) && !IsCitizen(byPartyId))
            return new NotYoursToPause();
        if (IsOver)
            return new MeetingOver();
        if (State == MeetingState.Paused)
            return new Done();
        if (State != MeetingState.UnderWay)
            return new MeetingNotUnderWay();

        (State, PausedByPartyId) = (MeetingState.Paused, byPartyId);
        return new Done();
    }

    /// <summary>The citizen stops for today. What was written stays, and binds nobody until it is taken up again.</summary>
    public Outcome<Done> Stop(Guid byPartyId)
    {
        if (!IsCitizen(byPartyId))
            return new NotYoursToPause();
        if (Pause(byPartyId) is { Succeeded: false } refused)
            return refused;

        (PausedByPartyId, IsStopped) = (byPartyId, true);
        return new Done();
    }

    /// <summary>
    /// Goes on. What the citizen paused goes on when the citizen says so: themselves, or aloud, and the coordinator enters it.
    /// What they stopped, only they take up again.
    /// </summary>
    /// <param name="citizenSaidSo">The coordinator heard the citizen say that it goes on.</param>
    public Outcome<Done> Resume(Guid byPartyId, bool citizenSaidSo)
    {
        if (IsOver)
            return new MeetingOver();
        if (State != MeetingState.Paused)
            return new MeetingNotUnderWay();
        if (!IsCitizen(byPartyId))
        {
            if (!Chairs(byPartyId))
                return new NotYoursToPause();
            if (IsStopped || (IsCitizen(PausedByPartyId) && !citizenSaidSo))
                return new StoppedByCitizen();
        }

        (State, PausedByPartyId, IsStopped) = (MeetingState.UnderWay, null, false);
        return new Done();
    }

    /// <summary>The coordinator goes to a point of the agenda; the one before is done.</summary>
    public Outcome<Done> MoveTo(Guid byPartyId, string agendaKey)
    {
        if (MayChair(byPartyId) is { } refused)
            return refused;
        if (!Agenda.Any(a => a.Key == agendaKey))
            return new NoSuchAgendaPoint();

        Agenda =
        [
            .. Agenda.Select(a =>
                a.Key == agendaKey ? a with { State = AgendaState.Now }
                : a.State == AgendaState.Now ? a with { State = AgendaState.Done }
                : a),
        ];
        return new Done();
    }

    /// <summary>The coordinator marks who is in the room without a screen of their own (need N74).</summary>
    public Outcome<Done> MarkPresent(Guid byPartyId, Guid partyId, bool present, DateTime at)
    {
        if (!Chairs(byPartyId))
            return new OnlyTheChair();
        if (IsOver)
            return new MeetingOver();
        if (Participant(partyId) is null)
            return new NotInMeeting();

        Participants =
        [
            .. Participants.Select(p =>
                p.PartyId != partyId || p.IsPresent == present ? p
                : present ? p with { PresentSince = p.PresentSince ?? at, LeftAt = null }
                : p with { LeftAt = at }),
        ];
        return new Done();
    }

    /// <summary>
    /// Ends the meeting. Each agreement must have an owner, its dates and a yes from each side: what has not is mended, made a
    /// difference, or kept for later first.
    /// </summary>
    /// <param name="cameToo">Parties who were seen on the board, besides those marked as present.</param>
    /// <returns>What it comes to, or <see cref="AgreementsNotReady"/> with everything that is missing.</returns>
    public Outcome<MeetingResult> End(Guid byPartyId, BoardRows board, IEnumerable<Guid> cameToo, DateTime at)
    {
        if (MayChair(byPartyId) is { } refused)
            return refused;

        var agreements = board.Agreements.Where(a => a.RemovedAt is null).OrderBy(a => a.AddedAt).ToList();
        if (agreements.SelectMany(a => a.Lacks(this)).ToList() is { Count: > 0 } lacks)
            return new AgreementsNotReady(lacks);

        foreach (var partyId in cameToo.Append(byPartyId).Distinct().Where(id => Participant(id) is { PresentSince: null }).ToList())
            MarkPresent(byPartyId, partyId, present: true, StartedAt ?? at);

        Agenda = [.. Agenda.Select(a => a.State == AgendaState.Now ? a with { State = AgendaState.Done } : a)];
        (State, EndedAt) = (MeetingState.Ended, at);
        return new MeetingResult(
            agreements,
            [.. board.Differences.Where(d => d.RemovedAt is null).OrderBy(d => d.AnswerBy)],
            [.. board.Points.Where(p => p is { RemovedAt: null, IsKeptForLater: true }).OrderBy(p => p.AddedAt)]);
    }

    private bool IsCitizen(Guid? partyId) => partyId is { } id && Participant(id)?.Role == PartyRole.Citizen;
}
