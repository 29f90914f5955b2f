namespace CommonGround.Web.Features.Shared;

/// <summary>
/// A page of its own that asks once more, in place of a dialog: what will happen, and a way back. Drawn by <c>_Confirm</c>;
/// the form posts to the page it stands on.
/// </summary>
public sealed record ConfirmView(
    string Title,
    string Text,
    string Yes,
    string BackHref,
    IReadOnlyList<string>? Consequences = null,
    bool Grave = false,
    IReadOnlyDictionary<string, string>? Carry = null,
    string? Handler = null);
