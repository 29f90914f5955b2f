namespace CommonGround.Domain.Sharing;

/// <summary>What a yes permits: whom, what, what for, until when.</summary>
/// <param name="Until">UTC; null means for as long as the case runs.</param>
public sealed record ConsentTerms(IReadOnlySet<InformationKind> Kinds, IReadOnlySet<Purpose> Purposes, DateTime? Until, ConsentReach Reach);

/// <summary>What a change of a yes opens and closes. What opens more must be said yes to by itself; what closes needs no asking.</summary>
public sealed record ConsentDifference(
    IReadOnlyList<InformationKind> Opens,
    IReadOnlyList<InformationKind> Closes,
    IReadOnlyList<Purpose> AlsoFor,
    IReadOnlyList<Purpose> NotFor,
    bool Longer,
    bool Shorter,
    bool ToMore,
    bool ToFewer)
{
    public bool Widens => Opens.Count > 0 || AlsoFor.Count > 0 || Longer || ToMore;

    public bool IsNone => !Widens && Closes.Count == 0 && NotFor.Count == 0 && !Shorter && !ToFewer;

    public static ConsentDifference Between(ConsentTerms before, ConsentTerms after) => new(
        [.. after.Kinds.Except(before.Kinds).Order()],
        [.. before.Kinds.Except(after.Kinds).Order()],
        [.. after.Purposes.Except(before.Purposes).Order()],
        [.. before.Purposes.Except(after.Purposes).Order()],
        Longer: before.Until is { } ended && (after.Until is null || after.Until > ended),
        Shorter: after.Until is { } ends && (before.Until is null || ends < before.Until),
        // One person, whoever has the part, everyone of the organisation: each lets in someone whom the one before did not.
        ToMore: after.Reach > before.Reach,
        ToFewer: after.Reach < before.Reach);
}
