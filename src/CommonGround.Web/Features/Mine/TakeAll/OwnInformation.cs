using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Looks;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommonGround.Web.Features.Mine.TakeAll;

/// <summary>Everything about a citizen, at one moment.</summary>
/// <param name="Rows">What stands on common ground, with the table it stands in.</param>
/// <param name="Looks">Who has looked, newest first.</param>
/// <param name="Copies">What was handed over, to whom, as they got it.</param>
internal sealed record OwnInformation(
    DateTime MadeAt, Person Person, IReadOnlyList<Case> Cases, IReadOnlyList<(IEntityType Table, IOnCommonGround Row)> Rows,
    IReadOnlyList<JournalEntry> Journal, IReadOnlyList<Look> Looks, IReadOnlyList<CopyContent> Copies);
