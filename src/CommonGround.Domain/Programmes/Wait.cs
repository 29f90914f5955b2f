using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Programmes;

/// <summary>
/// What a step waits for, why in words for professionals and for the citizen, and what someone can do meanwhile
/// (the citizen's yes or no is itself a next step).
/// </summary>
public sealed record Wait(
    Condition Condition,
    Wording? Because,
    Wording? BecauseToCitizen,
    IReadOnlyDictionary<PartyRole, NextText> Next);
