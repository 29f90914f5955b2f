namespace CommonGround.Domain.Sharing;

/// <summary>
/// What one person may read here in one of their parts, from a time (UTC) until a time: a row that every read joins. Written by
/// <see cref="GrantTable"/> and nobody else.
/// </summary>
/// <param name="CaseId">The case; null for a unit's intake.</param>
/// <param name="UnitId">The unit whose intake it is; null for a case.</param>
/// <param name="PartyId">The part that it goes with; null for a unit's intake and for what was opened in an emergency.</param>
/// <param name="ItemId">Only this item; null for the whole kind.</param>
/// <param name="OwnWordsOnly">Only what this person wrote.</param>
/// <param name="Purposes">A bit for each <see cref="Purpose"/> it may be read for.</param>
public sealed record Grant(
    Guid? CaseId,
    Guid? UnitId,
    Guid PersonId,
    Guid? PartyId,
    InformationKind Kind,
    Guid? ItemId,
    bool OwnWordsOnly,
    int Purposes,
    DateTime From,
    DateTime? Until,
    SharingReason Reason,
    string? Rule)
{
    public static int Bit(Purpose purpose) => 1 << (int)purpose;
}
