namespace CommonGround.Domain.Sharing;

/// <summary>Someone in care opened some kinds of a case for a short time, to avert acute harm.</summary>
/// <param name="Role">What they are in the unit that leads the case.</param>
/// <param name="Until">When it ends by itself, or was ended before.</param>
/// <param name="Rule">The rule it rests on, a key of <c>content/rules</c>.</param>
public sealed record EmergencyFacts(
    Guid PersonId, PartyRole Role, IReadOnlySet<InformationKind> Kinds, DateTime From, DateTime Until, string? Rule = null)
{
    public bool IsActive(DateTime at) => From <= at && at < Until;
}
