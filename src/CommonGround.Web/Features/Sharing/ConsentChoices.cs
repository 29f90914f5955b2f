using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Sharing;

/// <summary>What can be chosen in a yes, worded.</summary>
public static class ConsentChoices
{
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
    [
        .. offer.ByConsent.Where(o => !(offer.NeedsContact && o.Kind == InformationKind.Contact))
            .Select(o => new Choice(o.Kind.ToString(), t["kind." + o.Kind], $"{t[$"kind.{o.Kind}.opens"]} {t["consent.way." + o.Way]}")),
    ];

    public static IReadOnlyList<Choice> Purposes(Texts t) => Choice.Of<ConsentPurpose>(t, "consent.purpose.");

    public static IReadOnlyList<Choice> Lengths(DateOnly today, Texts t) =>
    [
        new(nameof(ConsentLength.ThreeMonths), t["consent.length.ThreeMonths"], t["consent.length.to", t.Date(today.AddMonths(3))]),
        new(nameof(ConsentLength.HalfYear), t["consent.length.HalfYear"], t["consent.length.to", t.Date(today.AddMonths(6))]),
        new(nameof(ConsentLength.Year), t["consent.length.Year"], t["consent.length.to", t.Date(today.AddYears(1))]),
        new(nameof(ConsentLength.Day), t["consent.length.Day"]),
    ];
}
