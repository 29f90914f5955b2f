using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Sharing;

/// <summary>What a change opens and closes, drawn by <c>_Difference</c>.</summary>
/// <param name="Name">Whom what stands is for, in words.</param>
/// <param name="Until">Until when it holds, in words.</param>
/// <param name="Who">Whom it is for, in words.</param>
/// <param name="Losses">Those whom it is not for any more.</param>
public sealed record DifferenceView(ConsentDifference Difference, string Name, string? Until, string Who, IReadOnlyList<ConsentLoss> Losses);
