using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Retention;

/// <summary>
/// How long each kind of information is kept in a country. Periods run from the last entry of the case (Sweden: patient data act 3:17);
/// the years are settings that each organisation's data protection officer confirms.
/// </summary>
/// <param name="kinds">Every kind, without exception.</param>
/// <param name="copies">What was handed over, for its receiver; from the day it was handed over.</param>
/// <param name="remark">The rule by which someone may say that what is written is not right.</param>
/// <param name="destroyedBy">The rule that says who can decide that it goes before its time; null where there is none.</param>
/// <exception cref="ArgumentException">A kind is missing.</exception>
public sealed class RetentionSchedule(
    string country, IReadOnlyDictionary<InformationKind, Keeping> kinds, Keeping copies, string remark, string? destroyedBy)
{
    private readonly IReadOnlyDictionary<InformationKind, Keeping> _kinds =
        Enum.GetValues<InformationKind>().All(kinds.ContainsKey) ? kinds : throw new ArgumentException("A kind is missing.", nameof(kinds));

    /// <summary>Two letters, lower case.</summary>
    public string Country { get; } = country;

    public Keeping Copies { get; } = copies;

    public string Remark { get; } = remark;

    public string? DestroyedBy { get; } = destroyedBy;

    public Keeping Of(InformationKind kind) => _kinds[kind];

    /// <summary>The kinds that are kept no longer, on a day.</summary>
    public IReadOnlySet<InformationKind> Over(DateOnly lastEntry, DateOnly today) =>
        _kinds.Where(k => k.Value.Over(lastEntry) <= today).Select(k => k.Key).ToHashSet();

    /// <summary>
    /// Nothing holds the case any longer: each kind with a period is over, and what only the person ends has nothing left to belong to.
    /// </summary>
    /// <param name="lastCopy">When the last copy of the case was handed over; null where none was.</param>
    public bool AllOver(DateOnly lastEntry, DateOnly? lastCopy, DateOnly today) =>
        _kinds.Values.All(k => k.Years is null || k.Over(lastEntry) <= today)
        && (lastCopy is not { } copied || Copies.Over(copied) is null || Copies.Over(copied) <= today);

    /// <summary>No case whose last entry is younger than this can have anything to erase.</summary>
    public int ShortestYears => _kinds.Values.Append(Copies).Min(k => k.Years ?? int.MaxValue);
}
