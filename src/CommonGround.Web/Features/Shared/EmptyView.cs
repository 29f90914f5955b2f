namespace CommonGround.Web.Features.Shared;

/// <summary>Nothing here yet, why that is, and what can be done. Drawn by <c>_Empty</c>.</summary>
public sealed record EmptyView(string Title, string? Text = null, string? Action = null, string? Href = null);
