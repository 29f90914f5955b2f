using System.Globalization;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>
/// <c>COMMONGROUND_ANCHOR_TO</c>: a file or an address outside this server's keeping; without it, heads are anchored by hand only.
/// <c>COMMONGROUND_ANCHOR_EVERY</c>: how long between two anchors, e.g. <c>01:00:00</c>.
/// </summary>
public sealed class AnchorSettings
{
    public AnchorSettings(IConfiguration configuration)
    {
        var every = configuration["COMMONGROUND_ANCHOR_EVERY"];
        if (!string.IsNullOrWhiteSpace(every))
        {
            Every = TimeSpan.TryParse(every, CultureInfo.InvariantCulture, out var given) && given >= TimeSpan.FromSeconds(1) && given <= TimeSpan.FromDays(31) ? given
                : throw new StartRefusedException("COMMONGROUND_ANCHOR_EVERY must read hours:minutes:seconds, for instance 01:00:00, and be a second to 31 days.");
        }

        if (configuration["COMMONGROUND_ANCHOR_TO"] is { Length: > 0 } to)
        {
            To = AnchorTarget.Of(to).Match(target => target, _ =>
                throw new StartRefusedException("COMMONGROUND_ANCHOR_TO must be a file, or an address that begins with https:// or http://."));
        }
    }

    /// <summary>Null where nothing is anchored on a schedule.</summary>
    public AnchorTarget? To { get; }

    public TimeSpan Every { get; } = TimeSpan.FromHours(1);

    /// <summary>How soon after an anchor that was not kept the next one is tried.</summary>
    public TimeSpan Again => TimeSpan.FromTicks(Math.Min(Every.Ticks, TimeSpan.TicksPerMinute));
}
