using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Programmes;

/// <summary>
/// What a role is in this programme and country: its hat, what it does and what it cannot do (needs N16, N61).
/// </summary>
/// <param name="Called">As in running text, definite and lower case: "the coordinator".</param>
public sealed record Part(PartyRole Role, Hat Hat, Wording Called, Wording Does, Wording DoesNot);
