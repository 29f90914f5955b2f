namespace CommonGround.Domain.Retention;

/// <summary>How long something is kept, and by which rule.</summary>
/// <param name="Years">After the last entry of the case; null: for as long as the person wants it.</param>
/// <param name="Rule">The legal basis: a key of <c>content/rules</c>.</param>
public sealed record Keeping(int? Years, string Rule)
{
    /// <summary>The first day on which it is kept no longer; null where only the person ends it.</summary>
    public DateOnly? Over(DateOnly lastEntry) => Years is { } years ? lastEntry.AddYears(years) : null;
}
