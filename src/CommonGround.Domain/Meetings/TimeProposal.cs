namespace CommonGround.Domain.Meetings;

/// <summary>What someone says to a proposed time. The numbers are stored: never renumber.</summary>
public enum TimeReply
{
    Yes = 1,
    AnotherTime = 2,
    No = 3,
}

/// <summary>One party's answer to one proposed time; the latest counts.</summary>
/// <param name="Words">What they add, if anything.</param>
/// <param name="EnteredByPersonId">Who entered it: themselves, or the coordinator after a talk on the phone (need N74).</param>
public sealed record TimeAnswer(Guid PartyId, TimeReply Reply, string? Words, DateTime At, Guid EnteredByPersonId);

/// <summary>A time at which the meeting could be held.</summary>
/// <param name="Start">UTC.</param>
/// <param name="ByPartyId">Who proposed it: the coordinator, or someone whom the first times did not suit.</param>
public sealed record TimeProposal(Guid Id, DateTime Start, Guid ByPartyId, IReadOnlyList<TimeAnswer> Answers)
{
    public TimeAnswer? AnswerOf(Guid partyId) => Answers.FirstOrDefault(a => a.PartyId == partyId);

    internal TimeProposal With(TimeAnswer answer) => this with { Answers = [.. Answers.Where(a => a.PartyId != answer.PartyId), answer] };

    internal bool Suits(Guid partyId) => ByPartyId == partyId || AnswerOf(partyId)?.Reply == TimeReply.Yes;
}
