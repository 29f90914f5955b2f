namespace CommonGround.Domain.Meetings;

public sealed partial class Meeting
{
    /// <summary>
    /// An answer to a proposed time. Another time may come with a suggestion, which is put to the others as one more proposal. When one
    /// time suits all who are needed, the meeting is agreed: the earliest, if there are several.
    /// </summary>
    /// <param name="byPartyId">Who enters it: the party, or the coordinator for what was said on the phone.</param>
    public Outcome<Done> AnswerTime(
        Guid proposalId, Guid byPartyId, Guid forPartyId, TimeReply reply, string? words, DateTime? suggestion, DateTime at)
    {
        if (State != MeetingState.Proposed)
            return IsOver ? new MeetingOver() : new TimesNotOpen();
        if (Participant(forPartyId) is null || Participant(byPartyId) is not { } by)
            return new NotInMeeting();
        if (byPartyId != forPartyId && !Chairs(byPartyId))
            return new NotYoursToAnswer();
        if (!Times.Any(t => t.Id == proposalId))
            return new NoSuchTime();
        if (words?.Length > MostWords)
            return new WordsTooLong();
        if (suggestion is { } asked && Wrong(asked, at) is { } wrong)
            return wrong;

        var answer = new TimeAnswer(forPartyId, reply, string.IsNullOrWhiteSpace(words) ? null : words.Trim(), at, by.PersonId);
        Times = [.. Times.Select(t => t.Id == proposalId ? t.With(answer) : t)];
        if (suggestion is { } start)
            Times = [.. Times, new TimeProposal(Ids.New(at), start, forPartyId, [])];

        Settle();
        return new Done();
    }

    /// <summary>The coordinator asks anew: none of the times suited, the meeting is moved, or it was stopped and goes on another day.</summary>
    public Outcome<Done> ProposeOtherTimes(Guid byPartyId, IReadOnlyList<DateTime> times, DateTime at)
    {
        if (!Chairs(byPartyId))
            return new OnlyTheChair();
        if (IsOver)
            return new MeetingOver();
        if (State == MeetingState.UnderWay)
            return new TimesNotOpen();
        if (Wrong(times, at) is { } wrong)
            return wrong;

        Times = [.. times.Order().Select(t => new TimeProposal(Ids.New(at), t, byPartyId, []))];
        (State, PlannedAt, PausedByPartyId, IsStopped) = (MeetingState.Proposed, null, null, false);
        return new Done();
    }

    /// <summary>Calls it off; the citizen may, without a reason, and so may the coordinator.</summary>
    public Outcome<Done> Cancel(Guid byPartyId, DateTime at)
    {
        if (IsOver)
            return new MeetingOver();
        if (!Chairs(byPartyId) && !IsCitizen(byPartyId))
            return new OnlyTheChair();

        (State, EndedAt) = (MeetingState.Cancelled, at);
        return new Done();
    }

    private void Settle()
    {
        var suits = Times.Where(t => Participants.Where(p => p.IsNeeded).All(p => t.Suits(p.PartyId))).MinBy(t => t.Start);
        if (suits is not null)
            (State, PlannedAt) = (MeetingState.Agreed, suits.Start);
    }

    private static Error? Wrong(IReadOnlyList<DateTime> times, DateTime at) =>
        times.Count == 0 ? new TimesMissing()
        : times.Count > MostTimesAtOnce ? new TooManyTimes()
        : times.Any(t => t <= at) ? new TimeHasPassed()
        : times.Distinct().Count() != times.Count ? new SameTimeTwice()
        : null;

    private Error? Wrong(DateTime suggestion, DateTime at) =>
        suggestion <= at ? new TimeHasPassed()
        : Times.Any(t => t.Start == suggestion) ? new SameTimeTwice()
        : Times.Count >= MostTimes ? new TooManyTimes()
        : null;
}
