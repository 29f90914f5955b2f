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

    internal StoredAnswer(Guid id, FormResponse response, Answer answer, Guid byPersonId, DateTime at)
    {
        Id = id;
        ResponseId = response.Id;
        CaseId = response.CaseId;
        AuthorPersonId = response.AuthorPersonId;
        IsDraft = response.IsDraft;
        LinkId = answer.LinkId;
        Kind = answer.Kind;
        Put(answer, byPersonId, at);
    }

    public Guid Id { get; private set; }

    public Guid ResponseId { get; private set; }

    public Guid CaseId { get; private set; }

    public string LinkId { get; private set; } = "";

    public InformationKind Kind { get; private set; }

    /// <summary>The kind it may take when its author puts the exact text before the meeting; null if it never leaves its own.</summary>
    public InformationKind? ReleasableAs { get; private set; }

    public Guid? AuthorPersonId { get; private set; }

    /// <summary>Who wrote it as it stands: its author, or whoever wrote it down for them.</summary>
    public Guid EnteredByPersonId { get; private set; }

    /// <summary>When it was written as it stands; null where that was before it was kept.</summary>
    public DateTime? EnteredAt { get; private set; }

    /// <summary>Somebody else's words for what its author told.</summary>
    public bool IsWrittenDown => EnteredByPersonId != AuthorPersonId;

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

    /// <summary>Takes on another answer. The same one again stays as it was shown, and whose it was.</summary>
    internal void Change(Answer answer, Guid byPersonId, DateTime at)
    {
        if (NotKnownYet != answer.NotKnownYet || !Read().Select(v => v.Plain ?? v.Text).SequenceEqual(answer.Values.Select(v => v.Plain ?? v.Text)))
            Put(answer, byPersonId, at);
    }

    internal void Tell() => IsDraft = false;

    private void Put(Answer answer, Guid byPersonId, DateTime at)
    {
        (EnteredByPersonId, EnteredAt) = (byPersonId, at);
        ReleasableAs = answer.ReleasableAs;
        Section = string.Join(" · ", answer.Section);
        Question = answer.Question;
        Values = string.Join(Between, answer.Values.Select(v => $"{v.Plain}{Inside}{v.Text}"));
        NotKnownYet = answer.NotKnownYet;
        Words = answer.InWords;
    }

    private IEnumerable<AnswerValue> Read() => Values.Split(Between, StringSplitOptions.RemoveEmptyEntries)
        .Select(v => v.Split(Inside)).Select(v => new AnswerValue(v[0].Length == 0 ? null : v[0], v[1]));
}
