using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Changes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing.AskForConsent;

/// <summary>Asks the citizen for a yes, or for a change of one; takes the question back; stores the citizen's no.</summary>
public sealed class AskForConsentHandler(CaseChanges changes)
{
    public Task<Outcome<string>> Ask(Guid caseId, Actor by, ConsentDraft wanted, DateOnly lastDay, string why) => changes.InCase(caseId, by, async change =>
    {
        if (change.Case.Parties.FirstOrDefault(p => p.Id == wanted.PartyId && p.IsActive(change.Now)) is not { } party)
            return new NotAParty();

        var offer = ConsentOffer.For(change.Matrix, party.Role, party.Treats);
        var kinds = wanted.AllKinds(offer);
        if (offer.Check(kinds) is { Succeeded: false } never)
            return never.Error!;

        var asked = ConsentRequest.Ask(caseId, party, kinds, wanted.AllPurposes(), lastDay, why, by.PersonId, change.Now);
        if (!asked.Succeeded)
            return asked.Error!;

        // One question about each at a time: whoever asks anew takes the earlier one back.
        foreach (var earlier in await change.Db.Whole<ConsentRequest>()
                     .Where(r => r.CaseId == caseId && r.RecipientPartyId == party.Id && r.State == ConsentRequestState.Open).ToListAsync())
        {
            earlier.TakeBack(change.Now);
        }

        change.Db.ConsentRequests.Add(asked.Value);
        change.Journal("ConsentAskedFor", new JournalWords(InformationKind.Contact, "why", asked.Value.Why, by.PersonId));
        if (change.Case.ActiveParty(PartyRole.Citizen, change.Now) is { } citizen)
            await Notices.Tell(change, [(citizen.Id, citizen.PersonId)], _ => $"/my/{caseId}/sharing");
        return $"/cases/{caseId}/consent";
    });

    public Task<Outcome<string>> TakeBack(Guid caseId, Actor by, Guid requestId) => Answer(caseId, by, requestId, "ConsentQuestionTakenBack",
        (asked, now) => asked.TakeBack(now), $"/cases/{caseId}/consent");

    public Task<Outcome<string>> SayNo(Guid caseId, Actor by, Guid requestId) => Answer(caseId, by, requestId, "ConsentSaidNoTo",
        (asked, now) => asked.SayNo(now), $"/my/{caseId}/sharing");

    private Task<Outcome<string>> Answer(
        Guid caseId, Actor by, Guid requestId, string @event, Func<ConsentRequest, DateTime, Outcome<Done>> answer, string next) => changes.InCase(caseId, by, async change =>
    {
        if (await change.Db.Whole<ConsentRequest>().FirstOrDefaultAsync(r => r.Id == requestId && r.CaseId == caseId) is not { } asked)
            return new NotFound();
        if (answer(asked, change.Now) is { Succeeded: false } refused)
            return refused.Error!;

        if (asked.State == ConsentRequestState.SaidNo && change.Case.ActivePartsOf(asked.AskedByPersonId, change.Now).FirstOrDefault(p => p.Role == PartyRole.Coordinator) is { } asker)
            await Notices.Tell(change, [(asker.Id, asker.PersonId)], _ => $"/cases/{caseId}/consent");
        change.Journal(@event);
        return next;
    });
}
