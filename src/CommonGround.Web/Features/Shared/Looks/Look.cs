using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Shared.Looks;

/// <summary>One look at what is about a citizen: one entry of the access log.</summary>
/// <param name="Role">In which part they looked; where the entry has none, what they are known to be.</param>
public sealed record Look(
    Guid WriterId, long Position, DateTime At, LookViewer Viewer, PartyRole? Role, string What, Purpose Purpose, bool Permitted,
    IReadOnlyList<InformationKind> Kinds)
{
    /// <summary>Whether they looked as a privacy officer. An address that only officers open, tried by someone else, makes nobody one.</summary>
    public bool AsOfficer => Purpose == Purpose.PrivacyQuestion && (Permitted || Viewer.IsOfficer);
}

/// <summary>A look to be said.</summary>
/// <param name="WithPart">Says in which part; once a day for each person is enough.</param>
public sealed record LookSaid(Look Look, bool WithPart = true);

/// <summary>Who looked.</summary>
/// <param name="Unit">Where they work, in a unit of <paramref name="Organisation"/>; null where the citizen only named the workplace.</param>
/// <param name="IsOfficer">A privacy officer of some organisation.</param>
public sealed record LookViewer(Guid Id, string Name, PartyRole? Role, string? Unit, string? Organisation, bool IsOfficer = false)
{
    public string? Place => Unit is null || Unit == Organisation ? Organisation : $"{Unit}, {Organisation}";
}

/// <summary>Which looks to show.</summary>
/// <param name="From">With <paramref name="Until"/>, UTC: from then, and before then.</param>
/// <param name="OnlyStopped">Attempts that were not let through.</param>
public sealed record LookFilter(Guid? Viewer, InformationKind? Kind, DateTime? From, DateTime? Until, bool OnlyStopped);

/// <summary>An entry of the access log as the database has it, about one citizen.</summary>
public sealed class LookRow
{
    public required Guid WriterId { get; init; }

    public required long Position { get; init; }

    public required DateTime At { get; init; }

    public required Guid ViewerId { get; init; }

    public required PartyRole? Role { get; init; }

    public required string What { get; init; }

    public required Purpose Purpose { get; init; }

    public required bool Permitted { get; init; }

    /// <summary>Bits of kinds, of what the unit received before there was a case.</summary>
    public required int Intake { get; init; }

    /// <summary>Bits of kinds, in the case.</summary>
    public required int InCase { get; init; }
}
