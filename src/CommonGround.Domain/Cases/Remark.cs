using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

/// <summary>
/// "This is not right": the citizen says of something that another wrote about them what is wrong with it. Both stay: what was written, as
/// it stood, and the citizen's words beside it (GDPR 16; Sweden: patient data act 3:8). Read by whoever may read what it is about.
/// </summary>
public sealed class Remark : IOnCommonGround, IInWords
{
    private Remark()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>That of what it is about.</summary>
    public InformationKind Kind { get; private set; }

    /// <summary>The citizen.</summary>
    public Guid AuthorPersonId { get; private set; }

    /// <summary>The row that it is about.</summary>
    public Guid ItemId { get; private set; }

    /// <summary>As it stood when the citizen read it.</summary>
    public string Stood { get; private set; } = "";

    /// <summary>What the citizen says instead.</summary>
    public string Text { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime SaidAt { get; private set; }

    /// <summary>The last day to answer.</summary>
    public DateOnly Due { get; private set; }

    /// <summary>Set right; false: it stands, with the citizen's words beside it. Null while nobody has answered.</summary>
    public bool? SetRight { get; private set; }

    public string? Answer { get; private set; }

    public Guid? AnsweredByPersonId { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public string Words => string.Join('\n', new[] { Stood, Text, Answer }.Where(w => !string.IsNullOrEmpty(w)));

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    Guid? IOnCommonGround.AuthorPersonId => AuthorPersonId;

    /// <param name="stood">What is wrong, as it is read.</param>
    /// <returns>The remark, or <see cref="RemarkWithoutWords"/>, <see cref="OwnWordsAreOwn"/>.</returns>
    public static Outcome<Remark> Make(Guid caseId, Guid citizen, IOnCommonGround about, string stood, string? text, DateOnly due, DateTime at)
    {
        if (about.AuthorPersonId == citizen)
            return new OwnWordsAreOwn();
        if (string.IsNullOrWhiteSpace(text))
            return new RemarkWithoutWords();

        return new Remark
        {
            Id = Ids.New(at), CaseId = caseId, Kind = about.Kind, AuthorPersonId = citizen, ItemId = about.Id, Stood = stood, Text = text.Trim(), SaidAt = at, Due = due,
        };
    }

    /// <summary>Once: what the citizen has read is not changed under them.</summary>
    /// <param name="setRight">What was wrong has been changed where it stands.</param>
    /// <returns>The remark, or <see cref="RemarkAlreadyAnswered"/>, <see cref="RemarkWithoutWords"/>.</returns>
    public Outcome<Remark> Reply(bool setRight, string? answer, Guid by, DateTime at)
    {
        if (SetRight is not null)
            return new RemarkAlreadyAnswered();
        if (string.IsNullOrWhiteSpace(answer))
            return new RemarkWithoutWords();

        (SetRight, Answer, AnsweredByPersonId, AnsweredAt) = (setRight, answer.Trim(), by, at);
        return this;
    }
}

/// <summary>What is wrong, and the answer to it, have words.</summary>
public sealed record RemarkWithoutWords : Error;

public sealed record RemarkAlreadyAnswered : Error;

/// <summary>What one wrote oneself one changes where one wrote it.</summary>
public sealed record OwnWordsAreOwn : Error;
