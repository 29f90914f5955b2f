using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

/// <summary>What the citizen permits, changes, renews and takes back.</summary>
public sealed partial class Case
{
    /// <summary>
    /// The citizen permits a recipient to learn kinds of information for purposes. Names the recipient as a party if they are not one
    /// yet, from when it begins: before this, the case holds no way to reach them. A change and a renewal are a new permission too: it takes the place of the
    /// one that it follows, in the same moment.
    /// </summary>
    /// <returns>
    /// The consent, or <see cref="ConsentWithoutKinds"/>, <see cref="ConsentWithoutPurpose"/>, <see cref="ConsentEndsBeforeItBegins"/>,
    /// <see cref="RecipientIsTheCitizen"/>, <see cref="RecipientNotNamed"/>, <see cref="NoOtherPart"/>, and <see cref="ChangedMeanwhile"/> where what it follows is not
    /// the newest any more.
    /// </returns>
    public Outcome<Consent> GiveConsent(ConsentGiven given, DateTime at)
    {
        if (given.Kinds.Count == 0)
            return new ConsentWithoutKinds();
        if (given.Purposes.Count == 0)
            return new ConsentWithoutPurpose();
        var from = given.From is { } later && later > at ? later : at;
        if (given.Until <= from)
            return new ConsentEndsBeforeItBegins();
        if (given.RecipientPersonId == CitizenPersonId)
            return new RecipientIsTheCitizen();
        if (PartBeside(given.RecipientPersonId, given.RecipientRole, at) is { } other)
            return new NoOtherPart(other);

        var known = _parties.Find(p => p.PersonId == given.RecipientPersonId && p.Role == given.RecipientRole && !p.IsOver(at));
        if (!new ConsentRecipient(given.Reach, given.RecipientRole, known is null ? given.Workplace : known.Workplace, given.OrganisationId).IsWhole)
            return new RecipientNotNamed();
        var standing = _consents.Where(c => !c.IsOver(at) && (c.Id == given.FollowsId || c.RecipientPartyId == known?.Id)).ToList();
        if (given.FollowsId is { } followed && (!_consents.Exists(c => c.Id == followed) || _consents.Exists(c => c.FollowsId == followed)
            || standing.Exists(c => c.Id != followed)))
            return new ChangedMeanwhile();
        // What stands is changed at once or not at all: one that begins later would leave a gap, or end it too soon.
        if (from > at && standing.Exists(c => c.IsActive(at)))
            return new ChangedMeanwhile();

        // One valid permission for each recipient: a new one replaces the old, which stays in the history.
        var recipient = known ?? Add(given.RecipientPersonId, given.RecipientRole, treats: false, at, given.Workplace, from);
        recipient.BeginBy(from);
        standing.ForEach(earlier => earlier.Replace(at));
        var consent = new Consent(Ids.New(at), Id, recipient, given with { FollowsId = given.FollowsId ?? standing.LastOrDefault()?.Id }, at);
        _consents.Add(consent);
        EndThoseLeftWithoutAYes(standing, at);
        return consent;
    }

    /// <summary>
    /// Ends a permission from now on, and with it the part of those who had one only by it. What was handed over stays with its receiver.
    /// </summary>
    /// <param name="way">How the citizen took it back: a yes can be taken back in each way that it can be given.</param>
    /// <param name="by">Who enters it: the citizen, or the one in the room.</param>
    public Outcome<Consent> WithdrawConsent(Guid consentId, ConsentWay way, Guid by, DateTime at)
    {
        var consent = _consents.Find(c => c.Id == consentId);
        if (consent is null || consent.IsOver(at))
            return new ConsentAlreadyEnded();

        consent.Withdraw(way, by, at);
        EndThoseLeftWithoutAYes([consent], at);
        return consent;
    }

    /// <summary>
    /// Someone new has the part of someone who leaves it, where the citizen has said yes to whoever has it: without that there is no way
    /// in but a yes of their own.
    /// </summary>
    /// <returns>The new party, or <see cref="NotAParty"/>, <see cref="AlreadyAParty"/>, <see cref="ConsentMissing"/>.</returns>
    public Outcome<Party> TakeOver(Guid partyId, Guid personId, DateTime at)
    {
        if (_parties.Find(p => p.Id == partyId && p.IsActive(at)) is not { } leaving)
            return new NotAParty();
        if (personId == leaving.PersonId || _parties.Exists(p => p.PersonId == personId && p.IsActive(at)))
            return new AlreadyAParty(leaving.Role);
        if (!ConsentOffer.OnlyByConsent.Contains(leaving.Role)
            || !_consents.Exists(c => c.IsActive(at) && c.Reach == ConsentReach.Role && c.Reaches(leaving)))
            return new ConsentMissing(leaving.Role);

        leaving.End(at);
        return Add(personId, leaving.Role, treats: false, at, leaving.Workplace);
    }

    /// <summary>The yes by which someone is here: one that names them, else one that reaches them.</summary>
    public Consent? ActiveConsentTo(Guid partyId, DateTime at) =>
        _parties.Find(p => p.Id == partyId) is not { } party ? null
        : _consents.Find(c => c.RecipientPartyId == partyId && c.IsActive(at)) ?? _consents.Find(c => c.IsActive(at) && c.Reaches(party));

    /// <summary>May the workplace be contacted at all? Need N56: not before the citizen has said yes.</summary>
    public Outcome<Party> MayContact(PartyRole role, DateTime at) =>
        _parties.Find(p => p.Role == role && p.IsActive(at) && ActiveConsentTo(p.Id, at) is { } c && c.Kinds.Contains(InformationKind.Contact))
            is { } party ? party : new ConsentMissing(role);

    /// <summary>May this party be written to? The citizen always; who is here only by the citizen's yes, while it stands (need N56).</summary>
    public Outcome<Party> MayWriteTo(Guid partyId, DateTime at)
    {
        var party = _parties.Find(p => p.Id == partyId && p.IsActive(at));
        if (party is null)
            return new NotAParty();

        var mayBeReached = !ConsentOffer.OnlyByConsent.Contains(party.Role)
            || ActiveConsentTo(partyId, at)?.Kinds.Contains(InformationKind.Contact) == true;
        return mayBeReached ? party : new ConsentMissing(party.Role);
    }

    /// <summary>An end by time leaves the part, for a renewal; the citizen's own word does not.</summary>
    private void EndThoseLeftWithoutAYes(IReadOnlyCollection<Consent> ended, DateTime at)
    {
        foreach (var party in _parties.Where(p => !p.IsOver(at) && ConsentOffer.OnlyByConsent.Contains(p.Role)
                     && ended.Any(c => c.Reaches(p)) && !_consents.Exists(c => !c.IsOver(at) && c.Reaches(p))))
        {
            party.End(at);
        }
    }
}
