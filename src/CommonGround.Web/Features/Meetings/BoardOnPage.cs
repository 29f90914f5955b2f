using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Meetings;

/// <summary>What stands on the board, as far as the viewer's grants open it.</summary>
public sealed record BoardOnPage(
    MeetingOnPage At, IReadOnlyList<BoardPoint> Points, IReadOnlyList<Agreement> Agreements, IReadOnlyList<Difference> Differences)
{
    public IEnumerable<BoardPoint> CitizensSide => Points.Where(p => p.SidePartyId is { } side && At.IsCitizensSide(side));

    public IEnumerable<BoardPoint> OtherSide => Points.Where(p => p.SidePartyId is { } side && !At.IsCitizensSide(side));

    public IEnumerable<BoardPoint> KeptForLater => Points.Where(p => p.IsKeptForLater);

    /// <summary>UTC; null while nothing is written.</summary>
    public DateTime? SavedAt => Points.Select(p => p.AddedAt).Concat(Agreements.Select(a => a.ChangedAt))
        .Concat(Agreements.SelectMany(a => a.Yeses).Select(y => y.At)).Concat(Differences.Select(d => d.AddedAt))
        .Select(at => (DateTime?)at).Max();

    public bool MayWrite => At.Meeting.State is MeetingState.Proposed or MeetingState.Agreed or MeetingState.UnderWay;

    public bool MayChair => At.IChair && At.Meeting.State == MeetingState.UnderWay;

    public IEnumerable<Lack> Lacks(Agreement agreement) => agreement.Lacks(At.Meeting);

    /// <summary>A point that someone other than its side wrote down.</summary>
    public bool IsWrittenDown(BoardPoint point) =>
        point.SidePartyId is { } side && At.Meeting.Participant(side)?.PersonId != point.AuthorPersonId;

    /// <summary>In a column that two people share, each point says whose it is.</summary>
    public bool NamesSide(BoardPoint point) => point.SidePartyId is { } side && At.Person(side).Role is not (PartyRole.Citizen or PartyRole.Supervisor);
}
