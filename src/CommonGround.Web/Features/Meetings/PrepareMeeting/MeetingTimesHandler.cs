using CommonGround.Domain;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;

namespace CommonGround.Web.Features.Meetings.PrepareMeeting;

/// <summary>A time is answered, asked about anew, or called off; whoever it concerns is told that there is something.</summary>
public static class MeetingTimesHandler
{
    /// <summary>An answer, perhaps with another time. The one that suits all who are needed settles it, and the programme's step with it.</summary>
    /// <param name="forParty">Whose answer it is, where the coordinator enters it.</param>
    public static async Task<Outcome<Done>> Answer(
        MeetingChange change, Guid proposalId, TimeReply reply, string? words, DateTime? suggestion, Guid? forParty)
    {
        var of = forParty ?? change.By;
        var answered = change.Meeting.AnswerTime(proposalId, change.By, of, reply, words, suggestion, change.Now);
        if (!answered.Succeeded)
            return answered;

        var settled = change.Meeting is { State: MeetingState.Agreed };
        change.Change.Case.Follow(change.Meeting);
        change.Change.Journal(settled ? "MeetingAgreed" : "MeetingTimeAnswered", Words(words, change));
        if (settled)
            await MeetingMailHandler.Tell(change.Change, change.Meeting);
        else if (suggestion is not null)
            await MeetingMailHandler.TellAsked(change.Change, change.Meeting, of);
        return answered;
    }

    public static async Task<Outcome<Done>> ProposeOthers(MeetingChange change, IReadOnlyList<DateTime> times) =>
        await Told(change, change.Note(change.Meeting.ProposeOtherTimes(change.By, times, change.Now), "MeetingTimesProposed"));

    public static async Task<Outcome<Done>> Cancel(MeetingChange change) =>
        await Told(change, change.Note(change.Meeting.Cancel(change.By, change.Now), "MeetingCancelled"));

    private static async Task<Outcome<Done>> Told(MeetingChange change, Outcome<Done> done)
    {
        if (!done.Succeeded)
            return done;

        change.Change.Case.Follow(change.Meeting);
        await MeetingMailHandler.Tell(change.Change, change.Meeting);
        return done;
    }

    private static IEnumerable<JournalWords> Words(string? words, MeetingChange change) =>
        string.IsNullOrWhiteSpace(words) ? [] : [new JournalWords(InformationKind.Attendance, "time-answer", words, change.Me.PersonId)];
}
