namespace CommonGround.Domain.Meetings;

/// <summary>What an agreement still lacks.</summary>
public enum LackOf
{
    Owner,
    Start,
    Review,
    WorkRange,
    Yes,
}

/// <summary>One thing that one agreement still lacks before it can be part of a plan.</summary>
/// <param name="PartyId">Whose yes, where a yes is missing.</param>
public sealed record Lack(Guid AgreementId, LackOf Of, Guid? PartyId = null);
