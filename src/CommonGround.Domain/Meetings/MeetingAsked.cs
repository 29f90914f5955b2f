namespace CommonGround.Domain.Meetings;

/// <summary>What the coordinator proposes.</summary>
/// <param name="Times">UTC.</param>
/// <param name="PartyIds">Who is invited besides the citizen and the one who proposes.</param>
/// <param name="AgendaKeys">From the programme's step, in order: the citizen's view before the others'.</param>
public sealed record MeetingAsked(
    string StepKey, MeetingPlace Place, string PlaceWords, int Minutes, IReadOnlyList<DateTime> Times,
    IReadOnlyList<Guid> PartyIds, Guid ByPartyId, IReadOnlyList<string> AgendaKeys);
