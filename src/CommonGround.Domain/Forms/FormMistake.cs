namespace CommonGround.Domain.Forms;

/// <summary>Something in a form's file that keeps it from being used.</summary>
/// <param name="Path">Where: a JSON path such as <c>$.item[3]._text</c>.</param>
/// <param name="Name">Stable name, the same word as in the texts that explain it: <c>kind-missing</c>.</param>
/// <param name="Detail">What it is about: the unknown word, the missing language.</param>
public sealed record FormMistake(string Path, string Name, string Detail);

/// <summary>The file is no form that can be used; all its mistakes at once, so that they can be mended in one go.</summary>
public sealed record FormNotUnderstood(IReadOnlyList<FormMistake> Mistakes) : Error;
