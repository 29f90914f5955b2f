using CommonGround.Domain;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>
/// Something in a content file that keeps it from being used, for the person who writes it. The sentence that explains it and
/// says how to mend it is the text <c>programmes.mistake.NAME</c>, with what is written as {0} and what could stand as {1}.
/// </summary>
/// <param name="Place">A JSON path where the file is JSON; else empty.</param>
public sealed record ContentMistake(string File, int Line, string Name, string Written, string Instead = "", string Place = "");

/// <summary>A content file that cannot be used, with all its mistakes at once, so that they can be mended in one go.</summary>
public sealed record ContentNotUnderstood(IReadOnlyList<ContentMistake> Mistakes) : Error;
