using CommonGround.Domain.Meetings;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Meetings.EndMeeting;

/// <summary>
/// The minutes: the board as it stood when the meeting ended, which nothing changes afterwards. Composed from the rows that the reader's
/// grants open, in the reader's language, so that nobody's minutes hold more than they may see.
/// </summary>
public sealed record Minutes(
    string When, string Where, IReadOnlyList<string> Came, IReadOnlyList<string> DidNotCome, IReadOnlyList<string> Agenda,
    IReadOnlyList<MinutesSide> Sides, IReadOnlyList<MinutesLine> Agreed, IReadOnlyList<MinutesLine> Differences, IReadOnlyList<string> Later)
{
    public static Minutes Of(BoardOnPage board, Texts t)
    {
        var at = board.At;
        var meeting = at.Meeting;
        var start = meeting.StartedAt ?? meeting.PlannedAt ?? meeting.CreatedAt;
        var end = meeting.EndedAt;
        string Who(MeetingParticipant p) => $"{at.Person(p.PartyId).Name}, {t["role." + p.Role]}";
        var came = meeting.Participants.Where(p => p.PresentSince is not null || (end is null && at.Here.Contains(p.PartyId))).ToList();
        return new Minutes(
            end is null ? t.Moment(start) : t["minutes.from-to", t.Moment(start), t.Time(end.Value)],
            string.Join(" · ", new[] { t["meetings.place." + meeting.Place], meeting.PlaceWords }.Where(w => w.Length > 0)),
            [.. came.Select(Who)],
            [.. meeting.Participants.Except(came).Select(Who)],
            [.. meeting.Agenda.Where(a => a.State != AgendaState.Later).Select(a => at.Titles.GetValueOrDefault(a.Key, a.Key))],
            [
                .. board.Points.Where(p => p.SidePartyId is not null).GroupBy(p => p.SidePartyId!.Value)
                    .OrderBy(g => !at.IsCitizensSide(g.Key)).Select(g => new MinutesSide(at.Short(g.Key), [.. g.Select(p => p.Text)])),
            ],
            [
                .. board.Agreements.Select(a => new MinutesLine(a.Text, at.Short(a.OwnerPartyId), Day(a.From), Day(a.Review),
                    string.Join(", ", a.Yeses.Select(y => at.Short(y.PartyId) + (y.Way == YesWay.SaidInTheRoom ? $" {t["board.in-room"]}" : ""))))),
            ],
            [.. board.Differences.Select(d => new MinutesLine(d.Text, at.Short(d.OwnerPartyId), Day(d.AnswerBy), "", ""))],
            [.. board.KeptForLater.Select(p => p.Text)]);

        string Day(DateOnly? day) => day is { } date ? t.Date(date) : "";
    }
}

/// <summary>What one side put on the board.</summary>
public sealed record MinutesSide(string Name, IReadOnlyList<string> Points);

/// <summary>An agreement, or a difference with who answers and by when.</summary>
public sealed record MinutesLine(string Text, string Who, string From, string Review, string SaidYes);
