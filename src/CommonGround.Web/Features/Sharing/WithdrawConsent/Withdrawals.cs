using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.WithdrawConsent;

/// <summary>A yes that may be taken back.</summary>
/// <param name="To">Whom it is for, in words: a name, whoever has a part, everyone of an organisation.</param>
/// <param name="Means">Whom it reaches now, what ends for them at once, and what stays with them.</param>
public sealed record Withdrawal(Consent Consent, string To, IReadOnlyList<string> Means);

/// <summary>What it means to take a yes back, in words, before it is done: for everyone whom it reaches, not only the one who was named.</summary>
public sealed class Withdrawals(CommonGroundDb db, IEnumerable<IHandedOverCopies> copies, Texts texts)
{
    /// <returns>Null where the case has no such yes.</returns>
    public async Task<Withdrawal?> Find(Guid caseId, Guid consentId, DateTime now, CancellationToken cancel)
    {
        var all = await db.Consents.AsNoTracking().Where(c => c.CaseId == caseId).ToListAsync(cancel);
        var parties = await db.Parties.AsNoTracking().Include(p => p.Person).Where(p => p.CaseId == caseId && p.Person != null)
            .OrderBy(p => p.Role).ThenBy(p => p.From).ToListAsync(cancel);
        if (all.Find(c => c.Id == consentId) is not { } consent || parties.Find(p => p.Id == consent.RecipientPartyId) is not { } named)
            return null;

        var reached = parties.FindAll(p => p.IsActive(now) && consent.Reaches(p));
        if (reached.Count == 0)
            reached.Add(named);
        var keep = reached.FindAll(p => all.Exists(c => c.Id != consentId && c.IsActive(now) && c.Reaches(p)));
        var leave = reached.FindAll(p => !keep.Contains(p) && ConsentOffer.OnlyByConsent.Contains(p.Role));
        var stay = reached.FindAll(p => !keep.Contains(p) && !leave.Contains(p));
        var organisations = await ConsentWhom.Organisations(db, [consent], cancel);
        var whom = ConsentWhom.Of(consent.Reach, named.Person!.Name, consent.Workplace ?? organisations.Values.FirstOrDefault(), texts);
        var means = new List<string>();
        if (consent.Reach != ConsentReach.Party)
            means.Add(texts["withdraw.reaches", string.Join(", ", reached.Select(p => p.Person!.Name).Distinct())]);
        if (consent.IsToCome(now))
            return new Withdrawal(consent, whom, [.. means, texts["withdraw.not-begun", texts.Date(texts.LocalDay(consent.From)), Names(reached)]]);
        if (leave.Count > 0)
            means.AddRange([texts["withdraw.ends.all", Names(leave)], texts["withdraw.ends.way", Names(leave)]]);
        if (stay.Count > 0)
            means.Add(texts["withdraw.ends.kinds", Names(stay)]);
        if (keep.Count > 0)
            means.Add(texts["withdraw.ends.not", Names(keep)]);
        means.AddRange(await Copies(caseId, parties.FindAll(p => consent.HasReached(p, now)), reached, cancel));
        return new Withdrawal(consent, whom, means);
    }

    /// <summary>Who has a copy, whoever has the part by now.</summary>
    private async Task<List<string>> Copies(Guid caseId, List<Party> ever, List<Party> reached, CancellationToken cancel)
    {
        var stays = new List<string>();
        foreach (var keeper in copies)
        {
            stays.AddRange(from copy in await keeper.InCase(caseId, cancel)
                           let holder = ever.Find(p => p.PersonId == copy.ToPersonId)
                           where holder is not null
                           select texts["withdraw.stays.copy", holder.Person!.GivenName, copy.Title, texts.Date(texts.LocalDay(copy.At))]);
        }

        return stays.Count > 0 ? stays : [texts["withdraw.stays.none", Names(reached)]];
    }

    private static string Names(List<Party> parties) =>
        parties.DistinctBy(p => p.PersonId).ToList() is var people && people is [{ } one] ? one.Person!.GivenName : string.Join(", ", people.Select(p => p.Person!.Name));
}
