using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Forms;

/// <summary>One item of a form: a question, a heading with items under it, or text to read.</summary>
public sealed record FormItem
{
    public required string LinkId { get; init; }

    public required FormItemType Type { get; init; }

    public required Wording Text { get; init; }

    public Wording? Help { get; init; }

    /// <summary>"I do not know yet" is an answer too (need N4), so a required question never forces a guess.</summary>
    public bool Required { get; init; }

    /// <summary>What the answer is about, which settles who may see it. Never null for a question.</summary>
    public InformationKind? Kind { get; init; }

    /// <summary>
    /// The kind that the answer may take when its author puts the exact text before the meeting; null if it never leaves its
    /// own kind. Only work, environment and plan: nothing else may stand where a workplace reads.
    /// </summary>
    public InformationKind? ReleasableAs { get; init; }

    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>For a choice: several may be chosen.</summary>
    public bool Repeats { get; init; }

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    /// <summary>Most characters of a text.</summary>
    public int MaxLength { get; init; } = LongestText;

    /// <summary>When it is asked at all; null means always.</summary>
    public ShownWhen? ShownWhen { get; init; }

    public IReadOnlyList<FormItem> Items { get; init; } = [];

    /// <summary>Longest text that is taken where the form does not say: about two pages.</summary>
    public const int LongestText = 6000;

    public bool CanBeAnswered => Type is not (FormItemType.Group or FormItemType.Display);

    public IEnumerable<FormItem> WithInner => Items.SelectMany(item => item.WithInner).Prepend(this);
}

/// <summary>One answer to choose.</summary>
public sealed record FormOption(string Code, Wording Text);

/// <summary>How an earlier answer is looked at.</summary>
public enum AnswerOperator
{
    Exists = 1,
    Equals = 2,
    NotEquals = 3,
}

/// <summary>One look at an earlier answer. The value is in its plain form: a code, <c>true</c>, <c>7</c>, <c>2026-03-02</c>.</summary>
public sealed record AnswerTest(string LinkId, AnswerOperator Operator, string Value);

/// <summary>When an item is shown: all of the tests hold, or any of them.</summary>
public sealed record ShownWhen(bool All, IReadOnlyList<AnswerTest> Tests);
