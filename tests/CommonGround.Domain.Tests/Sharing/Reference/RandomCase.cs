using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Sharing.Reference;

/// <summary>
/// A case as it could have come about: people with one part or two, at the same time or after each other (another employer, another unit),
/// people who left; consents that hold, ended, were withdrawn or begin later, several to one person; texts put before some. And questions
/// that are asked of it, at, just before and between the moments at which something changes.
/// </summary>
internal sealed class RandomCase
{
    private static readonly DateTime Start = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly InformationKind[] Kinds = Enum.GetValues<InformationKind>();
    private static readonly Purpose[] Purposes = Enum.GetValues<Purpose>();
    private static readonly SharingWay[] Ways = Enum.GetValues<SharingWay>();

    private static readonly string?[] Workplaces = ["the school", "the works", null];
    private static readonly Guid?[] Organisations = [new Guid("0190a000-0000-7000-8000-000000000001"), new Guid("0190a000-0000-7000-8000-000000000002"), null];

    private readonly Random _random;
    private readonly Guid[] _people;
    private readonly Guid?[] _items;
    private readonly DateTime[] _moments;

    public RandomCase(int seed)
    {
        _random = new Random(seed);
        Matrix = _random.Next(2) == 0 ? ReferenceMatrix.Sweden : ReferenceMatrix.Denmark;
        var people = Enumerable.Range(0, _random.Next(2, 7)).Select(_ => NewId()).ToArray();
        var parties = new List<PartyFacts> { new(NewId(), people[0], PartyRole.Citizen, false, Start, null) };
        PartyRole[] roles = [.. Enum.GetValues<PartyRole>().Except([PartyRole.Citizen])];
        foreach (var person in people.Skip(1))
        {
            for (var parts = _random.Next(5) == 0 ? 2 : 1; parts > 0; parts--)
            {
                // Often one more in the same part: another employer, another team; and often a workplace, of which most must be kept.
                parties.Add(new PartyFacts(NewId(), person, parties.Count > 1 && _random.Next(3) == 0 ? parties[^1].Role : _random.Next(6) == 0 ? PartyRole.Supervisor : Pick(roles), _random.Next(2) == 0, Sometime(), Perhaps(Sometime), Pick(Workplaces), Pick(Organisations)));
            }
        }

        PartyFacts[] others = [.. parties.Skip(1)];
        var consents = Several(5, () =>
        {
            var named = Pick(others);
            return new ConsentFacts(named.PartyId, Some(Kinds), Some(Purposes), Sometime(), Perhaps(Sometime), Perhaps(Sometime), To(named));
        });
        var releases = Several(5, () => new ReleaseFacts(NewId(), Pick(Kinds), Pick(others).PartyId, Sometime(), Perhaps(Sometime)));
        // Mostly by someone without a part, who works where the case is led; now and then by one who has a part, in care or not.
        var stranger = NewId();
        var emergencies = Several(4, () => new EmergencyFacts(
            _random.Next(3) == 0 ? stranger : Pick([.. others.Where(p => p.Role == PartyRole.Supervisor), Pick(others)]).PersonId, _random.Next(3) == 0 ? Pick(roles) : PartyRole.Coordinator, Some(Kinds), Sometime(), Sometime().AddDays(4)));
        Facts = new CaseSharing(NewId(), parties, consents, releases) { Emergencies = emergencies, ProtectedIdentity = _random.Next(4) == 0 };

        _people = [.. people, _random.Next(2) == 0 ? stranger : NewId()];
        _items = [null, NewId(), .. releases.Select(r => (Guid?)r.ItemId), .. parties.Select(p => (Guid?)p.PartyId)];
        _moments =
        [
            .. parties.SelectMany(p => new DateTime?[] { p.From, p.Until }).Concat(consents.SelectMany(c => new[] { c.From, c.Until, c.WithdrawnAt }))
                .Concat(releases.SelectMany(r => new DateTime?[] { r.From, r.Until })).Concat(emergencies.SelectMany(e => new DateTime?[] { e.From, e.Until })).OfType<DateTime>(),
        ];
    }

    public CaseSharing Facts { get; }

    public ReferenceMatrix Matrix { get; }

    /// <summary>A third of them in one part: mostly one of the viewer's, now and then somebody else's.</summary>
    public SharingQuestion Ask()
    {
        var asked = AskInAny();
        PartyFacts[] own = [.. Facts.Parties.Where(p => p.PersonId == asked.ViewerPersonId)];
        return _random.Next(3) > 0 ? asked : asked with { PartyId = (own.Length == 0 || _random.Next(10) == 0 ? Pick(Facts.Parties) : Pick(own)).PartyId };
    }

    private SharingQuestion AskInAny() => _random.Next(20) switch
    {
        < 8 when Facts.Consents.Count > 0 => AboutAConsent(Pick(Facts.Consents)),
        < 12 when Facts.Releases.Count > 0 => AboutARelease(Pick(Facts.Releases)),
        < 15 when Facts.Emergencies.Count > 0 => AboutAnEmergency(Pick(Facts.Emergencies)),
        15 when Facts.ProtectedIdentity => AboutWhoTheyAre(),
        16 when Facts.Parties.FirstOrDefault(p => p.Role == PartyRole.Supervisor && OfTheSame(p) is not null) is { } manager => AboutTheirOrganisation(manager),
        _ => new(Pick(_people), Pick(Kinds), Pick(Purposes), At(), Pick(Ways), Pick(_items), _random.Next(3) == 0 ? Pick(_people) : null),
    };

    // Mostly what the one who was named is; now and then what they are not any more, or never were.
    private ConsentRecipient? To(PartyFacts named) => _random.Next(3) == 0 ? null : new ConsentRecipient(
        Pick(Enum.GetValues<ConsentReach>()), named.Role, _random.Next(4) == 0 ? Pick(Workplaces) : named.Workplace,
        _random.Next(4) == 0 ? Pick(Organisations) : named.OrganisationId);

    // Asked quite at random, few questions would come near a consent: these do, and miss it by one thing at most.
    private SharingQuestion AboutAConsent(ConsentFacts consent) => new(
        WhoseYes(consent), Near(consent.Kinds, Kinds), Near(consent.Purposes, Purposes), At(consent.From, consent.Until, consent.WithdrawnAt),
        Pick(Ways));

    // Who was named; or someone of the same part, workplace or organisation, whom it may reach or not.
    private Guid WhoseYes(ConsentFacts consent)
    {
        PartyFacts[] alike = [.. Facts.Parties.Where(p => consent.To is { } to
            && (p.Role == to.Role || (p.Workplace ?? "?") == to.Workplace || (p.OrganisationId is { } at && at == to.OrganisationId)))];
        return alike.Length == 0 || _random.Next(3) == 0 ? PersonOf(consent.RecipientPartyId) : Pick(alike).PersonId;
    }

    private SharingQuestion AboutARelease(ReleaseFacts release) => new(
        _random.Next(4) == 0 ? Pick(_people) : PersonOf(release.ToPartyId), _random.Next(8) == 0 ? Pick(Kinds) : release.Kind, Pick(Purposes),
        At(release.From, release.Until), Pick(Ways), _random.Next(8) == 0 ? Pick(_items) : release.ItemId);

    private SharingQuestion AboutAnEmergency(EmergencyFacts opened) => new(
        _random.Next(8) == 0 ? Pick(_people) : opened.PersonId, Near(opened.Kinds, Kinds), _random.Next(8) == 0 ? Pick(Purposes) : Purpose.Emergency,
        _random.Next(3) == 0 ? At(opened.From, opened.Until) : opened.From, _random.Next(8) == 0 ? SharingWay.HandOver : SharingWay.ReadHere, _random.Next(8) == 0 ? Pick(_items) : null);

    private SharingQuestion AboutWhoTheyAre() => new(
        Pick(_people), InformationKind.Contact, Pick(Purposes), At(), Pick(Ways), Pick(_items), _random.Next(6) == 0 ? Pick(_people) : null);

    // A yes to the organisation that a workplace is too: the nearest miss that there is, and rare.
    private ConsentFacts? OfTheSame(PartyFacts manager) =>
        Facts.Consents.FirstOrDefault(c => c.To is { Reach: ConsentReach.Organisation, OrganisationId: { } of } && of == manager.OrganisationId);

    private SharingQuestion AboutTheirOrganisation(PartyFacts manager)
    {
        var yes = OfTheSame(manager)!;
        return new(manager.PersonId, Near(yes.Kinds, Kinds), Near(yes.Purposes, Purposes), At(yes.From, manager.From), Pick(Ways));
    }

    private Guid PersonOf(Guid party) => Facts.Parties.First(p => p.PartyId == party).PersonId;

    private T Near<T>(IReadOnlySet<T> own, T[] all) => own.Count == 0 || _random.Next(8) == 0 ? Pick(all) : Pick([.. own]);

    private DateTime At(params DateTime?[] moments) =>
        _random.Next(3) == 0 ? At() : Pick([.. moments.OfType<DateTime>()]).AddTicks(_random.Next(-1, 2));

    /// <summary>At a moment of change, just before it, or somewhere else.</summary>
    private DateTime At() => _random.Next(3) switch
    {
        0 => Pick(_moments),
        1 => Pick(_moments).AddTicks(-1),
        _ => Sometime(),
    };

    // Few moments, so that ends and beginnings fall together.
    private DateTime Sometime() => Start.AddDays(_random.Next(0, 8));

    private DateTime? Perhaps(Func<DateTime> when) => _random.Next(2) == 0 ? null : when();

    private HashSet<T> Some<T>(IEnumerable<T> all) => [.. all.Where(_ => _random.Next(2) == 0)];

    private List<T> Several<T>(int atMost, Func<T> make) => [.. Enumerable.Range(0, _random.Next(atMost + 1)).Select(_ => make())];

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
