using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Forms;

/// <summary>One answer as it was given: its own row, with its kind, and the question as it was shown.</summary>
public sealed class StoredAnswer : IOnCommonGround, IDraft
{
    /// <summary>Between values, and between their plain form and their text: characters that no answer can hold.</summary>
    private const char Between = '\u001e';
    private const char Inside = '\u001f';

    private StoredAnswer()
    {
    }

    internal StoredAnswer(Guid id, FormResponse response, Answer answer)
    {
        Id = id;
        ResponseId = response.Id;
        CaseId = response.CaseId;
        AuthorPersonId = response.AuthorPersonId;
        EnteredByPersonId = response.EnteredByPersonId;
        IsDraft = response.IsDraft;
        LinkId = answer.LinkId;
        Kind = answer.Kind;
        Change(answer);
    }

    public Guid Id { get; private set; }

    public Guid ResponseId { get; private set; }

    public Guid CaseId { get; private set; }

    public string LinkId { get; private set; } = "";

    public InformationKind Kind { get; private set; }

    /// <summary>The kind it may take when its author puts the exact text before the meeting; null if it never leaves its own.</summary>
    public InformationKind? ReleasableAs { get; private set; }

    public Guid? AuthorPersonId { get; private set; }

    public Guid EnteredByPersonId { get; private set; }

    public bool IsDraft { get; private set; }

    public string Section { get; private set; } = "";

    /// <summary>The question as it was shown.</summary>
    public string Question { get; private set; } = "";

    /// <summary>Each value's plain form and text as shown.</summary>
    public string Values { get; private set; } = "";

    public bool NotKnownYet { get; private set; }

    /// <summary>The answer in words, as shown.</summary>
    public string Words { get; private set; } = "";

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    /// <summary>As it was sent, to fill the page again.</summary>
    public GivenAnswer Given()
    {
        var values = Read().ToList();
        return new GivenAnswer([.. values.Where(v => v.Plain is not null).Select(v => v.Plain!)], NotKnownYet, values.FirstOrDefault(v => v.Plain is null)?.Text);
    }

    internal void Change(Answer answer)
    {
        ReleasableAs = answer.ReleasableAs;
        Section = string.Join(" · ", answer.Section);
        Question = answer.Question;
        Values = string.Join(Between, answer.Values.Select(v => $"{v.Plain}{Inside}{v.Text}"));
        NotKnownYet = answer.NotKnownYet;
        Words = answer.InWords;
    }

    internal void Tell() => IsDraft = false;

    private IEnumerable<AnswerValue> Read() => Values.Split(Between, StringSplitOptions.RemoveEmptyEntries)
        .Select(v => v.Split(Inside)).Select(v => new AnswerValue(v[0].Length == 0 ? null : v[0], v[1]));
}
