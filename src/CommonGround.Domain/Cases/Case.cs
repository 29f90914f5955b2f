using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

/// <summary>
/// One return-to-work process of one citizen, in one programme. Holds who takes part, what the citizen has permitted, what was
/// released to whom, and how far the steps have come: all that sharing depends on changes here, in one place.
/// </summary>
/// <remarks>Times are UTC, handed in. Every method either does all it says or returns a named error and changes nothing.</remarks>
public sealed partial class Case
{
    private static readonly PartyRole[] Alone = [PartyRole.Citizen, PartyRole.Supervisor, PartyRole.Companion];

    private readonly List<Party> _parties = [];
    private readonly List<Consent> _consents = [];
    private readonly List<Release> _releases = [];
    private readonly List<StepState> _steps = [];

    private Case()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Key of the programme, as its file names it.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>Hash of the programme's published version that the case follows until someone moves it.</summary>
    public string ProgrammeVersion { get; private set; } = "";

    /// <summary>Whose law holds: two letters, lower case.</summary>
    public string Country { get; private set; } = "";

    public Guid CitizenPersonId { get; private set; }

    /// <summary>As <see cref="Person.ProtectedIdentity"/> of the citizen: kept beside, so that no decision can be made without it.</summary>
    public bool ProtectedIdentity { get; private set; }

    /// <summary>The unit that leads the case.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>First day of the sick-leave episode that the case was opened from.</summary>
    public DateOnly FirstSickDay { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public IReadOnlyList<Party> Parties => _parties;

    public IReadOnlyList<Consent> Consents => _consents;

    public IReadOnlyList<Release> Releases => _releases;

    public IReadOnlyList<StepState> Steps => _steps;

    /// <summary>Opens a case for a citizen, led by a coordinator.</summary>
    /// <param name="stepKeys">The programme's steps, in order.</param>
    public static Case Open(
        Guid id, string programme, string programmeVersion, string country, Guid unitId, Guid citizenPersonId, Guid coordinatorPersonId,
        DateOnly firstSickDay, IEnumerable<string> stepKeys, DateTime at)
    {
        var opened = new Case
        {
            Id = id, Programme = programme, ProgrammeVersion = programmeVersion, Country = country, UnitId = unitId,
            CitizenPersonId = citizenPersonId, FirstSickDay = firstSickDay, OpenedAt = at,
        };
        opened._steps.AddRange(stepKeys.Select(key => new StepState(Ids.New(at), id, key)));
        opened._parties.Add(new Party(Ids.New(at), id, citizenPersonId, PartyRole.Citizen, treats: false, at));
        opened._parties.Add(new Party(Ids.New(at), id, coordinatorPersonId, PartyRole.Coordinator, treats: false, at));
        return opened;
    }

    public Party? ActiveParty(PartyRole role, DateTime at) => _parties.Find(p => p.Role == role && p.IsActive(at));

    /// <summary>Someone's parts now: several where they help in several roles, which then are several hats.</summary>
    public IEnumerable<Party> ActivePartsOf(Guid personId, DateTime at) => _parties.Where(p => p.PersonId == personId && p.IsActive(at));

    /// <summary>
    /// Adds a party whom the law or the care-internal rules give a place (doctor, care team). Those who need the citizen's yes
    /// come in by <see cref="GiveConsent"/>.
    /// </summary>
    /// <returns>
    /// The party, or <see cref="AlreadyAParty"/>, <see cref="OwnCase"/>, <see cref="NoOtherPart"/>, <see cref="OneCertifyingDoctor"/>,
    /// <see cref="ConsentMissing"/>.
    /// </returns>
    public Outcome<Party> AddCareParty(Guid personId, PartyRole role, bool treats, DateTime at)
    {
        if (role is PartyRole.Citizen or PartyRole.Supervisor or PartyRole.Companion or PartyRole.Caseworker)
            return new ConsentMissing(role);
        if (personId == CitizenPersonId)
            return new OwnCase();
        if (_parties.Exists(p => p.PersonId == personId && p.Role == role && p.IsActive(at)))
            return new AlreadyAParty(role);
        if (PartBeside(personId, role, at) is { } other)
            return new NoOtherPart(other);
        if (role == PartyRole.CertifyingDoctor && ActiveParty(role, at) is not null)
            return new OneCertifyingDoctor();

        return Add(personId, role, treats, at);
    }

    /// <summary>Ends someone's part: what they could read here ends with it.</summary>
    public Outcome<Party> EndParty(Guid partyId, DateTime at)
    {
        var party = _parties.Find(p => p.Id == partyId && p.IsActive(at));
        if (party is null)
            return new NotAParty();

        party.End(at);
        return party;
    }

    /// <summary>Someone else leads the case from now on; what the citizen had said yes to by name was for the one before.</summary>
    /// <returns>The new party, or <see cref="NotAParty"/>, <see cref="OwnCase"/>, <see cref="AlreadyAParty"/>, <see cref="NoOtherPart"/>.</returns>
    public Outcome<Party> HandOverLead(Guid personId, DateTime at)
    {
        if (ActiveParty(PartyRole.Coordinator, at) is not { } leads)
            return new NotAParty();
        if (personId == CitizenPersonId)
            return new OwnCase();
        if (leads.PersonId == personId)
            return new AlreadyAParty(PartyRole.Coordinator);
        if (PartBeside(personId, PartyRole.Coordinator, at) is { } other)
            return new NoOtherPart(other);

        leads.End(at);
        return Add(personId, PartyRole.Coordinator, treats: false, at);
    }

    /// <summary>Puts one exact text before parties. Kinds that a party may never see are refused, whoever releases.</summary>
    /// <returns>The new releases, or <see cref="NeverForThem"/>.</returns>
    public Outcome<IReadOnlyList<Release>> ReleaseItem(
        Guid itemId, InformationKind kind, IReadOnlyCollection<Party> audience, SharingMatrix matrix, DateTime at)
    {
        if (audience.FirstOrDefault(p => matrix.Cell(p.Role, kind).Basis == SharingBasis.Never) is { } refused)
            return new NeverForThem(refused.Role, kind);

        var added = audience
            .Where(p => p.Role != PartyRole.Citizen && !_releases.Exists(r => r.ItemId == itemId && r.ToPartyId == p.Id && r.RecalledAt is null))
            .Select(p => new Release(Ids.New(at), Id, itemId, kind, p.Id, at)).ToList();
        _releases.AddRange(added);
        return added;
    }

    /// <summary>Takes a released text back from all it was put before, from now on.</summary>
    public void RecallItem(Guid itemId, DateTime at)
    {
        foreach (var release in _releases.Where(r => r.ItemId == itemId && r.RecalledAt is null))
            release.Recall(at);
    }

    /// <summary>Takes over whether the citizen's identity is protected.</summary>
    public void Protect(bool isProtected) => ProtectedIdentity = isProtected;

    /// <summary>The programme's step happens when its meeting does.</summary>
    public void Follow(Meetings.Meeting meeting) =>
        Step(meeting.StepKey)?.Follow(meeting.State == Meetings.MeetingState.Cancelled ? null : meeting.PlannedAt, meeting.Place);

    public StepState? Step(string key) => _steps.Find(s => s.Key == key);

    /// <summary>The facts that the policy decides on.</summary>
    public CaseSharing Sharing() => new(
        Id,
        [.. _parties.Select(p => p.Facts())],
        [.. _consents.Select(c => c.Facts())],
        [.. _releases.Select(r => r.Facts())])
    {
        Emergencies = [.. _emergencies.Select(e => e.Facts())],
        ProtectedIdentity = ProtectedIdentity,
    };

    /// <summary>
    /// The role that someone has and that goes with no other: what a workplace may never learn, it may not learn by a second part of
    /// the same person either; and whoever is there for the citizen alone is there for nobody else.
    /// </summary>
    private PartyRole? PartBeside(Guid personId, PartyRole role, DateTime at) =>
        _parties.Where(p => p.PersonId == personId && (p.Facts().StandsBeside(at) || (p.From > at && !p.IsOver(at))) && p.Role != role && (Alone.Contains(role) || Alone.Contains(p.Role)))
            .Select(p => (PartyRole?)p.Role).FirstOrDefault();

    private Party Add(Guid personId, PartyRole role, bool treats, DateTime at, string? workplace = null, DateTime? from = null)
    {
        var party = new Party(Ids.New(at), Id, personId, role, treats, from ?? at, workplace);
        _parties.Add(party);
        return party;
    }
}
