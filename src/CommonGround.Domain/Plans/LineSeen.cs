namespace CommonGround.Domain.Plans;

/// <summary>
/// How a line stood when someone said something of how it goes: whatever was said meanwhile is shown to them first. A value that a form
/// carries.
/// </summary>
public readonly record struct LineSeen(long StatusAt, long ConfirmedAt)
{
    public static LineSeen Of(PlanItem item) => new(item.StatusAt?.Ticks ?? 0, item.ConfirmedAt?.Ticks ?? 0);

    /// <summary>As a form carries it; of anything else a line that was never said anything of.</summary>
    public static LineSeen Read(string? carried) =>
        carried?.Split('-') is [var status, var confirmed] && long.TryParse(status, out var one) && long.TryParse(confirmed, out var other) ? new(one, other) : default;

    public override string ToString() => $"{StatusAt}-{ConfirmedAt}";
}
