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
/// Stores a yes. Someone new becomes known to the product here, in the same transaction: before it there is no name, no address and
/// no way to reach them (need N56).
/// </summary>
public sealed class GiveConsentHandler(CaseChanges changes, OrganisationTime time)
{
    /// <param name="copyAt">Where the copy is shown; the consent's id is put after it.</param>
    public Task<Outcome<string>> Give(Guid caseId, Actor by, ConsentDraft draft, ConsentSaid said, string copyAt) => changes.InCase(caseId, by, async change =>
    {
        var party = draft.PartyId is { } partyId ? change.Case.Parties.FirstOrDefault(p => p.Id == partyId && p.IsActive(change.Now)) : null;
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

        var recipient = party?.PersonId ?? await NewOrKnown(change, draft);
        var today = DateOnly.FromDateTime(time.Local(change.Now));
        var until = time.Utc(draft.Until(today).AddDays(1).ToDateTime(TimeOnly.MinValue));
        var given = change.Case.GiveConsent(
            new ConsentGiven(recipient, role, kinds, draft.AllPurposes(), until, said.Way, said.Words, said.Language, by.PersonId, said.At,
                draft.Workplace?.Trim() is { Length: > 0 } place ? place : null),
            change.Now);
        if (!given.Succeeded)
            return given.Error!;

        change.Journal("ConsentGiven", new JournalWords(InformationKind.Contact, "consent", said.Words, change.Case.CitizenPersonId));
        await Tell(change);
        return $"{copyAt}/{given.Value.Id}";
    });

    /// <summary>
    /// The same person only where name and address are both the same: an address alone would let anyone learn whose it is.
    /// </summary>
    private static async Task<Guid> NewOrKnown(CaseChange change, ConsentDraft draft)
    {
        var email = draft.Email?.Trim() is { Length: > 0 } written ? written : null;
        var created = PersonNames.WithKeys(new Person
        {
            Id = change.NewId(), GivenName = draft.GivenName?.Trim() ?? "", FamilyName = draft.FamilyName?.Trim() ?? "", Email = email,
            Phone = draft.Phone?.Trim() is { Length: > 0 } phone ? phone : null,
            Language = await change.Db.Persons.Where(p => p.Id == change.Case.CitizenPersonId).Select(p => p.Language).SingleAsync(),
        });
        if (email is not null
            && await change.Db.Persons.FirstOrDefaultAsync(p => p.SearchKey == created.SearchKey && p.Email == email) is { } known)
        {
            return known.Id;
        }

        change.Db.Persons.Add(created);
        return created.Id;
    }

    /// <summary>The coordinator learns that there is a yes; the citizen, that one was entered for them.</summary>
    private static Task Tell(CaseChange change)
    {
        var byCitizen = change.By.PersonId == change.Case.CitizenPersonId;
        var told = change.Case.ActiveParty(byCitizen ? PartyRole.Coordinator : PartyRole.Citizen, change.Now);
        var path = byCitizen ? $"/cases/{change.Case.Id}/consent" : $"/my/{change.Case.Id}/sharing";
        return told is null ? Task.CompletedTask : Notices.Tell(change, [(told.Id, told.PersonId)], _ => path);
    }
}

/// <summary>How a yes was said, and the exact words.</summary>
/// <param name="At">When (UTC), where it was entered after the talk.</param>
public sealed record ConsentSaid(ConsentWay Way, DateTime? At, string Words, string Language);
