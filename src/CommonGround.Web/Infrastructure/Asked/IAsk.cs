using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Infrastructure.Asked;

/// <summary>One thing that is asked of someone, in one case: answered on one page.</summary>
/// <param name="TextKey">What is asked, e.g. <c>asked.stance</c>; the citizen's name is {0} where the reader may see it.</param>
/// <param name="Due">The last day, if there is one.</param>
/// <param name="IsNow">It happens this moment, and others are in it already: it stands before everything else.</param>
public sealed record AskedOf(Guid CaseId, PartyRole Role, string TextKey, string Href, DateOnly? Due, DateTime Since, bool IsNow = false);

/// <summary>
/// An area that can ask something of people: time proposals, stances, copies to read. What each asks is gathered for the worklist, the
/// citizen's home and the supervisor's page; one statement each.
/// </summary>
public interface IAsk
{
    /// <summary>All that is asked of this person now, in one case or (null) in all of theirs. Goes through the sharing filter.</summary>
    Task<IReadOnlyList<AskedOf>> Of(Guid personId, Guid? caseId, DateTime now);
}
