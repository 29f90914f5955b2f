using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;

namespace CommonGround.Web.Features.Shared.Copies;

/// <summary>Who has which copy, and since when: as those who hand copies over see it.</summary>
/// <param name="Parties">With the names that the viewer may read.</param>
/// <param name="MayOpen">The citizen opens every copy; others know only that it was given.</param>
public sealed record CopiesGiven(
    Guid CaseId, IReadOnlyList<HandedOverCopy> Copies, IReadOnlyList<Party> Parties, bool MayOpen, bool MayRecall)
{
    public string NameOf(Guid partyId) => Parties.FirstOrDefault(p => p.Id == partyId)?.Person?.Name ?? "";
}
