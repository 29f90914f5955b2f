namespace CommonGround.Web.Features.Shared;

/// <summary>
/// What a person may know about an appointment, form, assessment or decision before it comes (need N1).
/// Drawn by <c>_PurposeCard</c>; what is not known is left out, never guessed.
/// </summary>
public sealed record PurposeCardView(
    string Title,
    string? Why = null,
    string? WhoAsked = null,
    string? Decides = null,
    string? DecidesNot = null,
    string? Asked = null,
    string? Written = null,
    string? WhoSees = null,
    string? Prepare = null,
    string? Bring = null,
    string? CannotCome = null,
    bool Open = false)
{
    /// <summary>Question (end of its text key) and answer, in the order a person would ask.</summary>
    public IEnumerable<(string Question, string Answer)> Answers =>
        from line in new[]
        {
            ("why", Why), ("who-asked", WhoAsked), ("decides", Decides), ("decides-not", DecidesNot), ("asked", Asked),
            ("written", Written), ("who-sees", WhoSees), ("prepare", Prepare), ("bring", Bring), ("cannot-come", CannotCome),
        }
        where !string.IsNullOrWhiteSpace(line.Item2)
        select (line.Item1, line.Item2);
}
