using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;

namespace CommonGround.Web.Features.Shared.Meetings;

/// <summary>
/// What a paper of minutes is made from: the board as it stood when the meeting ended, and of it only rows and names that its reader may
/// have. Nothing changes it afterwards.
/// </summary>
public sealed record MinutesPaper
{
    public required Meeting Meeting { get; init; }

    public required IReadOnlyList<BoardPoint> Points { get; init; }

    public required IReadOnlyList<Agreement> Agreements { get; init; }

    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>Those whom the paper may name.</summary>
    public required IReadOnlyList<NamedParty> Parties { get; init; }

    /// <summary>What hat the law gives each role; null where none is told.</summary>
    public required Func<PartyRole, Hat?> HatOf { get; init; }

    /// <summary>Points of the agenda that were taken up, in the reader's language.</summary>
    public required IReadOnlyList<string> Agenda { get; init; }

    /// <summary>Parties seen on the board, besides those marked as present: only while the meeting lasts.</summary>
    public IReadOnlySet<Guid> Here { get; init; } = new HashSet<Guid>();

    /// <summary>When and where it was, and who came. Not for someone who was not asked to come.</summary>
    public bool WithAttendance { get; init; } = true;

    public required string Citizen { get; init; }

    /// <summary>How someone is called whom the paper may not name: the organisation, or what they are in the case.</summary>
    public required Func<PartyRole, string> Others { get; init; }

    /// <summary>Person and organisation.</summary>
    public required string Author { get; init; }

    /// <summary>For whom a copy is; null for the minutes as those in the meeting open them.</summary>
    public (string Name, PartyRole Role)? Reader { get; init; }

    /// <summary>The version of the plan that the meeting made.</summary>
    public int? PlanNumber { get; init; }

    public required DateTime At { get; init; }

    /// <summary>All that stands in it and was put before someone, item by item.</summary>
    public IReadOnlyList<HeldItem> Holds =>
    [
        .. Parties.Select(p => HeldItem.Name(p.PartyId)),
        .. WithAttendance ? [new HeldItem(Meeting.Kind, Meeting.Id)] : Array.Empty<HeldItem>(),
        .. Points.Select(p => new HeldItem(p.Kind, p.Id)),
        .. Agreements.Select(a => new HeldItem(a.Kind, a.Id)),
        .. Differences.Select(d => new HeldItem(d.Kind, d.Id)),
    ];
}
