namespace CommonGround.Domain.Forms;

/// <summary>What came in from a page for one question, before anything is checked.</summary>
/// <param name="Values">Texts, codes, <c>true</c>/<c>false</c>, a number or a day, as they were sent.</param>
/// <param name="OwnWords">For an open choice: what was written beside the options.</param>
public sealed record GivenAnswer(IReadOnlyList<string> Values, bool NotKnownYet = false, string? OwnWords = null);

/// <summary>The product's words that become part of an answer, in the language in which they were shown.</summary>
public sealed record AnswerWords(string Yes, string No, string NotKnownYet);

/// <summary>Whether answers are kept on the way or handed in.</summary>
public enum AnswerStage
{
    /// <summary>Half done is fine: what is required may still be missing.</summary>
    Draft = 1,

    HandedIn = 2,
}

/// <summary>Why one answer was not taken.</summary>
/// <param name="Name">Stable name: <c>answer-required</c>, <c>number-out-of-range</c>.</param>
public sealed record AnswerMistake(string LinkId, string Name, string Detail);

/// <summary>Some answers could not be taken. None is stored in part, and what was written goes back to the page.</summary>
public sealed record AnswersNotTaken(IReadOnlyList<AnswerMistake> Mistakes) : Error;
