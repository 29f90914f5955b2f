using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Journal;

/// <summary>
/// "I do not understand this one": a citizen asks their organisation's privacy officer about one entry of the access log. The kind is
/// feedback, which no party but the citizen reads: it can be about any of them.
/// </summary>
public sealed class LookQuestion : IOnCommonGround, IInWords
{
    private LookQuestion()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Feedback;

    /// <summary>The citizen.</summary>
    public Guid AuthorPersonId { get; private set; }

    /// <summary>Whose privacy officer answers: whoever holds that at the time.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>With <see cref="Position"/>, the entry of the access log that is asked about.</summary>
    public Guid WriterId { get; private set; }

    public long Position { get; private set; }

    /// <summary>The citizen's words; may be empty.</summary>
    public string Text { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>The last day to answer.</summary>
    public DateOnly Due { get; private set; }

    public string? Answer { get; private set; }

    public Guid? AnsweredByPersonId { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public string Words => Answer is null ? Text : $"{Text}\n{Answer}".Trim();

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    InformationKind? IOnCommonGround.Tells => null;

    Guid? IOnCommonGround.AuthorPersonId => AuthorPersonId;

    /// <param name="today">The day of the question where the organisation is.</param>
    /// <param name="withinDays">As <see cref="Cases.PrivacyOfficer.AnswerWithinDays"/>.</param>
    public static LookQuestion Ask(
        Guid caseId, Guid citizenPersonId, Guid organisationId, Guid writerId, long position, string? text, DateOnly today, int withinDays, DateTime at) => new()
        {
            Id = Ids.New(at), CaseId = caseId, AuthorPersonId = citizenPersonId, OrganisationId = organisationId,
            WriterId = writerId, Position = position, Text = text?.Trim() ?? "", AskedAt = at, Due = today.AddDays(withinDays),
        };

    public bool IsOverdue(DateOnly today) => Answer is null && today > Due;

    /// <summary>Once: what the citizen has read is not changed under them.</summary>
    /// <returns>The question, or <see cref="LookAnswerMissing"/>, <see cref="LookAlreadyAnswered"/>.</returns>
    public Outcome<LookQuestion> Reply(string? text, Guid by, DateTime at)
    {
        if (Answer is not null)
            return new LookAlreadyAnswered();
        if (string.IsNullOrWhiteSpace(text))
            return new LookAnswerMissing();

        (Answer, AnsweredByPersonId, AnsweredAt) = (text.Trim(), by, at);
        return this;
    }
}

/// <summary>An answer has words.</summary>
public sealed record LookAnswerMissing : Error;

public sealed record LookAlreadyAnswered : Error;

/// <summary>One question about one entry: the second is in the first one's answer.</summary>
public sealed record LookAlreadyAsked : Error;

/// <summary>The organisation has named nobody who answers.</summary>
public sealed record NoPrivacyOfficer : Error;
