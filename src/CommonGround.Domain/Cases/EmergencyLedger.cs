namespace CommonGround.Domain.Cases;

/// <summary>
/// How many emergency accesses an organisation has seen. Moved in the transaction of each, so that two at once cannot both count the one
/// without the other.
/// </summary>
public sealed class EmergencyLedger
{
    public required Guid OrganisationId { get; init; }

    public long Opened { get; private set; }

    public void Count() => Opened++;
}
