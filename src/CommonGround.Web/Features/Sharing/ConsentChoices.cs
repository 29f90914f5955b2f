using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Sharing;

/// <summary>What can be chosen in a yes, worded.</summary>
public static class ConsentChoices
{
    /// <summary>The lengths that are ready-made.</summary>
    internal static readonly ConsentLength[] Named = [ConsentLength.ThreeMonths, ConsentLength.HalfYear, ConsentLength.Year];

    private static readonly PartyRole[] New = [PartyRole.Supervisor, PartyRole.Companion, PartyRole.Caseworker];

    /// <param name="asked">In whose words someone new is named: the citizen's (<c>consent.new.</c>) or the coordinator's (<c>enter.new.</c>).</param>
    public static IReadOnlyList<Choice> Who(ConsentSetting setting, Texts t, string asked) =>
    [
        .. setting.Others.Where(p => setting.OfferTo(p).ByConsent.Count > 0)
            .Select(p => new Choice(p.Id.ToString(), p.Person?.Name ?? "", t["role." + p.Role])),
        .. New.Select(role => new Choice(ConsentForm.New(role), t[asked + role], t[$"{asked}{role}.hint"])),
    ];

    /// <summary>Kinds to choose from; contact is left out where it belongs to every yes.</summary>
    public static IReadOnlyList<Choice> Kinds(ConsentOffer offer, Texts t) =>
        [.. Chosen(offer).Select(o => new Choice(o.Kind.ToString(), t["kind." + o.Kind], $"{t[$"kind.{o.Kind}.opens"]} {t["consent.way." + o.Way]}"))];

    /// <summary>The same, in words for whoever asks the citizen or enters what they say.</summary>
    public static IReadOnlyList<Choice> KindsOfTheirs(ConsentOffer offer, Texts t) =>
        [.. Chosen(offer).Select(o => new Choice(o.Kind.ToString(), t[$"kind.{o.Kind}.theirs"], t["enter.opens." + o.Way]))];

    public static IReadOnlyList<Choice> Purposes(Texts t) => Choice.Of<ConsentPurpose>(t, "consent.purpose.");

    /// <summary>Whom it may be for: the one alone, whoever has the part, everyone of the organisation in this case.</summary>
    /// <param name="asked">In whose words: the citizen's (<c>consent.reach.</c>) or the coordinator's (<c>enter.reach.</c>).</param>
    public static IReadOnlyList<Choice> Reaches(Party party, ConsentSetting setting, Texts t, string asked = "consent.reach.")
    {
        var name = party.Person?.Name ?? "";
        var choices = new List<Choice> { new(nameof(ConsentReach.Party), t["consent.reach.Party", name], t["consent.reach.Party.hint"]) };
        if (party is { Role: PartyRole.Supervisor, Workplace: { Length: > 0 } place })
            choices.Add(new Choice(nameof(ConsentReach.Role), t[asked + "Role", place], t[asked + "Role.hint", name]));
        if (setting.OrganisationOf(party) is { } organisation)
        {
            var others = setting.Others.Where(p => p.OrganisationId == organisation.Id).Select(p => p.Person?.Name).OfType<string>().Distinct();
            choices.Add(new Choice(nameof(ConsentReach.Organisation), t[asked + "Organisation", organisation.Name],
                t["consent.reach.Organisation.hint", string.Join(", ", others)]));
        }

        return choices;
    }

    /// <summary>From now, which is chosen already, or from a day of one's own.</summary>
    public static IReadOnlyList<Choice> Starts(Texts t) => Choice.Of<ConsentStart>(t, "consent.start.");

    /// <param name="same">The last day of what is changed, which can be kept.</param>
    /// <param name="after">Until when it holds now: no ready-made choice makes it shorter.</param>
    public static IReadOnlyList<Choice> Lengths(DateOnly today, Texts t, DateOnly? same = null, DateOnly? after = null) =>
    [
        .. same is { } kept ? [new Choice(nameof(ConsentLength.Same), t["consent.length.Same"], t["consent.length.to", t.Date(kept)])] : Array.Empty<Choice>(),
        .. Named.Select(length => (Length: length, Day: new ConsentDraft { Length = length }.Until(today))).Where(c => !(c.Day <= after))
            .Select(c => new Choice(c.Length.ToString(), t["consent.length." + c.Length], t["consent.length.to", t.Date(c.Day)])),
        new(nameof(ConsentLength.Day), t["consent.length.Day"]),
    ];

    private static IEnumerable<(InformationKind Kind, SharingWay Way)> Chosen(ConsentOffer offer) =>
        offer.ByConsent.Where(o => !(offer.NeedsContact && o.Kind == InformationKind.Contact));
}
