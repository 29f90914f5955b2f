using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

/// <summary>How the citizen said yes. The numbers are stored: never renumber.</summary>
public enum ConsentWay
{
    OwnPage = 1,
    InTheRoom = 2,
    ByPhone = 3,
    OnPaper = 4,
}

/// <summary>What the citizen permits, as it was put to them.</summary>
/// <param name="Until">UTC; null means for as long as the case runs.</param>
/// <param name="WordsRead">The exact words that were shown or read out, in the language they were given in.</param>
/// <param name="EnteredByPersonId">Who entered it: the citizen, or the one in the room.</param>
/// <param name="SaidAt">When the citizen said it (UTC), where it was entered later; null means as it was entered.</param>
/// <param name="Workplace">Where a new recipient works, in the citizen's words.</param>
/// <param name="Reach">Whom it is for besides the one who is named.</param>
/// <param name="OrganisationId">The organisation, where it is for one.</param>
/// <param name="FollowsId">The yes that this one changes or renews.</param>
/// <param name="From">UTC; null means from the moment that it is entered.</param>
public sealed record ConsentGiven(
    Guid RecipientPersonId,
    PartyRole RecipientRole,
    IReadOnlySet<InformationKind> Kinds,
    IReadOnlySet<Purpose> Purposes,
    DateTime? Until,
    ConsentWay Way,
    string WordsRead,
    string Language,
    Guid EnteredByPersonId,
    DateTime? SaidAt = null,
    string? Workplace = null,
    ConsentReach Reach = ConsentReach.Party,
    Guid? OrganisationId = null,
    Guid? FollowsId = null,
    DateTime? From = null);

/// <summary>The citizen's permission to one recipient. It is never changed: a new one replaces it, withdrawal ends it.</summary>
public sealed class Consent
{
    private Consent()
    {
    }

    internal Consent(Guid id, Guid caseId, Party recipient, ConsentGiven given, DateTime at)
    {
        Id = id;
        CaseId = caseId;
        RecipientPartyId = recipient.Id;
        Reach = given.Reach;
        Workplace = given.Reach == ConsentReach.Role ? recipient.Workplace : null;
        OrganisationId = given.Reach == ConsentReach.Organisation ? given.OrganisationId : null;
        FollowsId = given.FollowsId;
        RecipientRole = given.RecipientRole;
        Kinds = given.Kinds.ToHashSet();
        Purposes = given.Purposes.ToHashSet();
        (From, EnteredAt) = given.From is { } later && later > at ? (later, at) : (at, null as DateTime?);
        Until = given.Until;
        Way = given.Way;
        WordsRead = given.WordsRead;
        Language = given.Language;
        EnteredByPersonId = given.EnteredByPersonId;
        SaidAt = given.SaidAt;
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid RecipientPartyId { get; private set; }

    public PartyRole RecipientRole { get; private set; }

    /// <summary>Whom it is for besides the one who was named.</summary>
    public ConsentReach Reach { get; private set; } = ConsentReach.Party;

    /// <summary>The workplace, where it is for whoever has the part there.</summary>
    public string? Workplace { get; private set; }

    /// <summary>The organisation, where it is for one.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The yes that this one changed or renewed.</summary>
    public Guid? FollowsId { get; private set; }

    public IReadOnlySet<InformationKind> Kinds { get; private set; } = new HashSet<InformationKind>();

    public IReadOnlySet<Purpose> Purposes { get; private set; } = new HashSet<Purpose>();

    /// <summary>It opens nothing before.</summary>
    public DateTime From { get; private set; }

    /// <summary>When it was entered, UTC, where it begins later; null where it began then.</summary>
    public DateTime? EnteredAt { get; private set; }

    public DateTime GivenAt => EnteredAt ?? From;

    public DateTime? Until { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public ConsentWay Way { get; private set; }

    public string WordsRead { get; private set; } = "";

    public string Language { get; private set; } = "";

    public Guid EnteredByPersonId { get; private set; }

    /// <summary>When the citizen said it, UTC, where it was entered after the talk; null where it was given as it was entered.</summary>
    public DateTime? SaidAt { get; private set; }

    /// <summary>How the citizen took it back; null where a new one replaced it, or while it stands.</summary>
    public ConsentWay? WithdrawnWay { get; private set; }

    /// <summary>Who entered that it was taken back: the citizen, or the one in the room.</summary>
    public Guid? WithdrawnByPersonId { get; private set; }

    public bool IsActive(DateTime at) => Facts().IsActive(at);

    /// <summary>Taken back, replaced, or past its last day: it will not open anything again.</summary>
    public bool IsOver(DateTime at) => Until <= at || WithdrawnAt <= at;

    /// <summary>Said, and not begun.</summary>
    public bool IsToCome(DateTime at) => From > at && !IsOver(at);

    public bool Reaches(Party party) => Facts().Reaches(party.Facts());

    /// <summary>Whether someone's part fell in the time that it held and it was for them: who had the part before and after, too.</summary>
    public bool HasReached(Party party, DateTime now)
    {
        var ended = new[] { now, Until ?? now, WithdrawnAt ?? now }.Min();
        return party.Id == RecipientPartyId || (Reaches(party) && party.From <= ended && From <= now && (party.Until is null || party.Until > From));
    }

    /// <summary>
    /// Whom the same yes would name if it were said once more: the last who had the part, or one of the organisation who is here.
    /// </summary>
    /// <param name="parties">Of the case.</param>
    /// <returns>Null where none of them can come in by a yes.</returns>
    public Party? NamesNext(IEnumerable<Party> parties, DateTime now)
    {
        var reached = parties.Where(p => Reach == ConsentReach.Party ? p.Id == RecipientPartyId : HasReached(p, now)).ToList();
        return reached.Where(p => p.IsActive(now)).OrderByDescending(p => p.Id == RecipientPartyId).ThenByDescending(p => p.From).FirstOrDefault()
            ?? reached.Where(p => ConsentOffer.OnlyByConsent.Contains(p.Role)).MaxBy(p => p.From);
    }

    public ConsentTerms Terms() => new(Kinds, Purposes, Until, Reach);

    /// <summary>The same as the other, to the same: whatever their days.</summary>
    public bool PermitsAs(Consent other) => Kinds.SetEquals(other.Kinds) && Purposes.SetEquals(other.Purposes) && Reach == other.Reach
        && RecipientRole == other.RecipientRole;

    internal void Replace(DateTime at) => WithdrawnAt = at;

    internal void Withdraw(ConsentWay way, Guid by, DateTime at) => (WithdrawnAt, WithdrawnWay, WithdrawnByPersonId) = (at, way, by);

    internal ConsentFacts Facts() => new(
        RecipientPartyId, Kinds, Purposes, From, Until, WithdrawnAt, new ConsentRecipient(Reach, RecipientRole, Workplace, OrganisationId));
}
