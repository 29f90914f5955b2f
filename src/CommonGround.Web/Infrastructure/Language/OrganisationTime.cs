using Microsoft.Extensions.Options;

namespace CommonGround.Web.Infrastructure.Language;

/// <summary>Turns stored instants (UTC) into the clock that hangs on the organisation's wall.</summary>
public sealed class OrganisationTime(IOptions<HouseUiOptions> options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), _zone);

    /// <summary>The last whole day of what ends at an instant: what ends as 25 November begins has 24 November as its last.</summary>
    public DateOnly LastDayBefore(DateTime utc) => DateOnly.FromDateTime(Local(utc.AddSeconds(-1)));

    /// <summary>The instant of a wall-clock time; in the hour that does not exist in spring, the one after.</summary>
    public DateTime Utc(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(_zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall, _zone);
    }
}
