using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Meetings;

/// <summary>
/// Whom a text was put before when its author put it down for the meeting together: those whom the page named. Whoever else comes to a
/// meeting reads it when its author puts it before them.
/// </summary>
public static class PointReaders
{
    public static IReadOnlyList<Party> ReadersOf(this Case of, ReleasedPoint point, IEnumerable<Party> audience) => [.. audience.Where(p => of.IsFor(point, p))];

    private static bool IsFor(this Case of, ReleasedPoint point, Party reader) => reader.Role switch
    {
        PartyRole.Coordinator or PartyRole.Companion => true,
        // The manager of then, or the first one after it; never a successor, of whom its author knew nothing.
        PartyRole.Supervisor => reader.IsActive(point.ReleasedAt)
            || !of.Parties.Any(p => p.Role == PartyRole.Supervisor && p.PersonId != reader.PersonId && p.From < reader.From),
        _ => false,
    };
}
