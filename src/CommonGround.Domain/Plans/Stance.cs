using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>What a party says: where they stand, on a line or on all that they have read, with words.</summary>
/// <param name="LineageId">The line; null for all of the version that they may read.</param>
/// <param name="Words">Why, what they ask, or how the rule bears on it.</param>
/// <param name="WayForward">Reservations: what would make it work.</param>
/// <param name="Rule">The rule that is affected.</param>
public sealed record StanceTaken(StancePosition Position, Guid? LineageId = null, string? Words = null, string? WayForward = null, string? Rule = null);

/// <summary>Where a party stood on a version of the plan. Never changed: a later one replaces it.</summary>
public sealed class Stance : IOnCommonGround
{
    private Stance()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid PlanVersionId { get; private set; }

    /// <summary>Number of the version it was said to.</summary>
    public int Number { get; private set; }

    public Guid PartyId { get; private set; }

    public Guid? LineageId { get; private set; }

    public StancePosition Position { get; private set; }

    public string? Words { get; private set; }

    public string? WayForward { get; private set; }

    public string? Rule { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The kind of the line that it is about.</summary>
    public InformationKind Kind { get; private set; }

    public Guid? AuthorPersonId { get; private set; }

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    /// <summary>Keeps a plan from being agreed.</summary>
    public bool HoldsBack => Position is StancePosition.Reservation or StancePosition.Disagrees;

    /// <summary>What a hat can say.</summary>
    public static IReadOnlyList<StancePosition> PositionsOf(Hat hat) => hat == Hat.Support
        ? [StancePosition.Agrees, StancePosition.Reservation, StancePosition.Disagrees]
        : [StancePosition.Noted, StancePosition.RuleAffected, StancePosition.Question];

    /// <param name="kind">The kind of the line; <see cref="InformationKind.Plan"/> for the whole.</param>
    /// <returns>
    /// The stance, or <see cref="StanceNotForThisHat"/>, <see cref="ReservationWithoutWayForward"/>, <see cref="StanceWithoutWords"/>,
    /// <see cref="StanceTooLong"/>.
    /// </returns>
    public static Outcome<Stance> Take(PlanVersion version, PlanParty by, StanceTaken taken, InformationKind kind, DateTime at)
    {
        if (!PositionsOf(by.Hat).Contains(taken.Position))
            return new StanceNotForThisHat(by.Hat, taken.Position);
        if (taken.Position == StancePosition.Reservation && string.IsNullOrWhiteSpace(taken.WayForward))
            return new ReservationWithoutWayForward();
        if (taken.Position is StancePosition.Disagrees or StancePosition.Question && string.IsNullOrWhiteSpace(taken.Words))
            return new StanceWithoutWords(taken.Position);
        if (taken.Position == StancePosition.RuleAffected && string.IsNullOrWhiteSpace(taken.Rule))
            return new StanceWithoutWords(taken.Position);
        if (new[] { taken.Words, taken.WayForward, taken.Rule }.Any(t => t?.Length > PlanRules.LongestText))
            return new StanceTooLong();

        return new Stance
        {
            Id = Ids.New(at), CaseId = version.CaseId, PlanVersionId = version.Id, Number = version.Number, PartyId = by.PartyId,
            LineageId = taken.LineageId, Position = taken.Position, Words = Said(taken.Words), WayForward = Said(taken.WayForward),
            Rule = Said(taken.Rule), At = at, Kind = kind, AuthorPersonId = by.PersonId,
        };
    }

    /// <summary>A yes that comes with making the text.</summary>
    internal static Stance Yes(PlanVersion version, PlanParty by, Guid? lineageId, InformationKind kind, DateTime at) =>
        Take(version, by, new StanceTaken(StancePosition.Agrees, lineageId), kind, at).Value;

    private static string? Said(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
