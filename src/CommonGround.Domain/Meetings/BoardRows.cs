namespace CommonGround.Domain.Meetings;

/// <summary>All that stands on the board of one meeting, for the decision to end it.</summary>
public sealed record BoardRows(IReadOnlyList<BoardPoint> Points, IReadOnlyList<Agreement> Agreements, IReadOnlyList<Difference> Differences);

/// <summary>What a meeting comes to: what becomes the plan, what is open, what is kept for later.</summary>
public sealed record MeetingResult(
    IReadOnlyList<Agreement> Agreed, IReadOnlyList<Difference> Differences, IReadOnlyList<BoardPoint> KeptForLater);
