using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Looks;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommonGround.Web.Features.Mine.TakeAll;

/// <summary>Everything about a citizen, at one moment.</summary>
/// <param name="Rows">What stands on common ground, with the table it stands in.</param>
/// <param name="Names">Of those who wrote the rows or answered them.</param>
/// <param name="Looks">Who has looked, newest first.</param>
/// <param name="Copies">What was handed over, to whom, as they got it.</param>
internal sealed record OwnInformation(
    DateTime MadeAt, Person Person, IReadOnlyList<Case> Cases, IReadOnlyList<(IEntityType Table, IOnCommonGround Row)> Rows,
    IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<JournalEntry> Journal, IReadOnlyList<Look> Looks, IReadOnlyList<CopyContent> Copies,
    OwnAccount Account);

/// <summary>How they sign in, and where they did: never what they prove it with.</summary>
/// <param name="Account">Null for those who have set up no way in of their own.</param>
internal sealed record OwnAccount(
    Account? Account, IReadOnlyList<Passkey> Passkeys, IReadOnlyList<Session> Sessions, IReadOnlyList<SecurityEvent> Events);
