namespace CommonGround.Domain.Cases;

/// <summary>
/// In which of their parts someone acts in a case, in one browser, until they choose another (need N16). Only those have one who have
/// several parts there.
/// </summary>
public sealed class ChosenPart
{
    private ChosenPart()
    {
    }

    public ChosenPart(Guid sessionId, Party part)
    {
        SessionId = sessionId;
        CaseId = part.CaseId;
        PartyId = part.Id;
    }

    public Guid SessionId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid PartyId { get; private set; }
}
