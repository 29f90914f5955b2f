using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Sharing;

/// <summary>A yes as it is being thought over: nothing of it is stored in the product before it is given.</summary>
public sealed record ConsentDraft
{
    /// <summary>Someone who takes part already.</summary>
    public Guid? PartyId { get; init; }

    /// <summary>The role of someone new, or of the party.</summary>
    public PartyRole? Role { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Workplace { get; init; }

    public IReadOnlyList<InformationKind>? Kinds { get; init; }

    public IReadOnlyList<ConsentPurpose>? Purposes { get; init; }

    public ConsentLength? Length { get; init; }

    /// <summary>From when; none means now.</summary>
    public ConsentStart Start { get; init; }

    /// <summary>The first day, where <see cref="Start"/> is a day of one's own.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The yes that this one changes or renews.</summary>
    public Guid? FollowsId { get; init; }

    /// <summary>The question that it answers.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>Whom it is for besides the one who is named.</summary>
    public ConsentReach Reach { get; init; } = ConsentReach.Party;

    /// <summary>The last day, where <see cref="Length"/> is a day of one's own.</summary>
    public DateOnly? LastDay { get; init; }

    public string NewName => $"{GivenName?.Trim()} {FamilyName?.Trim()}".Trim();

    /// <summary>The first day that it holds, where that is not today.</summary>
    public DateOnly? From(DateOnly today) => Start == ConsentStart.Day && FirstDay > today ? FirstDay : null;

    /// <summary>The last day that it holds.</summary>
    public DateOnly Until(DateOnly today) => Length switch
    {
        ConsentLength.ThreeMonths => today.AddMonths(3),
        ConsentLength.Year => today.AddYears(1),
        ConsentLength.Day or ConsentLength.Same => LastDay ?? today,
        _ => today.AddMonths(6),
    };

    /// <summary>The purposes that the chosen words stand for. Agreeing on times, and reading what was handed over, belong to each.</summary>
    public IReadOnlySet<Purpose> AllPurposes()
    {
        var purposes = new HashSet<Purpose> { Purpose.Coordination, Purpose.ReadCopy };
        foreach (var chosen in Purposes ?? [])
        {
            purposes.Add(chosen switch
            {
                ConsentPurpose.Talks => Purpose.Interview,
                ConsentPurpose.Meeting => Purpose.Meeting,
                _ => Purpose.Planning,
            });
        }

        return purposes;
    }

    /// <summary>The words to say yes to.</summary>
    internal ConsentWords Words(Party? party, ConsentSetting setting, DateOnly today, Texts t)
    {
        var offer = ConsentOffer.For(setting.Matrix, party?.Role ?? Role!.Value, party?.Treats == true);
        var place = party is null ? Workplace?.Trim() : Reach == ConsentReach.Organisation ? setting.OrganisationOf(party)?.Name : setting.PlaceOf(party);
        return ConsentWords.Of(offer, new ConsentAsked(
            party?.Person?.Name ?? NewName, place, setting.Organisation, AllKinds(offer), Purposes ?? [], Until(today), Reach, From(today)), t);
    }

    /// <summary>The kinds that are permitted: those chosen, and contact where nothing can begin without it.</summary>
    public IReadOnlySet<InformationKind> AllKinds(ConsentOffer offer)
    {
        var kinds = (Kinds ?? []).ToHashSet();
        if (offer.NeedsContact)
            kinds.Add(InformationKind.Contact);
        return kinds;
    }
}

/// <summary>From when.</summary>
public enum ConsentStart
{
    Now,
    Day,
}

/// <summary>Until when.</summary>
public enum ConsentLength
{
    ThreeMonths,
    HalfYear,
    Year,
    Day,

    /// <summary>As long as the yes that is changed.</summary>
    Same,
}
