using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Forms;

/// <summary>
/// Answers to a form as they were given: question and option texts as they were shown, in the language they were shown in, so
/// that a later wording never changes what somebody answered. Holds only what was asked: a hidden question has no answer.
/// </summary>
/// <param name="Form">Key of the form.</param>
/// <param name="Hash">Which definition of it.</param>
public sealed record Answers(string Form, string Version, string Hash, string Language, IReadOnlyList<Answer> Items)
{
    public Answer? To(string linkId) => Items.FirstOrDefault(answer => answer.LinkId == linkId);
}

/// <summary>One answer; its own row when stored, with its kind.</summary>
/// <param name="Section">Headings above the question as shown, outermost first.</param>
/// <param name="NotKnownYet">The person said "I do not know yet". May stand beside a value: nothing written is lost.</param>
public sealed record Answer(
    string LinkId,
    InformationKind Kind,
    InformationKind? ReleasableAs,
    IReadOnlyList<string> Section,
    string Question,
    IReadOnlyList<AnswerValue> Values,
    bool NotKnownYet,
    string? NotKnownYetText)
{
    /// <summary>The answer in words, for reading and for previewing a release.</summary>
    public string InWords => string.Join(", ", Values.Select(v => v.Text).Concat(NotKnownYet ? [NotKnownYetText!] : []));
}

/// <summary>One value: its plain form (a code, <c>true</c>, <c>7</c>, <c>2026-03-02</c>; null for own words) and the text as shown.</summary>
public sealed record AnswerValue(string? Plain, string Text);
