using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.SickLeave.Reading;

internal enum ValueForm
{
    Text,
    YesNo,
    Day,
    Period,
    Coded,
    Diagnosis,
    Percent,
    Months,
}

internal enum Needed
{
    No,
    Always,

    /// <summary>Needed unless the patient is suspended for infection control (question 27).</summary>
    UnlessInfectionControl,
}

/// <summary>One part of a question: its form, its kind, and the codes that may be chosen.</summary>
internal sealed record SubQuestion(string Id, ValueForm Form, InformationKind Kind, bool Needed = false)
{
    public string System { get; init; } = "";

    public IReadOnlyList<string> Codes { get; init; } = [];
}

/// <summary>
/// One question of a certificate. <paramref name="Most"/> is how often it may be answered; a question that is made to be
/// answered several times is numbered, and each of its answers carries exactly one instance number.
/// </summary>
internal sealed record Question(string Id, Needed Needed, int Most, params IReadOnlyList<SubQuestion> Parts)
{
    public bool Numbered { get; init; }

    /// <summary>A code may be chosen once over all answers.</summary>
    public bool EachCodeOnce { get; init; }
}

/// <summary>All questions of one type and version, and the rules between them.</summary>
internal sealed record QuestionSet(
    CertificateType Type, IReadOnlyList<Question> Questions, IReadOnlyList<Action<RuleCheck>> Rules)
{
    private readonly Dictionary<string, Question> _byId = Questions.ToDictionary(q => q.Id, StringComparer.Ordinal);

    /// <summary>Further questions that the issuer may add, numbered from 9000, each answered with one text.</summary>
    public bool AllowsAddedQuestions { get; init; }

    /// <summary>Diagnosis systems by their OID.</summary>
    public IReadOnlyList<string> DiagnosisSystems { get; init; } = [CodeSystems.Icd10, CodeSystems.Ksh97P];

    public Question? Find(string id) => _byId.GetValueOrDefault(id);

    public bool IsAdded(string id) => AllowsAddedQuestions && id.Length == 4 && id[0] == '9' && id.All(char.IsAsciiDigit);
}
