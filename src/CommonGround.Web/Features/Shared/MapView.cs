namespace CommonGround.Web.Features.Shared;

/// <summary>
/// The way through a programme with the case's place on it: the same map for everybody in the case.
/// Drawn by <c>_Map</c> (across; upright where it is narrow) and <c>_MapTall</c> (the citizen's).
/// </summary>
public sealed record MapView(IReadOnlyList<MapStop> Stops);

/// <summary>One stop. <paramref name="When"/> and <paramref name="Who"/> are ready to read ("by 16 Dec", "you hold it").</summary>
public sealed record MapStop(string Title, StopState State, string? When = null, string? Who = null, string? Href = null);

public enum StopState
{
    Later,
    Now,

    /// <summary>It is now, and its day has passed.</summary>
    Late,
    Done,

    /// <summary>Not part of this person's way.</summary>
    LeftOut,
}
