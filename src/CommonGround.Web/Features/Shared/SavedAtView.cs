namespace CommonGround.Web.Features.Shared;

/// <summary>
/// The answer to a draft that saves itself: <c>return Partial("_SavedAt", new SavedAtView(savedAt));</c>. Times are UTC.
/// </summary>
public sealed record SavedAtView(DateTime Utc, string Id = "saved", string? Note = null);
