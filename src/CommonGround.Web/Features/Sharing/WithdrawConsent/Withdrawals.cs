using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.WithdrawConsent;

/// <summary>A yes that may be taken back.</summary>
/// <param name="To">Whom it was said to.</param>
/// <param name="Means">What ends at once, and what stays with them.</param>
public sealed record Withdrawal(Consent Consent, Person To, IReadOnlyList<string> Means);

/// <summary>What it means to take a yes back, in words, before it is done.</summary>
public sealed class Withdrawals(CommonGroundDb db, IEnumerable<IHandedOverCopies> copies, Texts texts)
{
    /// <returns>Null where the case has no such yes.</returns>
    public async Task<Withdrawal?> Find(Guid caseId, Guid consentId, CancellationToken cancel)
    {
        var consent = await db.Consents.AsNoTracking().FirstOrDefaultAsync(c => c.Id == consentId && c.CaseId == caseId, cancel);
        var party = consent is null ? null
            : await db.Parties.AsNoTracking().Include(p => p.Person).FirstOrDefaultAsync(p => p.Id == consent.RecipientPartyId, cancel);
        if (party?.Person is not { } person)
            return null;

        var stays = new List<string>();
        foreach (var keeper in copies)
        {
            stays.AddRange(from copy in await keeper.InCase(caseId, cancel)
                           where copy.ToPersonId == party.PersonId
                           select texts["withdraw.stays.copy", copy.Title, texts.Date(texts.LocalDay(copy.At))]);
        }

        var leaves = ConsentOffer.OnlyByConsent.Contains(party.Role);
        return new Withdrawal(consent!, person,
        [
            texts[leaves ? "withdraw.ends.all" : "withdraw.ends.kinds", person.GivenName],
            .. leaves ? [texts["withdraw.ends.way", person.GivenName]] : Array.Empty<string>(),
            .. stays.Count > 0 ? stays : [texts["withdraw.stays.none", person.GivenName]],
        ]);
    }
}
