using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Forms;

/// <summary>How answers came in. The numbers are stored: never renumber.</summary>
public enum FilledIn
{
    OwnPage = 1,
    InTheRoom = 2,
    ByPhone = 3,
    ByVideo = 4,
    OnPaper = 5,
}

/// <summary>
/// One person's answers to one form of a step. A draft until it is told: nobody but its author, and whoever writes it down for them,
/// reads it before.
/// </summary>
public sealed class FormResponse : IOnCommonGround, IDraft
{
    private readonly List<StoredAnswer> _answers = [];

    private FormResponse()
    {
    }

    public FormResponse(Guid id, Guid caseId, string stepKey, Form form, Guid authorPersonId, Guid enteredByPersonId, FilledIn way, string language, DateTime at)
    {
        Id = id;
        CaseId = caseId;
        StepKey = stepKey;
        FormKey = form.Key;
        FormHash = form.Hash;
        AuthorPersonId = authorPersonId;
        EnteredByPersonId = enteredByPersonId;
        Way = way;
        Language = language;
        SavedAt = at;
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string StepKey { get; private set; } = "";

    public string FormKey { get; private set; } = "";

    /// <summary>The very definition that is answered, also after a newer one is published.</summary>
    public string FormHash { get; private set; } = "";

    /// <summary>Whose words it holds.</summary>
    public Guid? AuthorPersonId { get; private set; }

    /// <summary>Who began to write: the author, or the one in the room. Who wrote an answer stands with it.</summary>
    public Guid EnteredByPersonId { get; private set; }

    public FilledIn Way { get; private set; }

    /// <summary>Whoever leads the talk wrote it down in it. Alone or on paper, it is a preparation.</summary>
    public bool IsOfTheTalk => Way is FilledIn.InTheRoom or FilledIn.ByPhone or FilledIn.ByVideo;

    public string Language { get; private set; } = "";

    public int Version { get; private set; }

    public DateTime SavedAt { get; private set; }

    /// <summary>Who saved last; null where it was saved before that was kept.</summary>
    public Guid? SavedByPersonId { get; private set; }

    public DateTime? ToldAt { get; private set; }

    public bool IsDraft { get; private set; } = true;

    /// <summary>That someone was asked and has answered is attendance; what they answered has kinds of its own.</summary>
    public InformationKind Kind { get; private set; } = InformationKind.Attendance;

    public IReadOnlyList<StoredAnswer> Answers => _answers;

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    /// <summary>Keeps the answers to some of the questions; those to the others stay as they are.</summary>
    /// <param name="asked">Link ids of the questions that were on the page: what has no answer among them is taken away.</param>
    /// <param name="byPersonId">Who writes: what they do not change stays whose it was.</param>
    /// <param name="expectedVersion">The version that the page was rendered from.</param>
    /// <returns>The new version, or <see cref="AnswersChangedMeanwhile"/>.</returns>
    public Outcome<int> Save(Answers answers, IReadOnlyCollection<string> asked, int expectedVersion, Guid byPersonId, DateTime at)
    {
        if (expectedVersion != Version)
            return new AnswersChangedMeanwhile(Version);

        _answers.RemoveAll(a => asked.Contains(a.LinkId) && answers.To(a.LinkId) is null);
        foreach (var answer in answers.Items.Where(a => asked.Contains(a.LinkId)))
        {
            if (_answers.Find(a => a.LinkId == answer.LinkId) is { } kept)
                kept.Change(answer, byPersonId, at);
            else
                _answers.Add(new StoredAnswer(Ids.New(at), this, answer, byPersonId, at));
        }

        (SavedAt, SavedByPersonId) = (at, byPersonId);
        return ++Version;
    }

    /// <summary>Takes away answers to questions that are not asked any more, as other answers stand now.</summary>
    public void KeepOnly(IReadOnlySet<string> shown) => _answers.RemoveAll(a => !shown.Contains(a.LinkId));

    /// <summary>Puts the answers before those who may read their kinds. Telling twice tells once.</summary>
    public void Tell(DateTime at)
    {
        ToldAt ??= at;
        IsDraft = false;
        _answers.ForEach(a => a.Tell());
    }
}

/// <summary>Someone saved these answers since the page was opened. Both texts are kept for the page to show.</summary>
public sealed record AnswersChangedMeanwhile(int Version) : Error;
