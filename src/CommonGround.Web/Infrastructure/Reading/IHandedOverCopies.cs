namespace CommonGround.Web.Infrastructure.Reading;

/// <summary>
/// What has been handed over in a case, as dated copies: it stays with its receiver whatever is withdrawn. The area that keeps copies
/// answers; the citizen's pages ask.
/// </summary>
public interface IHandedOverCopies
{
    Task<IReadOnlyList<HandedOverCopy>> InCase(Guid caseId, CancellationToken cancel);
}

/// <summary>One copy that someone received.</summary>
/// <param name="Title">What it is, ready to read.</param>
/// <param name="Path">Where the citizen can open the same copy.</param>
/// <param name="OpenedAt">When its receiver first opened it, UTC; null while they have not.</param>
public sealed record HandedOverCopy(Guid ToPersonId, string Title, DateTime At, string Path, DateTime? OpenedAt);
