namespace CommonGround.Domain.Cases;

/// <summary>
/// Who answers, for an organisation, what citizens ask about who has looked: from a time (UTC) until a time. They read the question and
/// the one line that it is about, and nothing else of the case.
/// </summary>
public sealed class PrivacyOfficer
{
    /// <summary>A limit of our own: no law sets one for this.</summary>
    public const int UsualDays = 7;

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public Organisation? Organisation { get; init; }

    public required Guid PersonId { get; init; }

    public Person? Person { get; init; }

    /// <summary>Calendar days from the day of the question; the last one is told to the citizen.</summary>
    public int AnswerWithinDays { get; init; } = UsualDays;

    public required DateTime From { get; init; }

    public DateTime? Until { get; set; }
}
