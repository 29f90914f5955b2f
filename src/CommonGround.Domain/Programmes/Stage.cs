namespace CommonGround.Domain.Programmes;

/// <summary>A stretch of the way, with the steps in it, in the order in which the map draws them.</summary>
public sealed record Stage(string Key, Wording Title, Wording TitleToCitizen, IReadOnlyList<Step> Steps);
