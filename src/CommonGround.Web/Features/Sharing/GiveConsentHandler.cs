using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing;

/// <summary>
/// Stores a yes: given for the first time, changed or renewed. Someone new becomes known to the product here, in the same transaction:
/// before it there is no name, no address and no way to reach them (need N56).
/// </summary>
public sealed class GiveConsentHandler(CaseChanges changes, OrganisationTime time)
{
    /// <param name="copyAt">Where the copy is shown; the consent's id is put after it.</param>
    public Task<Outcome<string>> Give(Guid caseId, Actor by, ConsentDraft draft, ConsentSaid said, string copyAt) => changes.InCase(caseId, by, async change =>
    {
        var followed = draft.FollowsId is { } id ? change.Case.Consents.FirstOrDefault(c => c.Id == id) : null;
        var party = draft.PartyId is { } partyId
            ? change.Case.Parties.FirstOrDefault(p => p.Id == partyId && (p.IsActive(change.Now)
                // Who came in by a yes alone can come in by it again.
                || (ConsentOffer.OnlyByConsent.Contains(p.Role) && followed?.HasReached(p, change.Now) == true))) : null;
        if (draft.PartyId is not null && party is null)
            return new NotAParty();

        var role = party?.Role ?? draft.Role ?? PartyRole.Companion;
        if (party is null && !ConsentOffer.OnlyByConsent.Contains(role))
            return new NotAParty();

        var offer = ConsentOffer.For(change.Matrix, role, party?.Treats == true);
        var kinds = draft.AllKinds(offer);
        var allowed = offer.Check(kinds);
        if (!allowed.Succeeded)
            return allowed.Error!;

        var today = DateOnly.FromDateTime(time.Local(change.Now));
        var until = time.Utc(draft.Until(today).AddDays(1).ToDateTime(TimeOnly.MinValue));
        var from = draft.From(today) is { } first ? time.Utc(first.ToDateTime(TimeOnly.MinValue)) : (DateTime?)null;
        if (!said.MoreToo && Difference(change, party, followed, kinds, draft, until) is { Widens: true })
            return new MoreNotSaidYesTo();

        var workplace = (party is null ? draft.Workplace : party.Workplace)?.Trim();
        var given = change.Case.GiveConsent(
            new ConsentGiven(
                party?.PersonId ?? await NamedPeople.NewOrKnown(change, draft.GivenName, draft.FamilyName, draft.Email, draft.Phone), role, kinds,
                draft.AllPurposes(), until, said.Way, said.Words, said.Language, by.PersonId, said.At, workplace is { Length: > 0 } ? workplace : null,
                draft.Reach, party?.OrganisationId, draft.FollowsId, from),
            change.Now);
        if (!given.Succeeded)
            return given.Error!;

        if (await Answer(change, draft.RequestId, given.Value, time) is { } answered)
            return answered;

        await ClosedWays.Close(change);
        change.Journal("Consent" + ConsentEvent.Of(change.Case.Consents, change.Now).First(e => e.Consent == given.Value).Turn,
            new JournalWords(InformationKind.Contact, "consent", said.Words, change.Case.CitizenPersonId));
        await ConsentTold.Tell(change);
        return $"{copyAt}/{given.Value.Id}";
    });

    /// <summary>What a yes to someone who has one changes.</summary>
    private static ConsentDifference? Difference(CaseChange change, Party? party, Consent? followed, IReadOnlySet<InformationKind> kinds, ConsentDraft draft, DateTime until) =>
        party is not null && (followed?.IsActive(change.Now) == true ? followed : change.Case.ActiveConsentTo(party.Id, change.Now)) is { } stands
            ? ConsentDifference.Between(stands.Terms(), new ConsentTerms(kinds, draft.AllPurposes(), until, draft.Reach)) : null;

    /// <summary>Closes the question that was answered, and any to which all that it asks for has been said yes in another way.</summary>
    private static async Task<Error?> Answer(CaseChange change, Guid? requestId, Consent yes, OrganisationTime time)
    {
        var all = await change.Db.Whole<ConsentRequest>()
            .Where(r => r.CaseId == change.Case.Id && (r.State == ConsentRequestState.Open || r.Id == requestId)).ToListAsync();
        var asked = all.Find(r => r.Id == requestId);
        if (requestId is not null && asked is null)
            return new NotFound();
        if (asked?.SayYes(yes, change.Now).Error is { } error)
            return error;

        foreach (var open in all.Where(r => r.State == ConsentRequestState.Open && IsGiven(change, r, yes, time)))
            open.SayYes(yes, change.Now);
        return null;
    }

    /// <summary>Each kind that is asked for, by some yes, for all that it is asked for and as long.</summary>
    private static bool IsGiven(CaseChange change, ConsentRequest asked, Consent yes, OrganisationTime time)
    {
        if (change.Case.Parties.FirstOrDefault(p => p.Id == asked.RecipientPartyId) is not { } party || !yes.Reaches(party))
            return false;

        var until = time.Utc(asked.LastDay.AddDays(1).ToDateTime(TimeOnly.MinValue));
        var enough = change.Case.Consents.Where(c => !c.IsOver(change.Now) && c.Reaches(party) && asked.Purposes.IsSubsetOf(c.Purposes) && !(c.Until < until)).ToList();
        return asked.Kinds.All(kind => enough.Exists(c => c.Kinds.Contains(kind)));
    }

}

/// <summary>How a yes was said, and the exact words.</summary>
/// <param name="At">When (UTC), where it was entered after the talk.</param>
/// <param name="MoreToo">What opens more than before was said yes to by itself.</param>
public sealed record ConsentSaid(ConsentWay Way, DateTime? At, string Words, string Language, bool MoreToo = false);
