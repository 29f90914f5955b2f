namespace CommonGround.Web.Infrastructure;

/// <summary>Now, in UTC, cut to microseconds: as fine as both databases keep it, so that what is stored equals what was hashed.</summary>
public static class Clock
{
    public static DateTime UtcNow(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
